import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { EntryShape } from '../../../src/dataset/leak-scan/entry-shape';
import { psvRecord } from '../../../src/dataset/tables/delimited-text';
import { anyOf, hex, kinds, likes, likesText, scan, subjects, text } from './leak-scan-rig';

describe('a raw user id of 16 or more characters', () => {
  it.each<[string, string, EntryShape]>([
    ['in prose', `Seen by ${hex('ada')} today`, text],
    ['within a longer word', `x${hex('bob')}0123`, text],
    ['in a tag', likesText([`by ${hex('ada')}`, 'm', 'u']), likes],
    ['in lower case, as part of a slug', 'id-abcdefghijklmnopqrstuvwxyz-1', text],
    ['in a column without ids', `\n${hex('ada')}`, { form: 'tsv', columns: ['own'] }],
    ['in an address', `https://sketchfab.com/${hex('ada')}`, text],
  ])('is found %s', (_, content, shape) => {
    expect(kinds(content, shape)).toEqual(['userId']);
  });

  it('is reported with its file, line and surroundings', () => {
    const content = likesText(['One', 'm1', 'u'], ['Two', 'm2', hex('ada')], ['Three', 'm3', 'u']);
    for (const chunkLength of [3, 50, 10_000]) {
      expect(scan(content, likes, {}, chunkLength).leaks).toMatchObject([
        { kind: 'userId', path: 'a.txt', line: 3 },
      ]);
    }
    expect(scan(content, likes).leaks[0]?.excerpt).toBe(`Two|m2|${hex('ada')}`);
  });

  it('is found across chunk boundaries, once per occurrence, in any surroundings', () => {
    const alike = fc.string({ unit: anyOf('0123456789abcdef|\n '), maxLength: 60 });
    const ids = fc.uniqueArray(fc.string({ unit: anyOf('ab0'), minLength: 16, maxLength: 40 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        ids,
        fc.array(alike),
        fc.integer({ min: 1, max: 80 }),
        fc.nat(),
        (userUids, parts, length, pick) => {
          const content = parts.join(userUids[pick % userUids.length]);
          const expected = userUids.flatMap(
            (uid) => content.match(new RegExp(`(?=${uid})`, 'g')) ?? [],
          ).length;
          const { leakCount } = scan(content, text, { userUids, usernames: [] }, length);
          expect(leakCount).toBe(expected);
          expect(leakCount).toBeGreaterThanOrEqual(parts.length - 1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is not found in pseudonyms, model ids and hashes of files', () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => [
      `n${index}`,
      hex(`m${index}`),
      hex(`p${index}`),
    ]);
    const userUids = Array.from({ length: 2_000 }, (_, index) => hex(`u${index}`));
    expect(scan(likesText(...rows), likes, { userUids }).leakCount).toBe(0);
    const digest = createHash('sha256').update('file').digest('hex');
    expect(scan(`{"hash": "sha256:${digest}"}`, text, { userUids }).leakCount).toBe(0);
  });
});

describe('a shorter raw user id', () => {
  it('is found as a whole value of an id column', () => {
    expect(kinds(likesText(['One', 'm1', '16271']), likes)).toEqual(['userId']);
    expect(kinds(likesText(['One', 'm1', 'Zoe9']), likes)).toEqual(['userId']);
  });

  it('is not reported if it occurs by chance', () => {
    expect(kinds(likesText(['16271', 'm16271', '162710'], ['Zoe9', 'm', 'u']), likes)).toEqual([]);
    expect(kinds('| likes | 16271 |', text)).toEqual([]);
    expect(kinds('\n16271', { form: 'tsv', columns: ['own'] })).toEqual([]);
  });
});

describe('a user name', () => {
  it.each([
    '| ada_l |',
    '"creator": "ADA_L"',
    'sketchfab.com/ada_l/models',
    '@Bob',
    'name:   bob  \n',
    '`ada_l`',
  ])('blocks as a whole value of prose or metadata: %s', (content) => {
    expect(kinds(content)).toEqual(['userName']);
  });

  it.each([
    'Bob and a dragon walked', // words of a sentence
    '"modelsOfAll": 2016', // part of a word; a number
    '| models | 7 |', // in the boilerplate
    '| Grace |',
  ])('does not block in %s', (content) => {
    expect(kinds(content, text, { usernames: [...subjects.usernames, 'Grace'] })).toEqual([]);
  });

  it('blocks in an id column and in an undeclared column', () => {
    expect(kinds(likesText(['One', 'dragon', 'u']), likes)).toEqual(['userName']);
    expect(kinds(likesText(['One', 'm', 'u', 'dragon']), likes)).toEqual(['userName']);
  });

  it('is not reported in binary data, where ids and the key still are', () => {
    expect(kinds(`"dragon", ${hex('ada')}, ${subjects.key}`, { form: 'bytes' }).sort()).toEqual([
      'key',
      'userId',
    ]);
  });

  it('is only mentioned as a name, tag or category', () => {
    const report = scan(likesText(['Dragon', 'm', 'u'], ['ada_l', 'm', 'u'], ['dragon', 'm2', 'u']), likes);
    expect(report).toEqual({ leaks: [], leakCount: 0, mentions: ['dragon', 'ada_l'], mentionCount: 3 });
  });

  it('is found in quoted fields', () => {
    const usernames = ['a|b', 'c\\d', '\\'];
    const rows = [...usernames.map((name) => ['x', name, 'u']), ['x', 'a', 'b']];
    for (const chunkLength of [1, 7, 1000]) {
      expect(kinds(likesText(...rows), likes, { usernames }, chunkLength)).toHaveLength(3);
    }
  });

  it('is found as a value across chunk boundaries', () => {
    const names = fc.uniqueArray(fc.string({ unit: anyOf('abB|\\ '), minLength: 1, maxLength: 6 }), {
      maxLength: 5,
      selector: (name) => name.toLowerCase(),
    });
    const values = fc.array(fc.string({ unit: anyOf('abB|\\ '), maxLength: 6 }));
    fc.assert(
      fc.property(names, values, fc.integer({ min: 1, max: 30 }), (usernames, column, chunkLength) => {
        const content = likesText(...column.map((value) => ['', value, 'u']));
        const known = new Set(usernames.map((name) => name.toLowerCase()));
        const expected = column.filter((value) => known.has(value.toLowerCase())).length;
        expect(scan(content, likes, { usernames, userUids: [] }, chunkLength).leakCount).toBe(expected);
      }),
    );
  });
});

describe('the key and the passphrase', () => {
  it('are found anywhere, also as JSON or PSV escapes them, and are never shown', () => {
    const passphrase = 'a "long" \\ phrase | of nine words';
    const more = { passphrase };
    expect(kinds(`x${subjects.key}y`)).toEqual(['key']);
    for (const content of [passphrase, JSON.stringify({ passphrase }), psvRecord([passphrase])]) {
      const { leaks } = scan(`line\n${content}`, text, more);
      expect(leaks).toMatchObject([{ kind: 'passphrase', line: 2, excerpt: null }]);
    }
    expect(kinds(likesText([subjects.key, 'm', 'u']), likes)).toEqual(['key']);
  });

  it('are found across chunk boundaries', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyOf('abc'), minLength: 8, maxLength: 20 }),
        fc.string({ unit: anyOf('abc') }),
        fc.string({ unit: anyOf('abc') }),
        fc.integer({ min: 1, max: 30 }),
        (key, before, after, chunkLength) => {
          const content = `${before}${key}${after}`;
          const expected = content.match(new RegExp(`(?=${key})`, 'g'))?.length;
          expect(kinds(content, text, { key }, chunkLength)).toHaveLength(expected!);
        },
      ),
    );
  });

  it('block as whole values only if they are short', () => {
    expect(kinds('a kite flies', text, { key: 'kite' })).toEqual([]);
    expect(kinds('| kite |', text, { key: 'kite' })).toEqual(['key']);
    expect(kinds(likesText(['kite', 'm', 'u']), likes, { key: 'kite' })).toEqual([]);
    expect(kinds('nothing of it', text, { key: '', passphrase: '' })).toEqual([]);
  });
});
