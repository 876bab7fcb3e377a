import { ImportRefused } from './import-refused';
import { importLimits } from './import-limits';
import { unpackEntry } from './unpack-entry';
import type { ZipEntry } from './zip-entry';

/** The text of an entry, piece by piece. A byte order mark stays a character, as nothing of ours has one. */
export async function* entryText(zip: Blob, entry: ZipEntry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const bytes of unpackEntry(zip, entry))
    yield decode(() => decoder.decode(bytes, { stream: true }), entry);
  yield decode(() => decoder.decode(), entry);
}

/** The value of a JSON entry. Nothing is known of its shape. */
export async function entryJson(zip: Blob, entry: ZipEntry): Promise<unknown> {
  if (entry.inflatedBytes > importLimits.jsonBytes) throw new ImportRefused(`${entry.path} is too large.`);
  let text = '';
  for await (const piece of entryText(zip, entry)) text += piece;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ImportRefused(`${entry.path} is no JSON.`, { cause });
  }
}

function decode(act: () => string, { path }: ZipEntry): string {
  try {
    return act();
  } catch (cause) {
    throw new ImportRefused(`${path} is no UTF-8.`, { cause });
  }
}
