import { withCrawlLock } from '../../src/background/with-crawl-lock';
import type { CrawlRequest } from '../../src/crawl/crawl-request';
import { crawl } from '../../src/crawl/crawler';
import { likesUrl, listingUrl, modelUrl } from '../../src/sketchfab/addresses';
import type { Answer } from '../../src/sketchfab/answer';
import { isCrawling, recordError } from '../../src/store/control-crawl';
import { crawlQueue } from '../../src/store/crawl-queue';
import { unheard } from './scheduler';
import type { Simulation } from './simulation';
import type { Sent } from './site/history';
import { watchedQueue } from './store/watched-queue';

/** A service worker: it crawls when woken, and once killed does nothing more, without notice. */
export class SimWorker {
  isAlive = true;
  #isRunning = false;
  #abort = new AbortController();
  #claim: Sent['claim'] = { step: 0, wall: 0, era: 0 };
  readonly #asked = new Map<string, CrawlRequest>();
  readonly #answers = new Map<string, Sent>();

  constructor(
    private readonly sim: Simulation,
    readonly name: string,
  ) {}

  wake(): void {
    if (!this.isAlive || this.#isRunning) return;
    this.#isRunning = true;
    this.#live()
      .catch((error: unknown) => this.sim.surprises.push(error))
      .finally(() => (this.#isRunning = false));
  }

  interrupt(): void {
    this.#abort.abort();
  }

  kill(): void {
    this.isAlive = false;
    this.sim.history.endCrawl(this.name, this.sim.scheduler.steps);
    this.sim.history.deaths.push({ worker: this.name, at: this.sim.scheduler.now });
  }

  /** As in the extension's runner, an error of the browser is recorded, and the alarm tries again. */
  async #live(): Promise<void> {
    const { db } = this.sim;
    this.#abort = new AbortController();
    try {
      if (!(await this.#operate(() => isCrawling(db)))) return;
      const locks = this.sim.locks.of(() => this.isAlive);
      await withCrawlLock(locks, (signal) => this.#crawl(signal))(this.#abort.signal);
    } catch (error) {
      if (!isFullDisk(error)) throw error;
      await this.#operate(() => recordError(db, 'the disk is full')).catch((worse: unknown) => {
        if (!isFullDisk(worse)) throw worse;
      });
    }
  }

  async #crawl(signal: AbortSignal): Promise<void> {
    const { db, history, scheduler } = this.sim;
    history.crawls.push({ worker: this.name, from: scheduler.steps, to: Infinity });
    try {
      await this.#operate(() => recordError(db, null));
      await crawl(this.#tools(), signal);
    } finally {
      history.endCrawl(this.name, scheduler.steps);
    }
  }

  #tools() {
    const { sim } = this;
    const { plan, db, scheduler } = sim;
    const queue = sim.mutate(
      crawlQueue(db, () => sim.wall()),
      db,
    );
    return {
      queue: watchedQueue(queue, {
        operate: (run) => this.#operate(run),
        handedOut: (request) => request && this.#asked.set(urlOf(request), request),
        claimed: (wall) => (this.#claim = { step: scheduler.steps, wall, era: sim.eraOf(wall) }),
        answerTo: (key) => this.#answers.get(key),
        acknowledged: (step, sent) => sim.acknowledged(step, sent),
        learnedRules: (origin, text) => sim.learnedRules(origin, text),
        phaseMayHaveChanged: () => sim.notePhase(),
      }),
      now: () => sim.wall(),
      random: () => sim.random.next(),
      readPace: () =>
        this.#operate(() => Promise.resolve({ ...sim.pace, crawlConcurrency: plan.crawlConcurrency })),
      sleep: (ms: number, signal: AbortSignal) => this.#sleep(ms, signal),
      fetchAnswer: (url: string) => this.#fetch(url),
    };
  }

  async #fetch(url: string): Promise<Answer> {
    const { sim } = this;
    const [flight, sent] = await this.#operate(() => {
      const request = this.#asked.get(url);
      return Promise.resolve(sim.send(url, request, this, this.#claim));
    });
    return this.#operate(() => {
      this.#answers.set(sent.key, sent);
      if (url.endsWith('/robots.txt')) this.#answers.set('robots', sent);
      return Promise.resolve(flight.answer);
    }, sent.arrivesAt);
  }

  async #sleep(ms: number, signal: AbortSignal): Promise<void> {
    const { scheduler } = this.sim;
    const isAlive = () => this.isAlive;
    const { done, hasten } = scheduler.park(scheduler.now + ms, () => Promise.resolve(), isAlive);
    if (signal.aborted) hasten();
    signal.addEventListener('abort', hasten, { once: true });
    await done;
    signal.removeEventListener('abort', hasten);
  }

  /** One operation, at which the worker may be killed or the disk may be full. */
  #operate<T>(run: () => Promise<T>, due = this.sim.scheduler.now): Promise<T> {
    const { sim } = this;
    const operation = async (): Promise<T | typeof unheard> => {
      await sim.beginOperation();
      if (!this.isAlive) return unheard; // power was lost
      const blow = sim.nextBlow();
      if (blow?.is === 'kill before') return this.#die();
      const fails = blow?.is === 'full disk' || blow?.is === 'kill during';
      if (fails) sim.guard.arm(blow.write);
      try {
        const value = await run();
        return blow && blow.is !== 'full disk' ? await this.#die() : value;
      } catch (error) {
        if (blow?.is === 'kill during') return await this.#die();
        throw error;
      } finally {
        sim.guard.disarm();
        if (blow) await sim.checkRows();
      }
    };
    return this.sim.scheduler.park(due, operation, () => this.isAlive).done as Promise<T>;
  }

  #die(): Promise<typeof unheard> {
    this.kill();
    return Promise.resolve(unheard);
  }
}

function urlOf(request: CrawlRequest): string {
  if (request.kind === 'discovery') return listingUrl(request.position);
  return request.kind === 'model' ? modelUrl(request.modelUid) : likesUrl(request.modelUid, request.position);
}

function isFullDisk(error: unknown): boolean {
  const inner = error instanceof Error && 'inner' in error ? error.inner : undefined;
  return /disk is full|QuotaExceeded/.test(`${String(error)} ${String(inner)}`);
}
