/** A tag or a category: the text the site shows, and its slug where the source gave one. */
export type Label = {
  readonly name: string;
  readonly slug: string | null;
};

/** Far more than anyone types. Further labels are dropped. */
export const maxLabelsPerModel = 100;
