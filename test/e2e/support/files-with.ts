import { parquetReadObjects } from 'hyparquet';
import type { Files } from './unpack';

/**
 * The paths of all files that contain a text in any case: in their bytes, in the decoded values of a Parquet file,
 * or in the path itself.
 */
export async function filesWith(files: Files, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const [path, bytes] of files) {
    // One character per byte, so that nothing is skipped because it is not text.
    const looks = [path, bytes.toString('latin1'), path.endsWith('.parquet') ? await decoded(bytes) : ''];
    if (looks.some((look) => look.toLowerCase().includes(text.toLowerCase()))) found.push(path);
  }
  return found.sort();
}

async function decoded(bytes: Buffer): Promise<string> {
  const rows = await parquetReadObjects({ file: Uint8Array.from(bytes).buffer });
  return JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}
