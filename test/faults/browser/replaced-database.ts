import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Whether Chromium found the database damaged when it last opened it, deleted it and created an empty one, as it now and then
 * does after kills: docs/lost-databases.md. Nothing else of ours leaves this line in LevelDB's log: it is only written when the
 * whole folder is new, and the profile of a campaign had one before.
 */
export async function isDatabaseReplaced(profile: string): Promise<boolean> {
  const folder = join(profile, 'Default', 'IndexedDB');
  const ours = (await readdir(folder)).filter((name) => /^chrome-extension_.*\.leveldb$/.test(name));
  const logs = await Promise.all(ours.map((name) => readFile(join(folder, name, 'LOG'), 'utf8')));
  return logs.some((log) => /^.* Creating DB .* since it was missing\.$/m.test(log));
}
