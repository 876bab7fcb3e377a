import type { CrawlQueue } from '../../src/crawl/crawl-queue';
import { crawl, type CrawlTools } from '../../src/crawl/crawler';
import { apiOrigin, siteOrigin } from '../../src/sketchfab/site';
import { startCrawl } from '../../src/store/control-crawl';
import { crawlQueue } from '../../src/store/crawl-queue';
import type { LikesOutDatabase } from '../../src/store/database';
import { datasetSource } from '../../src/store/dataset-source';
import { readState, writeState } from '../../src/store/states';
import { recordSightings } from '../../src/store/upsert-models';
import { freshDatabase } from '../store/fresh-database';
import { type Paging, sighting, SmallWorld } from './small-world';

type Life = { readonly signal?: AbortSignal };

/** The crawler over the real store and a small world, in virtual time. */
export class Rig {
  time = Date.UTC(2026, 0, 1);
  readonly db: LikesOutDatabase = freshDatabase();
  readonly world: SmallWorld;
  pace = { crawlDelayMs: 1_000, crawlConcurrency: 1, crawlDespiteRobots: false };

  constructor(likes: readonly number[], paging: Paging = 'cursors') {
    this.world = new SmallWorld(paging, () => this.time, likes);
  }

  /** Captures every model of the world and presses "Crawl all". */
  async begin(): Promise<this> {
    const sightings = [...this.world.likers.keys()].map((_, i) => sighting(i));
    await this.knowRules();
    await recordSightings(this.db, sightings, this.time);
    await startCrawl(this.db, 'all', this.time);
    return this;
  }

  /** Acts as if both hosts had just been found to have no robots.txt. */
  async knowRules(text = ''): Promise<void> {
    const rules = { text, readAt: this.time };
    await writeState(this.db, 'rules', { [siteOrigin]: rules, [apiOrigin]: rules });
  }

  /** Runs one worker until the crawl ends on its own, or `queue` throws. */
  work(queue: CrawlQueue = this.queue(), { signal }: Life = {}): Promise<void> {
    const tools: CrawlTools = {
      queue,
      fetchAnswer: this.world.fetchAnswer,
      now: () => this.time,
      random: () => 0.5,
      sleep: (ms) => {
        this.time += ms;
        return Promise.resolve();
      },
      readPace: () => Promise.resolve(this.pace),
    };
    return crawl(tools, signal ?? new AbortController().signal);
  }

  queue(): CrawlQueue {
    return crawlQueue(this.db, () => this.time);
  }

  /** Runs workers, woken by an alarm every half minute, until the crawl stands still. */
  async workOn(lives = 100): Promise<void> {
    for (let life = 0; life < lives; life++) {
      await this.work();
      if ((await this.phase()) !== 'crawling') return;
      this.time += 30_000;
    }
    throw new Error(`still crawling after ${lives} wakes`);
  }

  async phase() {
    return (await readState(this.db, 'crawl')).phase;
  }

  /** The stored likers by model, sorted and unique. */
  async stored(): Promise<Record<string, string[]>> {
    const source = datasetSource(this.db);
    const models = await source.readModels(await source.readModelUids());
    return Object.fromEntries(models.map(({ uid, userUids }) => [uid, [...new Set(userUids)].sort()]));
  }

  truth(): Record<string, string[]> {
    return Object.fromEntries([...this.world.likers].map(([uid, users]) => [uid, [...users].sort()]));
  }

  gaps(): number[] {
    const times = this.world.asked.map(({ at }) => at);
    return times.slice(1).map((at, i) => at - times[i]!);
  }
}
