/** Text from the site can be of any length, and a browser would lay out all of it. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).toWellFormed()}…`;
}

/** More does not fit into a row. */
export const inRow = 200;
/** What a person reads of a title. */
export const inTitle = 1_000;
