import type { Dice } from './dice';

/** Replacements for valid values, as JSON, because only JSON can have `__proto__` as a key. */
const hostile = [
  'null',
  'true',
  '0',
  '-1',
  '1e308',
  '9007199254740993',
  '""',
  '" "',
  '"__proto__"',
  '"constructor"',
  '"../../me"',
  '"javascript:alert(1)"',
  '"<img src=x onerror=alert(1)>"',
  '"=cmd|calc"',
  '"\\u0000\\u202e\\ud800"',
  '"16271"',
  '"f0000000000000000000000000000001"',
  '"https://evil.example/i/likes?cursor=A"',
  '"https://user:pw@sketchfab.com/i/likes?cursor=A"',
  '{"__proto__":{"polluted":true},"uid":"16271"}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":null,"length":-1}',
  '[]',
  '{}',
  '[[[[[[[[[[]]]]]]]]]]',
  '[{"uid":"16271"},{"uid":16271},{"uid":null},7,null,[]]',
  `"${'x'.repeat(5_000)}"`,
];

/** JSON with one to four errors: in values, keys, or the text itself. */
export function mutate(json: string, dice: Dice): string {
  let text = json;
  for (let turns = 1 + dice.roll(4); turns > 0; turns--) text = dice.pick(ways)(text, dice);
  return text;
}

const ways: readonly ((text: string, dice: Dice) => string)[] = [
  replaceValue,
  replaceValue,
  replaceValue,
  dropKey,
  addKey,
  renameKey,
  (text, { roll }) => text.slice(0, roll(text.length + 1)),
  (text, { roll }) => {
    const [at, upTo] = [roll(text.length + 1), roll(40)];
    return text.slice(0, at) + text.slice(at + upTo);
  },
  (text, { roll }) => {
    const at = roll(text.length + 1);
    return text.slice(0, at) + String.fromCharCode(roll(0x1_0000)) + text.slice(at + 1);
  },
  (text, { roll }) => {
    const [at, upTo] = [roll(text.length + 1), roll(200)];
    return text.slice(0, at) + text.slice(at, at + upTo) + text.slice(at);
  },
  (text) => `\ufeff${text}`,
  (text) => `[${text}]`,
];

/** A value after a colon or a comma, up to its apparent end. */
const value = /("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null|\[\]|\{\})(?=\s*[,}\]])/g;
const key = /"[A-Za-z]+":/g;

function replaceValue(text: string, dice: Dice): string {
  return replaceOne(text, value, dice, () => dice.pick(hostile));
}

function renameKey(text: string, dice: Dice): string {
  return replaceOne(text, key, dice, () =>
    dice.pick(['"__proto__":', '"Uid":', '"":', '"constructor":', '"next":']),
  );
}

function addKey(text: string, dice: Dice): string {
  return replaceOne(
    text,
    key,
    dice,
    (old) => `${dice.pick(['"__proto__":', '"uid":', '"next":', '"x":'])}${dice.pick(hostile)},${old}`,
  );
}

function dropKey(text: string, dice: Dice): string {
  return replaceOne(text, /"[A-Za-z]+":(?:"[^"]*"|\d+|null|true|false),?/g, dice, () => '');
}

function replaceOne(text: string, pattern: RegExp, dice: Dice, by: (old: string) => string): string {
  const found = [...text.slice(0, 20_000).matchAll(pattern)];
  if (found.length === 0) return text;
  const { index, 0: old } = dice.pick(found);
  return text.slice(0, index) + by(old) + text.slice(index + old.length);
}
