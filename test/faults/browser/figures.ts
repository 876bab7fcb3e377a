import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../scripts/root.mjs';

/** The result of a campaign: a row of the table that `npm run test:faults` prints. */
export type Figures = {
  readonly campaign: string;
  /** The browser, such as `Chromium 156.0.8078.79, IndexedDB on LevelDB`. */
  readonly browser: string;
  readonly n: number;
  readonly seed: number;
  readonly seconds: number;
  /** A sentence for each broken promise. There should be none. */
  readonly violations: readonly string[];
  readonly found: Readonly<Record<string, string | number>>;
};

/** Stores the figures for the table, and prints them for anyone who runs a single campaign. */
export async function reportFigures(figures: Figures): Promise<void> {
  const folder = join(root, 'test-results', 'faults');
  await mkdir(folder, { recursive: true });
  const name = figures.campaign.replaceAll(/\W+/g, '-');
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(figures, null, 2)}\n`);
  console.log(JSON.stringify(figures, null, 2));
}
