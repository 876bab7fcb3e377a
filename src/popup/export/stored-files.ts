import { exportFolder } from './export-folder';

/** The name of a file that nobody clears away until `release`, or until the page that reserved it is gone. */
export type Reserved = { readonly name: string; readonly release: () => Promise<void> };

const lockOf = (name: string) => `exported-file ${name}`;

/** A lock falls with its page, however that ends. So a tab that was closed midway leaves a file that the next one clears. */
export async function reserveFile(): Promise<Reserved> {
  const name = crypto.randomUUID();
  let letGo = () => {};
  let isLetGo: Promise<unknown> = Promise.resolve();
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await new Promise<void>((isTaken, isRefused) => {
    isLetGo = navigator.locks.request(lockOf(name), () => {
      isTaken();
      return held;
    });
    isLetGo.catch(isRefused);
  });
  return {
    name,
    async release() {
      letGo();
      await isLetGo;
      await clearStoredFiles();
    },
  };
}

/** Removes every file that no page holds. Where there is no such folder there is nothing to remove. */
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

/** A worker that was just ended may hold its file a moment longer, and another page may have been faster: the next page clears it. */
async function removeUnlessInUse(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name);
  } catch (error) {
    const isForLater =
      error instanceof DOMException && /^(NoModificationAllowed|NotFound)Error$/.test(error.name);
    if (!isForLater) throw error;
  }
}
