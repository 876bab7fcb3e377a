import { describe, expect, it } from 'vitest';
import { dateCounts } from '../../src/sketchfab/date-counts';
import { parseIsoDate } from '../../src/sketchfab/iso-date';
import { mergeFacts } from '../../src/sketchfab/merge-facts';
import { sighting } from '../crawl/small-world';

const seen = (day: string | null, count = 7) =>
  sighting(1, { views: { count, seenOn: day === null ? null : parseIsoDate(day)! } });
const noonOn = (day: string) => Date.parse(`${day}T12:00:00Z`);

describe('the day of a count', () => {
  it('is today if nobody said when it was seen', () => {
    expect(dateCounts(seen(null), noonOn('2026-05-06'))).toEqual(seen('2026-05-06'));
  });

  it('stays if it was seen earlier, and is today if it was to be seen later', () => {
    expect(dateCounts(seen('2026-05-05'), noonOn('2026-05-06'))).toEqual(seen('2026-05-05'));
    expect(dateCounts(seen('2071-01-01'), noonOn('2026-05-06'))).toEqual(seen('2026-05-06'));
  });

  it('is unknown under a clock from before the site', () => {
    expect(dateCounts(seen('2026-05-05'), 0)).toEqual(seen(null));
  });

  it('says which of two counts is the last, whichever source comes first', () => {
    const [old, young] = [seen('2026-05-05', 90), seen('2026-05-06', 100)];
    expect(mergeFacts(old, young).views).toEqual(young.views);
    expect(mergeFacts(young, old).views).toEqual(young.views);
    expect(mergeFacts(seen('2026-05-05', 91), old).views?.count).toBe(91);
  });
});
