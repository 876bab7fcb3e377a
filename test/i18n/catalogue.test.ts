import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../public/_locales/en/messages.json';
import { root } from '../../scripts/root.mjs';
import { tableFacts } from '../../src/sketchfab/model-facts';
import type { Catalogue } from './source-of';

const catalogue: Catalogue = english;
const keys = Object.keys(catalogue);
const category = /_(zero|one|two|few|many|other)$/;
const baseOf = (key: string) => key.replace(category, '');

const code = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
  .join('\n');
const manifest = readFileSync(join(root, 'manifest.json'), 'utf8');

/** Keys that are built from the list of facts. */
const factKeys = tableFacts.map((name) => `fact_${name}`);

/** The placeholders that a sentence uses, in lower case as browsers compare them. */
const used = (message: string) => [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name!.toLowerCase());

describe('the English catalogue', () => {
  it('has no unused sentence', () => {
    const unused = keys
      .map(baseOf)
      .filter((key) => !factKeys.includes(key))
      .filter(
        (key) =>
          !code.includes(`'${key}'`) && !code.includes(`of="${key}"`) && !manifest.includes(`__MSG_${key}__`),
      );
    expect([...new Set(unused)]).toEqual([]);
  });

  it('has no two keys that differ only in case, which browsers ignore', () => {
    expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length);
  });

  it.each(keys)('%s has a key of the form feature_sentence and a text without surrounding blanks', (key) => {
    expect(key).toMatch(/^(name|description|language|[a-z][A-Za-z0-9]*(_[a-z][A-Za-z0-9]*)+)$/);
    expect(catalogue[key]!.message.trim()).toBe(catalogue[key]!.message);
    expect(catalogue[key]!.message).not.toBe('');
  });

  it.each(keys)('%s declares each placeholder it uses, numbered alphabetically', (key) => {
    const { message, placeholders = {} } = catalogue[key]!;
    const names = Object.keys(placeholders);
    expect(names.filter((name) => !/^[a-z]+$/.test(name))).toEqual([]);
    expect(names.length).toBeLessThanOrEqual(9);
    expect(names.sort().map((name) => placeholders[name]!.content)).toEqual(
      names.map((_, at) => `$${at + 1}`),
    );
    expect(used(message).filter((name) => !names.includes(name))).toEqual([]);
    // The form for one may omit its number.
    const unused = names.filter((name) => !used(message).includes(name));
    expect(key.endsWith('_one') ? unused.filter((name) => name !== 'count') : unused).toEqual([]);
    // A lone dollar sign begins a mistyped placeholder.
    expect(message.replaceAll(/\$\w+\$|\$\$/g, '')).not.toContain('$');
  });

  const plurals = [...new Set(keys.filter((key) => category.test(key)).map(baseOf))];

  it.each(plurals)('%s has both plural forms of English, with the same placeholders', (base) => {
    const forms = keys.filter((key) => category.test(key) && baseOf(key) === base);
    expect(forms.sort()).toEqual([`${base}_one`, `${base}_other`]);
    const [one, other] = forms.map((form) => Object.keys(catalogue[form]!.placeholders ?? {}).sort());
    expect(one).toEqual(other);
    expect(other).toContain('count');
    expect(keys).not.toContain(base);
  });
});
