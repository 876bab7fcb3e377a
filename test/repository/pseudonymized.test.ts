import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';

/** A keyed pseudonym is not anonymity. Two exceptions: rec-a-sketch's file name, and sentences that say just this. */
const allowed = [/model_likes_anon/g, /not anonymi[sz]ation/gi];
const claim = /anonym\w*|\banon\b/i;

/** Everything that users read: the texts of the product and its documents. */
function readable(): { path: string; line: number; text: string }[] {
  const folders = ['src', 'public/_locales', 'docs']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:tsx?|html|json|md)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    );
  const beside = readdirSync(root)
    .filter((name) => name.endsWith('.md') || name === 'manifest.json' || name === 'package.json')
    .map((name) => join(root, name));
  return [...folders, ...beside].flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .map((text, index) => ({ path, line: index + 1, text })),
  );
}

function claimsAnonymity(text: string): boolean {
  return claim.test(allowed.reduce((rest, words) => rest.replaceAll(words, ''), text));
}

describe('text for readers', () => {
  it('says "pseudonymized" and never claims anonymity', () => {
    const claims = readable().filter(({ text }) => claimsAnonymity(text));
    expect(claims.map(({ path, line, text }) => `${path}:${line} ${text.trim()}`)).toEqual([]);
  });

  it.each([
    ['Users are anonymized.', true],
    ['An anonymous dataset', true],
    ['data/model_likes_anon.psv', false],
    ['This is pseudonymization, not anonymization.', false],
  ])('is judged correctly: %j', (text, expected) => {
    expect(claimsAnonymity(text)).toBe(expected);
  });
});
