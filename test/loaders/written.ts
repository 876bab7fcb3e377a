import JSZip from 'jszip';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type DatasetOptions, defaultDatasetOptions } from '../../src/dataset/dataset-options';
import type { DatasetSource } from '../../src/dataset/dataset-source';
import type { PartRequest } from '../../src/dataset/parts/part-manifest';
import { keyedHash } from '../../src/dataset/pseudonyms/keyed-hash';
import type { PseudonymKey } from '../../src/dataset/pseudonyms/pseudonym-key';
import { exportDataset, exportPart } from '../dataset/export-from';
import { type WorldModel, worldSource } from './world';

export const projectKey: PartRequest['key'] = {
  mode: 'project',
  text: 'a key of this team alone',
  projectId: 'p1',
};
export const exportedAt = new Date('2026-01-03T00:00:00Z');

/** The bytes of the dataset of these models. */
export async function datasetZip(
  models: readonly WorldModel[] | DatasetSource,
  options: Partial<DatasetOptions> = {},
  key: PseudonymKey = projectKey,
): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  await exportDataset({
    source: 'readModels' in models ? models : worldSource(models),
    key,
    options: { ...defaultDatasetOptions, ...options },
    exportedAt,
    toolVersion: '1.0.0',
    write: (chunk) => {
      chunks.push(chunk.slice());
    },
  });
  return Buffer.concat(chunks);
}

export async function partZip(
  models: readonly WorldModel[],
  order: Partial<PartRequest> & { readonly source?: DatasetSource } = {},
): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  await exportPart({
    source: worldSource(models),
    key: projectKey,
    options: defaultDatasetOptions,
    contributor: 'ada',
    run: '00000001',
    shard: null,
    exportedAt,
    toolVersion: '1.0.0',
    write: (chunk) => {
      chunks.push(chunk.slice());
    },
    ...order,
  });
  return Buffer.concat(chunks);
}

/** Unpacks zips into one new folder, as a team would; the folder is deleted after the test. */
export async function unpack(...zips: readonly Buffer[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'likes-out-loaders-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const zip of zips) {
    const opened = await JSZip.loadAsync(zip, { checkCRC32: true });
    for (const file of Object.values(opened.files)) {
      const path = join(folder, file.name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, await file.async('nodebuffer'));
    }
  }
  return folder;
}

/** All likes of these models as `mid uid`, by code unit: what every reader must get. */
export function pairsOf(models: readonly WorldModel[]): string[] {
  const hash = keyedHash(projectKey.text);
  return models.flatMap(({ uid, likes }) => likes.map((user) => `${uid} ${hash(user)}`)).sort();
}

export const asPairs = (rows: readonly (readonly unknown[])[]): string[] =>
  rows.map((row) => row.join(' ')).sort();
