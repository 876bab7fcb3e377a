import { crawl, type CrawlTools } from '../../src/crawl/crawler';
import type { CrawlQueue } from '../../src/crawl/crawl-queue';
import { startCrawl } from '../../src/store/control-crawl';
import { crawlQueue } from '../../src/store/crawl-queue';
import type { LikesOutDatabase } from '../../src/store/database';
import { datasetSource } from '../../src/store/dataset-source';
import { recordSightings } from '../../src/store/record-sightings';
import { readState } from '../../src/store/states';
import { freshDatabase } from '../store/fresh-database';
import { sighting, SmallWorld, type Paging } from './small-world';

/** The crawler over the real store and a small world, in virtual time. */
export class Rig {
  time = Date.UTC(2026, 0, 1);
  readonly db: LikesOutDatabase = freshDatabase();
  readonly world: SmallWorld;
  pace = { crawlDelayMs: 1_000, crawlConcurrency: 1 };

  constructor(likes: readonly number[], paging: Paging = 'cursors') {
    this.world = new SmallWorld(paging, () => this.time, likes);
  }

  /** Captures every model of the world and presses "Crawl all". */
  async begin(): Promise<this> {
    const sightings = [...this.world.likers.keys()].map((_, i) => sighting(i));
    await recordSightings(this.db, sightings, this.time);
    await startCrawl(this.db, this.time);
    return this;
  }

  /** One life of a worker: crawls until it ends by itself, or throws where `queue` makes it. */
  work(queue: CrawlQueue = crawlQueue(this.db), signal = new AbortController().signal): Promise<void> {
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
    return crawl(tools, signal);
  }

  /** Lives of a worker, woken by an alarm each half minute, until the crawl stands still. */
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

  /** Model -> its stored likers, sorted and unique. */
  async stored(): Promise<Record<string, string[]>> {
    const source = datasetSource(this.db);
    const likes = await source.readLikes(await source.readModelUids());
    return Object.fromEntries(
      likes.map(({ modelUid, userUids }) => [modelUid, [...new Set(userUids)].sort()]),
    );
  }

  truth(): Record<string, string[]> {
    return Object.fromEntries([...this.world.likers].map(([uid, users]) => [uid, [...users].sort()]));
  }

  gaps(): number[] {
    const times = this.world.asked.map(({ at }) => at);
    return times.slice(1).map((at, i) => at - times[i]!);
  }
}
