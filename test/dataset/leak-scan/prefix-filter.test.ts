import { describe, expect, it } from 'vitest';
import { addPrefix, createPrefixFilter, mightContain } from '../../../src/dataset/leak-scan/prefix-filter';
import { hex } from './leak-scan-rig';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('the prefix filter', () => {
  it('passes every id, and few other texts', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => bytesOf(hex(`u${index}`)));
    const filter = createPrefixFilter(ids.length);
    for (const id of ids) addPrefix(filter, id, 0);
    expect(ids.every((id) => mightContain(filter, id, 0))).toBe(true);
    const others = ids.filter((_, index) => mightContain(filter, bytesOf(hex(`p${index}`)), 0));
    expect(others.length).toBeLessThan(1_000);
  });
});
