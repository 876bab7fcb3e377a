import { describe, expect, it } from 'vitest';
import { nextReport } from '../../src/content/next-report';
import { maxSightingsPerReport } from '../../src/messaging/page-report';
import { maxReportBytes } from '../../src/messaging/sighting-bytes';
import { sighting } from '../crawl/small-world';

const many = (count: number, nameLength: number) =>
  Array.from({ length: count }, (_, i) => sighting(i, { name: 'n'.repeat(nameLength) }));

describe('the next report of a page', () => {
  it('holds as many sightings as a report may have', () => {
    const sightings = many(250, 10);
    expect(nextReport(sightings)).toEqual(sightings.slice(0, maxSightingsPerReport));
  });

  it('is no larger than the worker accepts', () => {
    const report = nextReport(many(100, 20_000));
    expect(report.length).toBeGreaterThan(20);
    expect(JSON.stringify(report).length).toBeLessThanOrEqual(maxReportBytes + 100);
  });

  it('always makes progress, or a page would send nothing forever', () => {
    expect(nextReport(many(2, maxReportBytes))).toHaveLength(1);
  });
});
