import * as v from 'valibot';
import type { ModelFacts } from '../sketchfab/model-facts';
import { modelFactsShape } from '../sketchfab/model-facts-shape';

/** More than a page can read in one batch; a larger report is forged. */
export const maxSightingsPerReport = 100;
/** Models counted on one page before the content script stops reading it. */
export const maxModelsPerPage = 5_000;

export type PageReport = {
  /** Tells the pages of a tab apart: a new document has another one, and so has each in-client navigation. */
  readonly pageSerial: number;
  /** Distinct models seen on this page so far, those of this report included. */
  readonly modelsOnPage: number;
  readonly sightings: readonly ModelFacts[];
};

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const pageReport = v.strictObject({
  pageSerial: count,
  modelsOnPage: v.pipe(count, v.maxValue(maxModelsPerPage)),
  sightings: v.pipe(v.array(modelFactsShape), v.maxLength(maxSightingsPerReport)),
});

/** A taken-over page can speak as our content script, so the shape is checked here whoever sent it. */
export function parsePageReport(value: unknown): PageReport {
  return v.parse(pageReport, value);
}
