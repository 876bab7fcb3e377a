import { describe, expect, it } from 'vitest';
import { isSame, type Lock } from '../../scripts/install-dependencies.mjs';

const lock = (packages: Lock['packages']): Lock => ({ packages: { '': { version: '0.1.0' }, ...packages } });
const dexie = { 'node_modules/dexie': { version: '4.4.7' } };
const forMac = { 'node_modules/fsevents': { version: '2.3.3', optional: true } };

describe('installed dependencies', () => {
  it('are up to date if every version matches the lock file', () => {
    expect(isSame(lock(dexie), { packages: dexie })).toBe(true);
  });

  it('may lack packages for other systems', () => {
    expect(isSame(lock({ ...dexie, ...forMac }), { packages: dexie })).toBe(true);
  });

  it.each<[string, Lock]>([
    ['a package is missing', { packages: {} }],
    ['a version differs', { packages: { 'node_modules/dexie': { version: '4.4.6' } } }],
    ['a package is left over', { packages: { ...dexie, 'node_modules/left-over': { version: '1.0.0' } } }],
    ['the record of installed packages is empty', {}],
  ])('are reinstalled if %s', (_, installed) => {
    expect(isSame(lock(dexie), installed)).toBe(false);
  });
});
