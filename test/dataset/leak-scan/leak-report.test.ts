import { describe, expect, it } from 'vitest';
import { LeakError, refuseLeaks } from '../../../src/dataset/leak-scan/leak-report';
import { hex, likes, likesText, scan, scanFor } from './leak-scan-rig';

describe('a leak report', () => {
  it('blocks an export with a message that names the file, but not what leaked', () => {
    const report = scan(`\n${hex('ada')}\n${hex('bob')}`);
    expect(() => refuseLeaks(report)).toThrow(LeakError);
    expect(() => refuseLeaks(report)).toThrow(/^found userId in a\.txt, line 2, and 1 more$/);
    expect(() => refuseLeaks(report)).not.toThrow(hex('ada'));
    refuseLeaks(scan('nothing'));
  });

  it('lists leaks up to a limit and counts all of them', () => {
    const report = scan(`${hex('ada')}\n`.repeat(1_000));
    expect(report.leakCount).toBe(1_000);
    expect(report.leaks).toHaveLength(100);
  });

  it('is empty if nothing was collected', () => {
    const leakScan = scanFor({ userUids: [], usernames: [], key: '', passphrase: null, boilerplate: [] });
    leakScan.entry('a', likes).add(new TextEncoder().encode(likesText(['a', 'b', 'c'])));
    leakScan.values('b', 'id', ['a']);
    expect(leakScan.report().leakCount).toBe(0);
  });
});
