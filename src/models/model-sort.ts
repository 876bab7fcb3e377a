/** `likes` are those shown, `collected` those stored, `tags` their number, `added` and `read` moments. */
export const sortColumns = [
  'name',
  'state',
  'likes',
  'collected',
  'category',
  'tags',
  'added',
  'read',
] as const;
export type SortColumn = (typeof sortColumns)[number];

export type SortKey = { readonly column: SortColumn; readonly isDescending: boolean };

/**
 * The first key decides, then the second, and at last the order of capture, so that the same models always stand in the
 * same order. What is unknown stands last in both directions. Texts are compared without case and accents, by code
 * points, which is the same in every language.
 */
export type ModelSort = readonly SortKey[];

/** The newest first. */
export const defaultSort: ModelSort = [{ column: 'added', isDescending: true }];
