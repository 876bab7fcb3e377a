import * as v from 'valibot';
import type { ModelFacts } from '../sketchfab/model-facts';
import { modelFactsShape } from '../sketchfab/model-facts-shape';

/** More than a content script reads in one batch. A larger report is forged. */
export const maxSightingsPerReport = 100;
/** The content script stops reading a page after this many models. */
export const maxModelsPerPage = 5_000;

export type PageReport = {
  /** Distinguishes the pages of a tab: it changes with each document and each client-side navigation. */
  readonly pageSerial: number;
  /** Distinct models seen on this page so far, including this report. */
  readonly modelsOnPage: number;
  readonly sightings: readonly ModelFacts[];
};

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const pageReport = v.strictObject({
  pageSerial: count,
  modelsOnPage: v.pipe(count, v.maxValue(maxModelsPerPage)),
  // Their number first: reading hundreds of thousands takes the worker seconds.
  sightings: v.pipe(v.array(v.unknown()), v.maxLength(maxSightingsPerReport), v.array(modelFactsShape)),
});

/** Validates a report. A compromised renderer can send anything in the content script's name. */
export function parsePageReport(value: unknown): PageReport {
  return v.parse(pageReport, value);
}
