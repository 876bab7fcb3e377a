/** The name of a file that is not cleared away until `release`, or until the page that reserved it is gone. */
export type Reserved = { readonly name: string; readonly release: () => Promise<void> };

const lockOf = (name: string) => `exported-file ${name}`;

/** A lock ends with its page, however that ends. So a tab closed midway leaves a file that the next page clears. */
export async function reserveFile(): Promise<Reserved> {
  const name = crypto.randomUUID();
  let release = () => {};
  let released: Promise<unknown> = Promise.resolve();
  const held = new Promise<void>((resolve) => (release = resolve));
  await new Promise<void>((onHeld, onRefused) => {
    released = navigator.locks.request(lockOf(name), () => {
      onHeld();
      return held;
    });
    released.catch(onRefused);
  });
  return {
    name,
    async release() {
      release();
      await released;
      await clearStoredFiles();
    },
  };
}

/** Removes every file that no page holds. */
export async function clearStoredFiles(): Promise<void> {
  const folder = await exportFolder();
  if (!folder) return;
  for (const name of await namesIn(folder)) {
    await navigator.locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
      if (lock) await removeUnlessInUse(folder, name);
    });
  }
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
  return names;
}

// A worker that was just terminated holds its file a moment longer.
const [tries, betweenTriesMs] = [5, 200];

/** A file still in use after all tries is left for the next page to clear. */
async function removeUnlessInUse(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  for (let left = tries; left > 0; left -= 1) {
    try {
      await folder.removeEntry(name);
      return;
    } catch (error) {
      const reason = error instanceof DOMException ? error.name : '';
      // Another page was faster.
      if (reason === 'NotFoundError') return;
      if (reason !== 'NoModificationAllowedError') throw error;
      await new Promise((resolve) => setTimeout(resolve, betweenTriesMs));
    }
  }
}

/**
 * Where files lie while they are written and downloaded: a folder private to this extension, which no file manager shows.
 * `null` where the browser gives an extension none.
 */
export async function exportFolder(): Promise<FileSystemDirectoryHandle | null> {
  const root = await navigator.storage.getDirectory().catch(() => null);
  return root && root.getDirectoryHandle('exports', { create: true });
}
