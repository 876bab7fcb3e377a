import { describe, expect, it } from 'vitest';
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
      expect(policy).toMatch(/require-trusted-types-for 'script'; trusted-types export-worker$/);
      const makers = readBuilt(target).flatMap(({ path, text }) =>
        [...text.matchAll(/createPolicy/g)].map(() => path),
      );
      expect(makers.toSorted()).toEqual([
        expect.stringMatching(/^assets\/export-worker-/),
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
