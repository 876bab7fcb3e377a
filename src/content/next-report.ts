import { maxSightingsPerReport } from '../messaging/page-report';
import { maxReportBytes, sightingBytes } from '../messaging/sighting-bytes';
import type { ModelFacts } from '../sketchfab/model-facts';

/** The first sightings, as many as fit into one report. */
export function nextReport(unsent: Iterable<ModelFacts>): readonly ModelFacts[] {
  const sightings: ModelFacts[] = [];
  let bytes = 0;
  for (const facts of unsent) {
    bytes += sightingBytes(facts);
    const isFull = sightings.length === maxSightingsPerReport || bytes > maxReportBytes;
    if (isFull && sightings.length > 0) break;
    sightings.push(facts);
  }
  return sightings;
}
