import { ImportError } from '../zip/import-error';
import type { ZipEntry } from '../zip/open-zip';
import { descriptorPath, isKnownFile, isPartManifest } from './known-files';

export type DatasetEntries = {
  /** By path within the dataset. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** The path of the manifest, which is one of them. */
  readonly manifest: string;
};

/**
 * Finds the one dataset or part in a zip that may have been unpacked and packed again: within a folder or not, with
 * entries for folders and with what file managers leave behind. Every other file must be one that a dataset can have.
 */
export function datasetEntries(all: readonly ZipEntry[]): DatasetEntries {
  const files = all
    .map((entry) => ({ ...entry, path: withSlashes(entry.path) }))
    .filter((entry) => !isEmptyFolder(entry) && !isLeftBehind(entry.path));
  const { folder, manifest } = findManifest(files);
  const entries = new Map<string, ZipEntry>();
  for (const entry of files) {
    const path = entry.path.startsWith(folder) ? entry.path.slice(folder.length) : entry.path;
    if (!isKnownFile(path) || !entry.path.startsWith(folder)) throw unexpected(entry.path);
    if (entries.has(path)) throw new ImportError({ code: 'duplicateFile', path });
    entries.set(path, { ...entry, path });
  }
  return { entries, manifest };
}

/** PowerShell 5 writes backslashes. No path of ours has one. */
const withSlashes = (path: string) => path.replaceAll('\\', '/');

const isEmptyFolder = ({ path, inflatedBytes }: ZipEntry) => path.endsWith('/') && inflatedBytes === 0;

/** What macOS and Windows add to folders by themselves. */
const isLeftBehind = (path: string) =>
  /^__MACOSX\/|(?:^|\/)(?:\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(path);

// Not a relative one: with `../` before it, no path is one of ours.
const inFolder = /^((?:(?!\.{1,2}\/)[^/]+\/)*)(datapackage\.json|parts\/manifest-[^/]*\.json)$/;

function findManifest(files: readonly ZipEntry[]): { folder: string; manifest: string } {
  const found = files.flatMap(({ path }) => {
    const [, folder = '', manifest = ''] = inFolder.exec(path) ?? [];
    return manifest === descriptorPath || isPartManifest(manifest) ? [{ folder, manifest }] : [];
  });
  const [first, second] = found;
  if (second && first) {
    const [one, other] = [first, second].map(({ folder, manifest }) => folder + manifest);
    if (one === other) throw new ImportError({ code: 'duplicateFile', path: first.manifest });
    throw new ImportError({ code: 'severalDatasets', path: one ?? '', other: other ?? '' });
  }
  if (first) return first;
  const zip = files.find(({ path }) => path.toLowerCase().endsWith('.zip'));
  if (zip) throw unexpected(zip.path);
  throw new ImportError({ code: 'notADataset', path: descriptorPath });
}

function unexpected(path: string): ImportError {
  const code = path.toLowerCase().endsWith('.zip') ? 'zipInZip' : 'unexpectedFile';
  return new ImportError({ code, path });
}
