import type { ModelFacts } from '../sketchfab/model-facts';

/** No single sighting can be larger: labels and texts are limited. A larger report is forged. */
export const maxReportBytes = 500_000;

const encoder = new TextEncoder();

/** The size of a sighting as text. It is stored twice, in other forms of about this size. */
export function sightingBytes(facts: ModelFacts): number {
  return encoder.encode(JSON.stringify(facts)).length;
}
