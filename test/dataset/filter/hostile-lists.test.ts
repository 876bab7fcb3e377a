import { describe, expect, it } from 'vitest';
import { stringListOf } from '../../../src/dataset/columns/string-list';
import { isUnclear } from '../../../src/dataset/filter/exclusion-entry';
import { exclusionEntries, findExclusions } from '../../../src/dataset/filter/exclusions';
import { typedExclusions } from '../../../src/popup/dataset/typed-exclusions';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import type { UserUid } from '../../../src/sketchfab/user-uid';
import { createDice } from '../../loaders/world';

const listCount = 10_000;
const characters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-';
const hexDigits = '0123456789abcdef';

/** A world of people whose names are as odd as the site allows, and lists that name some of them in any form. */
function makeLists(seed: number) {
  const dice = createDice(seed);
  const below = (count: number) => Math.floor(dice() * count);
  const pick = <T>(list: readonly T[] | string): T => list[below(list.length)] as T;
  const text = (length: number, from: string) => Array.from({ length }, () => pick<string>(from)).join('');
  const letter = () => text(1, characters.slice(0, 62));

  const people = Array.from({ length: 60 }, (_, n) => ({
    uid: n % 3 === 0 ? String(10_000 + below(90_000)) : text(32, hexDigits),
    name:
      n % 7 === 0
        ? text(4 + below(3), '0123456789')
        : `${letter()}${text(2 + below(10), characters)}${letter()}`,
  }));
  const models = Array.from({ length: 20 }, (_, n) =>
    n % 4 === 0 ? text(27, characters.slice(0, 62)) : text(32, hexDigits),
  );

  const anyCase = (name: string) => pick([name, name, name.toUpperCase(), name.toLowerCase()]);
  const fullWidth = (name: string) =>
    name.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
  const encoded = (name: string) =>
    name
      .split('')
      .map((one) => (dice() < 0.5 ? `%${one.charCodeAt(0).toString(16)}` : one))
      .join('');
  const sprinkled = (name: string) =>
    `${pick(['\ufeff', '\u200b', '\u2060', '\u200e'])}${name}${pick(['\u200b', '\u00ad', '\u200f', '\ufe0f'])}`;
  const behind = () =>
    pick(['', '/', '/models', '/likes', '?utm=1', '#top', '/models?page=2', '/collections', '/?a=b;c']);
  const host = () =>
    pick([
      'https://sketchfab.com/',
      'http://www.sketchfab.com/',
      'sketchfab.com/',
      'HTTPS://SKETCHFAB.COM/',
      '//sketchfab.com/',
    ]);

  const formsOfName: readonly ((name: string) => string)[] = [
    (name) => name,
    (name) => `@${name}`,
    (name) => `${host()}${name}${behind()}`,
    (name) => `[profile](https://sketchfab.com/${name})`,
    (name) => `<a href="https://sketchfab.com/${name}">`,
    (name) => `https://www.google.com/url?q=https://sketchfab.com/${name}&sa=D`,
    (name) => encodeURIComponent(`https://sketchfab.com/${name}`),
    (name) => `/${name}/likes`,
    fullWidth,
    encoded,
    sprinkled,
  ];
  const decorated = (entry: string) =>
    pick<(one: string) => string>([
      (one) => one,
      (one) => one,
      (one) => `"${one}"`,
      (one) => `“${one}”`,
      (one) => `(${one})`,
      (one) => `'${one}'`,
      (one) => `- ${one}`,
      (one) => `• ${one}`,
      (one) => `${below(99) + 1}. ${one}`,
    ])(entry);
  const separators = [
    '\n',
    '\r\n',
    ', ',
    ',',
    ';',
    '\t',
    ' ',
    ' | ',
    '，',
    '；',
    '、',
    '\u00a0',
    '\u2028',
    '\n\n',
  ];

  return {
    people,
    models,
    list: () => {
      const wanted = Array.from({ length: 1 + below(6) }, () => pick(people));
      const wantedModels = Array.from({ length: below(3) }, () => pick(models));
      const noise = Array.from({ length: below(3) }, () =>
        pick([
          'nobody-here',
          'https://example.com/x',
          'https://sketchfab.com/3d-models/popular',
          '???',
          'N/A',
          '',
        ]),
      );
      const byId = dice() < 0.25;
      const entries = [
        ...wanted.map(({ uid, name }) =>
          byId
            ? pick([uid, uid.toUpperCase(), fullWidth(uid), sprinkled(uid)])
            : pick(formsOfName)(anyCase(name)),
        ),
        ...wantedModels.map((uid) =>
          pick([uid, `https://sketchfab.com/3d-models/a-chair-${uid}${pick(['', '?x=1', '#y'])}`]),
        ),
        ...noise,
      ];
      const one = pick(separators);
      const isMixed = dice() < 0.5;
      const shuffled = entries.map((entry) => [dice(), decorated(entry)] as const).sort(([a], [b]) => a - b);
      return {
        pasted: shuffled.map(([, entry]) => `${entry}${isMixed ? pick(separators) : one}`).join(''),
        wanted,
        wantedModels,
      };
    },
  };
}

describe('10,000 pasted lists in hostile forms', () => {
  it('leave out everybody they name, and report every other entry', () => {
    const missed: unknown[] = [];
    let named = 0;
    for (let seed = 0; seed < 50; seed += 1) {
      const { people, models, list } = makeLists(seed);
      const collected = {
        userUids: stringListOf(people.map(({ uid }) => uid as UserUid)),
        modelUids: stringListOf(models as ModelUid[]),
        usernames: new Map(people.map(({ uid, name }) => [uid as UserUid, name])),
        importedIdOf: null,
      };
      for (let round = 0; round < listCount / 50; round += 1) {
        const { pasted, wanted, wantedModels } = list();
        const excluded = typedExclusions(pasted);
        const { users, models: out, unmatched } = findExclusions(excluded, collected);
        named += wanted.length;
        for (const { uid, name } of wanted)
          if (!users.has(uid as UserUid)) missed.push({ pasted, uid, name });
        for (const uid of wantedModels) if (!out.has(uid as ModelUid)) missed.push({ pasted, uid });
        const entries = exclusionEntries(excluded);
        const reported = unmatched.map((index) => entries[index]!.text);
        for (const entry of entries.filter(isUnclear)) expect(reported).toContain(entry.text);
        for (const known of ['nobody-here', 'https://example.com/x'])
          if (pasted.includes(known)) expect(reported, pasted).toContain(known);
      }
    }
    expect(missed).toEqual([]);
    expect(named).toBeGreaterThan(30_000);
  }, 120_000);
});
