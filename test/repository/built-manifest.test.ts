import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { isBuilt, needsBuild, readBuilt, targets, type BuildTarget } from './built-files';

type Manifest = {
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly content_scripts: readonly {
    readonly matches: readonly string[];
    readonly js: readonly string[];
  }[];
  readonly content_security_policy: { readonly extension_pages: string };
  readonly background: Readonly<Record<string, unknown>>;
  readonly version: string;
  readonly homepage_url: string;
  readonly commands: Readonly<Record<string, { readonly suggested_key: { readonly default: string } }>>;
  readonly browser_specific_settings?: {
    readonly gecko: {
      readonly id: string;
      readonly data_collection_permissions: { readonly required: readonly string[] };
    };
  };
};

function readManifest(target: BuildTarget): Manifest {
  const file = readBuilt(target).find(({ path }) => path === 'manifest.json');
  return JSON.parse(file?.text ?? 'null') as Manifest;
}

describe.each(targets)('the manifest built for %s', (target) => {
  describe.skipIf(!isBuilt(target))(isBuilt(target) ? 'as it is' : needsBuild, () => {
    it('asks for three permissions and two hosts, and none at run time', () => {
      const manifest = readManifest(target);
      expect([...manifest.permissions].sort()).toEqual(['alarms', 'storage', 'unlimitedStorage']);
      expect([...manifest.host_permissions].sort()).toEqual([
        'https://api.sketchfab.com/*',
        'https://sketchfab.com/*',
      ]);
      expect(Object.keys(manifest).filter((key) => key.startsWith('optional_'))).toEqual([]);
    });

    it('takes version and home page from package.json, where alone they are defined', () => {
      const manifest = readManifest(target);
      const { version, homepage } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
        version: string;
        homepage: string;
      };
      expect(manifest).toMatchObject({ version, homepage_url: homepage });
      expect(JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'))).not.toHaveProperty('version');
    });

    it('has one command, a keyboard shortcut for the popup that works on every system', () => {
      const { commands } = readManifest(target);
      expect(Object.keys(commands)).toEqual(['_execute_action']);
      expect(commands['_execute_action']?.suggested_key.default).toMatch(/^(?:Alt|Ctrl)\+Shift\+[A-Z]$/);
    });

    it('gives Firefox its permanent id, and declares that no data is collected', () => {
      const settings = readManifest(target).browser_specific_settings?.gecko;
      if (target === 'chrome') expect(settings).toBeUndefined();
      else {
        expect(settings).toMatchObject({
          id: '{b6f00db9-1fa2-4aec-8f98-d004d98dc097}',
          data_collection_permissions: { required: ['none'] },
        });
      }
    });

    it('exposes nothing to web pages', () => {
      expect(Object.keys(readManifest(target))).not.toContain('web_accessible_resources');
      expect(Object.keys(readManifest(target))).not.toContain('externally_connectable');
    });

    it('runs one content script, on the site only', () => {
      const scripts = readManifest(target).content_scripts;
      expect(scripts.map(({ matches }) => matches)).toEqual([['https://sketchfab.com/*']]);
      expect(scripts[0]?.js).toHaveLength(1);
    });

    it('lets its pages run only their own scripts and connect only to the two hosts', () => {
      const policy = readManifest(target).content_security_policy.extension_pages;
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain('connect-src https://sketchfab.com https://api.sketchfab.com;');
      expect(policy).not.toMatch(/unsafe|\*|http:/);
    });

    it('lets only addresses of workers become a script, by a policy that page and worker make once each', () => {
      const policy = readManifest(target).content_security_policy.extension_pages;
      expect(policy).toMatch(/require-trusted-types-for 'script'; trusted-types dataset-worker$/);
      const makers = readBuilt(target).flatMap(({ path, text }) =>
        [...text.matchAll(/createPolicy/g)].map(() => path),
      );
      expect(makers.toSorted()).toEqual([
        expect.stringMatching(/^assets\/coordinator-worker-/),
        expect.stringMatching(/^assets\/index\.html-/),
      ]);
    });

    it('declares the background worker in the way this browser supports', () => {
      const { background } = readManifest(target);
      expect(Object.keys(background).sort()).toEqual(
        target === 'chrome' ? ['service_worker', 'type'] : ['scripts', 'type'],
      );
    });
  });
});
