import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The bytes on disk that the browser keeps for an extension: its databases and its storage, logs included. */
export async function storedBytes(profile: string, extensionId: string): Promise<number> {
  const folder = join(profile, 'Default');
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.includes(extensionId));
  const sizes = await Promise.all(paths.map((path) => fileSize(join(folder, path))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** A running browser renames and removes its logs. */
async function fileSize(path: string): Promise<number> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
