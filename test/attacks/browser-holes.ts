import type { Hole } from './hole';

/** Their tests run in a browser. */
export const browserHoles: readonly Hole[] = [
  {
    hole: 'another extension starts a download in a browser',
    file: 'src/popup/download-link.ts',
    find: 'if (known !== token) return false;',
    replace: '',
    test: 'test/e2e/forged-settings.spec.ts',
    title: 'cannot start a download by the address',
  },
  {
    hole: 'a renderer that was taken over reads and writes the settings',
    file: 'src/settings/close-storage.ts',
    find: "await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });",
    replace: '',
    test: 'test/e2e/forged-settings.spec.ts',
    title: 'can neither read nor write what the extension stores',
  },
  {
    hole: 'a renderer that was taken over fills the disk',
    file: 'src/background/tab-quota.ts',
    find: ' || bytes > maxBytesPerMinute',
    replace: '',
    test: 'test/e2e/disk-filling.spec.ts',
    title: 'by a renderer that was taken over',
  },
  {
    hole: 'deleted rows stay in the files of the browser',
    file: 'src/background/second-copy.ts',
    find: 'await whileNoPageWrites(wipe);',
    replace: '',
    test: 'test/e2e/deletion.spec.ts',
  },
  {
    hole: 'deleted rows stay in the files of Firefox',
    file: 'src/settings/wipe-storage.ts',
    find: 'await local.set(Object.fromEntries(names.map((name) => [name, crypto.randomUUID()])));',
    replace: '',
    test: 'test/e2e/firefox-deletion.spec.ts',
  },
];
