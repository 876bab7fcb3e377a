/**
 * Whether the browser may clear what is stored when the disk fills up: `lasting` if it agreed not to, `refused` if it was
 * asked and did not agree, `unknown` where it cannot be asked.
 */
export type StoragePersistence = 'unknown' | 'lasting' | 'clearable' | 'refused';

export async function readPersistence(): Promise<StoragePersistence> {
  try {
    return (await navigator.storage.persisted()) ? 'lasting' : 'clearable';
  } catch {
    return 'unknown';
  }
}

export async function requestPersistence(): Promise<StoragePersistence> {
  return (await navigator.storage.persist()) ? 'lasting' : 'refused';
}
