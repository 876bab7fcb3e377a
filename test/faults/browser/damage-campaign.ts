import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomFrom, type Random } from '../../../practice/world/random';
import { createProfile, removeProfile } from '../../e2e/support/browser-profile';
import { until } from '../../e2e/support/until';
import { withGround, type Ground } from './campaign-ground';
import type { CampaignSize } from './campaign-size';
import { reportFigures, type Figures } from './figures';
import { launch, startCrawl, type Running } from './running-crawl';

const world = { models: 24, users: 100, likes: 400, latencyMs: 20 };
/** So slow that the crawl is still under way in every copy of the profile. */
const crawlDelayMs = 600;
/** Long enough for a worker to start and make several requests. */
const watchMs = 3_000;

const damages = {
  deleted: (path: string) => rm(path),
  emptied: (path: string) => truncate(path, 0),
  async truncated(path: string) {
    await truncate(path, Math.floor((await readFile(path)).length / 2));
  },
  async overwritten(path: string, random: Random) {
    const bytes = Uint8Array.from(await readFile(path), () => Math.floor(random() * 256));
    await writeFile(path, bytes);
  },
} satisfies Record<string, (path: string, random: Random) => Promise<void>>;

/**
 * Damages one file of the extension's storage after another, in a copy of a profile with a crawl under way each time. Then
 * nothing is requested without consent, the page opens, and a dataset can be saved.
 * @param size.n - At most so many damages, evenly spread over all files.
 */
export async function runDamageCampaign({ n, seed }: CampaignSize): Promise<Figures> {
  const begun = Date.now();
  const random = randomFrom(seed);
  return withGround(world, (ground) =>
    ground.withProfile(async (profile) => {
      await crawlHalfway(ground, profile);
      const all = (await storageFiles(profile)).flatMap((file) =>
        (Object.keys(damages) as (keyof typeof damages)[]).map((damage) => ({ file, damage })),
      );
      const step = Math.max(1, all.length / n);
      const tried = Array.from({ length: Math.min(n, all.length) }, (_, at) => all[Math.floor(at * step)]!);
      const ends: End[] = [];
      for (const { file, damage } of tried) {
        const end = await withCopy(profile, async (copy) => {
          await damages[damage](join(copy, 'Default', file), random);
          ground.practice.ledger.clear();
          return lookAfter(ground, copy);
        });
        ends.push({ ...end, lacking: end.lacking.map((one) => `${file} ${damage}: ${one}`) });
      }
      const figures: Figures = {
        campaign: 'damaged storage',
        browser: ground.browser,
        n: tried.length,
        seed,
        seconds: Math.round((Date.now() - begun) / 1_000),
        violations: ends.flatMap(({ lacking }) => lacking),
        found: {
          'files of the storage': (await storageFiles(profile)).length,
          'consent survived': ends.filter(({ hasConsent }) => hasConsent).length,
          'the database could not be opened': ends.filter(({ isDatabaseDead }) => isDatabaseDead).length,
          'requests without consent': ends.reduce((sum, one) => sum + (one.hasConsent ? 0 : one.requests), 0),
        },
      };
      await reportFigures(figures);
      return figures;
    }),
  );
}

type End = {
  readonly hasConsent: boolean;
  /** Chromium refuses to open any database of the extension if the manifest of its LevelDB is missing. */
  readonly isDatabaseDead: boolean;
  readonly requests: number;
  readonly lacking: readonly string[];
};

async function crawlHalfway({ practice }: Ground, profile: string): Promise<void> {
  const running = await launch(practice, profile);
  await startCrawl(running, crawlDelayMs);
  await until('some requests', () => Promise.resolve(practice.ledger.apiRequests().length >= 8), 30_000);
  await running.browser.close();
}

/** Of `storage.local` and of the database, relative to the profile's `Default`. */
async function storageFiles(profile: string): Promise<string[]> {
  const folders = ['Local Extension Settings', 'IndexedDB'];
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(join(profile, 'Default', folder), {
        recursive: true,
        withFileTypes: true,
      });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(profile, 'Default').length + 1));
    }),
  );
  return found.flat().sort();
}

async function withCopy<T>(profile: string, use: (copy: string) => Promise<T>): Promise<T> {
  const copy = await createProfile();
  try {
    await cp(profile, copy, { recursive: true });
    return await use(copy);
  } finally {
    await removeProfile(copy);
  }
}

async function lookAfter({ practice }: Ground, profile: string): Promise<End> {
  const running = await launch(practice, profile);
  try {
    await running.page.evaluate(`new Promise((done) => setTimeout(done, ${watchMs}))`);
    const hasConsent = await running.page.evaluate<boolean>(
      `chrome.storage.local.get('consent').then(({ consent }) => consent === true, () => false)`,
    );
    const isDatabaseDead = await running.page.evaluate<boolean>(opens).then((opened) => !opened);
    const requests = practice.ledger.apiRequests().length;
    const text = await running.page.evaluate<string>('document.body.innerText');
    const lacking = [
      !hasConsent && requests > 0 && `${requests} requests without consent`,
      !/^(?:Idle|Capturing|Crawling|Waiting|Paused|Blocked|Done)\b/im.test(text) && `the page says: ${text}`,
      isDatabaseDead
        ? !text.includes('the stored data cannot be read') && `the page says: ${text}`
        : await whatKeepsExport(running),
    ];
    return {
      hasConsent,
      isDatabaseDead,
      requests,
      lacking: lacking.filter((one) => one !== false && one !== null),
    };
  } finally {
    await running.browser.killBrowser();
  }
}

const opens = `new Promise((resolve) => {
  const opening = indexedDB.open('likes-out');
  opening.onerror = () => resolve(false);
  opening.onsuccess = () => { opening.result.close(); resolve(true); };
})`;

/**
 * Presses "Download dataset", after "Reset options" where those could not be read, and waits until the page says that the
 * file was saved; otherwise what the page says. Without any list that was read there is nothing to save yet.
 */
async function whatKeepsExport({ page }: Running): Promise<string | null> {
  const read = () => page.evaluate<string>('document.body.innerText');
  const press = (name: string) =>
    page.evaluate(
      `[...document.querySelectorAll('button')].find((one) => one.textContent.trim() === '${name}')?.click()`,
    );
  await press('Reset options');
  await press('Download dataset');
  const isSaved = async () => /sketchfab-likes-[\d-]+\.zip/.test(await read());
  const hasNothing = async () => (await read()).includes('Crawl the captured models first.');
  try {
    await until('the file', async () => (await isSaved()) || (await hasNothing()), 20_000);
    return null;
  } catch {
    return `no dataset was saved, the page says: ${await read()}`;
  }
}
