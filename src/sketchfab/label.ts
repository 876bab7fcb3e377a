import { cleanText } from './clean-text';

/** A tag or a category: the text the site shows, and its slug where the source gave one. */
export type Label = {
  readonly name: string;
  readonly slug: string | null;
};

/** Far more than anyone types. Further labels are dropped. */
export const maxLabelsPerModel = 100;

/** Far more than anyone types into a tag. Longer names and slugs are cut. */
export const maxLabelLength = 200;

export function cleanLabelText(text: string): string {
  return cleanText(text, maxLabelLength);
}
