import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';

type LockedPackage = { readonly version?: string; readonly integrity?: string; readonly resolved?: string };

const publicRegistry = 'https://registry.npmjs.org/';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>;
};
const { '': own, ...locked } = packages;

describe('package-lock.json', () => {
  it('has a SHA-512 hash for every package, including those for other systems', () => {
    expect(Object.keys(locked).length).toBeGreaterThan(100);
    const unproven = Object.entries(locked).filter(
      ([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''),
    );
    expect(unproven.map(([path]) => path)).toEqual([]);
  });

  it('names no registry but the public one', () => {
    const elsewhere = Object.entries(locked).filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith(publicRegistry),
    );
    expect(elsewhere).toEqual([]);
    expect(existsSync(join(root, '.npmrc'))).toBe(false);
  });

  it('has the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(own?.version).toBe(version);
  });
});
