import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { isBuilt, needsBuild, readBuilt, targets, type BuildTarget } from './built-files';

/**
 * What delivered code must not contain. If a library contains it, `known` says what it looks like
 * and why it is harmless.
 */
type Forbidden = {
  readonly what: string;
  readonly pattern: RegExp;
  readonly known?: RegExp;
};

const forbidden: readonly Forbidden[] = [
  { what: 'eval', pattern: /(?<![.\w$])eval\(/g },
  { what: 'code made from text', pattern: /(?<![.\w$])(?:new )?Function\(.{0,30}/g },
  {
    what: 'markup made from text',
    pattern: /\.(?:inner|outer)HTML\s*=(?!=).{0,30}|\.insertAdjacentHTML\(|document\.write/g,
    // Preact's dangerouslySetInnerHTML, which no view uses (see below) and the trusted types policy forbids.
    known: /\.innerHTML=\w+\.__html\)/,
  },
  {
    what: 'script from elsewhere or of a name that is not known',
    pattern: /importScripts\(|<script[^>]+src="(?!\/|\.)[^"]*"|(?<![.\w$])import\([^)]{0,60}\)?/g,
    // The views of the tab, a file of the package.
    known: /: import\(`\.\/[\w.-]+\.js`\)/,
  },
];

/** Addresses that code may contain. The manifest's policy allows requests only to the first two. */
const knownAddresses: readonly RegExp[] = [
  /^https:\/\/sketchfab\.com/,
  /^https:\/\/api\.sketchfab\.com/,
  /^https?:\/\/www\.w3\.org\//, // names of XML namespaces
  // The names of formats, written into the dataset.
  /^https:\/\/datapackage\.org\/profiles\//,
  /^http:\/\/(?:schema\.org\/|mlcommons\.org\/croissant\/|purl\.org\/dc\/terms\/)/,
  /^https:\/\/tinyurl\.com\/y2uuvskb$|^http:\/\/bit\.ly\/2kdckMn$/, // in the texts of Dexie's errors
  /^http:\/\/robots-relative\.samclarke\.com\/$/, // a base that robots-parser parses relative addresses against
  /^https:\/\/stuk\.github\.io\/jszip\//, // in the texts of JSZip's errors
];

function findAll(target: BuildTarget, { pattern, known }: Forbidden): string[] {
  return readBuilt(target)
    .filter(({ path }) => path !== 'manifest.json')
    .flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([found]) => `${path}: ${found}`))
    .filter((found) => !known?.test(found));
}

describe.each(targets)('the code built for %s', (target) => {
  describe.skipIf(!isBuilt(target))(isBuilt(target) ? 'as it is' : needsBuild, () => {
    it.each(forbidden)('holds no $what', (rule) => {
      expect(findAll(target, rule)).toEqual([]);
    });

    it('contains no addresses but the known ones', () => {
      const addresses = readBuilt(target).flatMap(({ path, text }) =>
        [...text.matchAll(/https?:\/\/[\w.-]+[\w/.-]*/g)].map(([address]) => ({ path, address })),
      );
      const { homepage } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
        homepage: string;
      };
      const strange = addresses.filter(
        ({ path, address }) =>
          !knownAddresses.some((known) => known.test(address)) &&
          !(path === 'manifest.json' && address === homepage),
      );
      expect(strange).toEqual([]);
    });

    it('has a content script that is one file and imports nothing', () => {
      const built = readBuilt(target);
      const manifest = JSON.parse(built.find(({ path }) => path === 'manifest.json')!.text) as {
        content_scripts: { js: string[] }[];
      };
      const script = built.find(({ path }) => path === manifest.content_scripts[0]?.js[0]);
      expect(script?.text).toBeTruthy();
      // A `from` followed by a path is an import or export, which only a module may have.
      expect(script?.text).not.toMatch(/(?<![.\w$])(?:import|export)\s*[{*"'(]|\bfrom\s*["']\.{0,2}\//);
      expect(script?.text).not.toContain('getURL(');
    });
  });
});

describe('the source of the views', () => {
  it('never makes markup from text', () => {
    const folder = join(root, 'src');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    const made = sources.filter((name) =>
      /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=(?!=)|insertAdjacentHTML/.test(
        readFileSync(join(folder, name), 'utf8'),
      ),
    );
    expect(made).toEqual([]);
  });
});
