import type { CrawlRequest } from '../../src/crawl/crawl-request';
import type { Locks } from '../../src/background/with-crawl-lock';
import type { LikesOutDatabase } from '../../src/store/database';
import { readState } from '../../src/store/states';
import { FakeLocks } from '../background/fake-locks';
import { checkRows } from './checks/check-rows';
import type { Blow, Mutate, Plan } from './plan';
import { Scheduler } from './scheduler';
import { SeededRandom } from './seeded-random';
import { SimWorker } from './sim-worker';
import { buildSite } from './site/build-site';
import { type Ack, History, type Sent } from './site/history';
import type { SimulatedSite } from './site/simulated-site';
import { type Flight, Wire } from './site/wire';
import { dumpTables, restoreTables, type Tables } from './store/dump-tables';
import { indexedDatabase } from './store/indexed-database';
import { memoryDatabase } from './store/memory-database';
import { WriteGuard } from './store/write-guard';

/** Saturday, an hour before midnight in UTC: dates with one digit, and a new day soon. */
export const beginning = Date.UTC(2026, 7, 1, 23);

/** The real crawler over the real store, in a world that a plan determines. `simulate` runs it. */
export class Simulation {
  readonly random: SeededRandom;
  readonly scheduler: Scheduler;
  readonly guard = new WriteGuard();
  readonly db: LikesOutDatabase;
  readonly site: SimulatedSite;
  readonly wire: Wire;
  readonly history = new History();
  readonly workers: SimWorker[] = [];
  readonly surprises: unknown[] = [];
  readonly pace: { crawlDelayMs: number; crawlDespiteRobots: boolean };
  /** Crawls started by the user, each of which may request everything again. */
  crawls = 0;
  #operations = 0;
  #wallOffset = 0;
  #slowedDown = { at: -1, from: 0 };
  #saved: { tables: Tables; acks: number; step: number } | null = null;
  /** The delay that each host requests in the robots.txt that was read and stored. */
  readonly #askedDelays = new Map<string, number>();

  constructor(
    readonly plan: Plan,
    readonly mutate: Mutate = (queue) => queue,
    readonly locks: { of(isAlive: () => boolean): Locks } = new FakeLocks(),
  ) {
    this.random = new SeededRandom(plan.seed + 0x5eed);
    this.scheduler = new Scheduler(beginning, new SeededRandom(plan.seed + 0xace));
    this.db = plan.database === 'memory' ? memoryDatabase(this.guard) : indexedDatabase(this.guard);
    this.site = buildSite(plan, beginning);
    this.wire = new Wire(this.site, this.random, plan.faults);
    this.pace = { crawlDelayMs: plan.crawlDelayMs, crawlDespiteRobots: false };
  }

  /** The time on the computer's clock. */
  wall(): number {
    return this.scheduler.now + this.#wallOffset;
  }

  /** The era in which the clock showed `wall`. No time passes within a step, so a different time is from before a jump. */
  eraOf(wall: number): number {
    return wall === this.wall() ? this.history.era : this.history.era - 1;
  }

  /** Applies from the next request on: a lane that has just read the pace keeps the old delay. */
  slowDown(): void {
    this.#slowedDown = { at: this.scheduler.now, from: this.pace.crawlDelayMs };
    this.pace.crawlDelayMs *= 3;
  }

  #crawlDelayMs(): number {
    const { at, from } = this.#slowedDown;
    return at === this.scheduler.now ? from : this.pace.crawlDelayMs;
  }

  setClock(byMs: number): void {
    this.#wallOffset += byMs;
    this.history.era += 1;
  }

  aliveWorkers(): SimWorker[] {
    return this.workers.filter(({ isAlive }) => isAlive);
  }

  addWorker(): void {
    this.workers.push(new SimWorker(this, `worker-${this.workers.length}`));
  }

  nextBlow(): Blow | undefined {
    return this.plan.blows.find(({ nth }) => nth === this.#operations);
  }

  get operations(): number {
    return this.#operations;
  }

  async beginOperation(): Promise<void> {
    this.#operations += 1;
    const { powerLoss } = this.plan;
    if (powerLoss?.from === this.#operations) {
      const { acks } = this.history;
      this.#saved = { tables: await dumpTables(this.db), acks: acks.length, step: this.scheduler.steps };
    }
    if (powerLoss?.at === this.#operations && this.#saved) await this.#losePower(this.#saved);
  }

  /** Sets the tables back by a few transactions, along with what the checker may rely on. */
  async #losePower({ tables, acks, step }: { tables: Tables; acks: number; step: number }): Promise<void> {
    const { history } = this;
    for (const worker of this.aliveWorkers()) worker.kill();
    await restoreTables(this.db, tables);
    history.lostAnswers += history.acks.length - acks;
    history.acks.length = acks;
    history.era += 1;
    history.powerLosses += 1;
    for (const sent of history.sent) {
      if (sent.storedAtStep !== null && sent.storedAtStep > step) sent.storedAtStep = null;
    }
    this.#askedDelays.clear();
    const rules = Object.entries(await readState(this.db, 'rules'));
    for (const [origin, { text }] of rules) this.learnedRules(origin, text);
    await this.notePhase();
    await this.checkRows();
  }

  send(
    url: string,
    request: CrawlRequest | undefined,
    worker: SimWorker,
    claim: Sent['claim'],
  ): [Flight, Sent] {
    const { now } = this.scheduler;
    const flight = this.wire.send(url, now, this.wall());
    const { origin } = new URL(url);
    const arrivesAt = now + flight.latencyMs;
    const sent: Sent = {
      url,
      key: url.endsWith('/robots.txt') ? url : (request?.uniqueKey ?? url),
      identity: `${this.crawls} ${identityOf(request)} ${url}`,
      worker: worker.name,
      claim,
      leftAt: now,
      servedAt: flight.servedAt,
      arrivesAt,
      arrivesAtWall: this.wall() + flight.latencyMs,
      delayMs: Math.max(this.#crawlDelayMs(), this.#askedDelays.get(origin) ?? 0),
      isGood: flight.isGood,
      toldMs: flight.toldMs,
      storedAtStep: null,
    };
    this.history.sent.push(sent);
    return [flight, sent];
  }

  acknowledged(step: Omit<Ack, 'step' | 'sent'>, sent: Sent | undefined): void {
    this.history.acks.push({ ...step, step: this.scheduler.steps, sent } as Ack);
    if (sent) sent.storedAtStep ??= this.scheduler.steps;
  }

  learnedRules(origin: string, text: string): void {
    const seconds = /crawl-delay: (\d+)/i.exec(text)?.[1] ?? 0;
    this.#askedDelays.set(origin, 1_000 * Number(seconds));
  }

  async notePhase(): Promise<void> {
    const isOn = (await readState(this.db, 'crawl')).phase === 'crawling';
    this.history.phases.push({ step: this.scheduler.steps, isOn });
  }

  async checkRows(): Promise<void> {
    await checkRows(this.db);
  }
}

function identityOf(request: CrawlRequest | undefined): string {
  if (!request || request.kind === 'discovery') return '';
  const { uniqueKey, sweep, pageIndex, isSecondPass } = request;
  return [uniqueKey, sweep, pageIndex, isSecondPass].join(' ');
}
