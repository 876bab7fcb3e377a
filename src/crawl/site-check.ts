import type { JsonField } from '../sketchfab/json-structure';

/** What "Check Sketchfab" requests, in this order. */
export const checkedParts = ['siteRules', 'apiRules', 'catalogue', 'model', 'likes'] as const;
export type CheckedPart = (typeof checkedParts)[number];
/** The robots.txt of each host. */
export type RulesPart = 'siteRules' | 'apiRules';

export function isRules(part: CheckedPart): part is RulesPart {
  return part === 'siteRules' || part === 'apiRules';
}

/** How well one of them was understood. */
export type PartCheck = {
  readonly part: CheckedPart;
  /**
   * `partly`: it was parsed, but some field was found nowhere. `noAnswer`: the site sent nothing that
   * tells. `notRequested`: an earlier part stands in the way.
   */
  readonly result: 'understood' | 'partly' | 'notUnderstood' | 'noAnswer' | 'notRequested';
  /** Why it was not understood, or not requested. */
  readonly cause: string | null;
  /** The status of the response; `null` if there was none. */
  readonly status: number | null;
  /** What was looked for, and how often it was found in how many places. */
  readonly fields: readonly FieldCheck[];
  /** Of JSON. */
  readonly structure: readonly JsonField[];
};

export type FieldCheck = { readonly name: string; readonly found: number; readonly of: number };

/** The last check of the site: a value of the database. */
export type SiteCheck = {
  /** When it began, in ms since 1970. */
  readonly at: number;
  /** Those that are done so far. */
  readonly parts: readonly PartCheck[];
};
