import JSZip from 'jszip';
import type { DatasetSummary } from '../../../src/dataset/write-dataset';
import { type DatasetRequest, exportDataset } from '../export-from';
import { type MadeUpModel, memorySource } from '../memory-source';
import { parsePsv } from '../tables/parse-psv';

export type MadeZip = {
  readonly zip: Buffer;
  readonly summary: DatasetSummary;
  /** Unpacked, in zip order. */
  readonly files: ReadonlyMap<string, Buffer>;
};

/** Writes a dataset and unpacks it, verifying the checksums. */
export async function makeZip(
  rows: readonly MadeUpModel[],
  order: Partial<DatasetRequest> = {},
): Promise<MadeZip> {
  const chunks: Uint8Array[] = [];
  const summary = await exportDataset({
    source: memorySource(rows),
    key: { mode: 'one-time', text: 'secret key' },
    exportedAt: new Date('2026-01-02T03:04:05Z'),
    toolVersion: '1.2.3',
    write: (chunk) => {
      chunks.push(chunk.slice());
    },
    ...order,
  });
  const zip = Buffer.concat(chunks);
  const opened = await JSZip.loadAsync(zip, { checkCRC32: true });
  const files = new Map<string, Buffer>();
  for (const file of Object.values(opened.files)) files.set(file.name, await file.async('nodebuffer'));
  return { zip, summary, files };
}

/** The records of a table of the zip, header first. */
export function table({ files }: MadeZip, name: string): string[][] {
  return parsePsv(files.get(`data/${name}.psv`)!.toString('utf8'));
}
