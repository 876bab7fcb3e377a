import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const created = new Set<string>();

/** A new profile folder in the temporary folder. Remove it by `removeProfile`. */
export async function createProfile(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'likes-out-'));
  process.off('exit', removeLeftBehind).once('exit', removeLeftBehind);
  created.add(profile);
  return profile;
}

/** Removes what a failed test left behind. */
function removeLeftBehind(): void {
  for (const profile of created) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Turns on Chromium's developer mode in a profile that is still empty. Without it, an extension loaded from the
 * command line that reloads itself, as ours does for an update, comes back disabled.
 */
export async function prepareChromiumProfile(profile: string): Promise<void> {
  const preferences = join(profile, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(preferences, JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
}

export async function removeProfile(profile: string): Promise<void> {
  // A killed browser may still be releasing its files.
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  created.delete(profile);
}
