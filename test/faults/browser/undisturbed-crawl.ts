import type { LedgerEntry } from '../../../practice/ledger';
import type { Ground } from './campaign-ground';
import { differencesFromWorld } from './differences-from-world';
import { readKeptState } from './kept-state';
import { launch, startCrawl, untilDone } from './running-crawl';

/** The requests of an undisturbed crawl, to compare others with. Throws if even that one goes wrong. */
export function undisturbedCrawl(ground: Ground): Promise<readonly LedgerEntry[]> {
  const { practice, models } = ground;
  return ground.withProfile(async (profile) => {
    const running = await launch(practice, profile);
    await startCrawl(running, 20);
    await untilDone(running, 120_000);
    const differences = differencesFromWorld(await readKeptState(running.page), practice.world, models);
    await running.browser.close();
    if (differences.length > 0)
      throw new Error(`even the undisturbed crawl failed: ${differences.join('; ')}`);
    return practice.ledger.apiRequests();
  });
}
