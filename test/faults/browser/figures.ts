import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../scripts/root.mjs';

/** What a campaign found: a row of the table that `npm run test:faults` prints. */
export type Figures = {
  readonly campaign: string;
  /** What it was done to, such as `Chromium 156.0.8078.79, IndexedDB on LevelDB`. */
  readonly browser: string;
  readonly n: number;
  readonly seed: number;
  readonly seconds: number;
  /** Each broken promise, as a sentence. None is what is asked for. */
  readonly violations: readonly string[];
  readonly found: Readonly<Record<string, string | number>>;
};

/** Kept for the table, and printed at once for whoever runs one campaign alone. */
export async function reportFigures(figures: Figures): Promise<void> {
  const folder = join(root, 'test-results', 'faults');
  await mkdir(folder, { recursive: true });
  const name = figures.campaign.replaceAll(/\W+/g, '-');
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(figures, null, 2)}\n`);
  console.log(JSON.stringify(figures, null, 2));
}
