import type { Answer } from '../../../src/sketchfab/answer';
import { modelUid } from '../../crawl/small-world';
import type { PlannedFault } from '../plan';
import type { SeededRandom } from '../seeded-random';
import { type Faulty, faultyAnswer } from './network-faults';
import type { SimulatedSite } from './simulated-site';

/** The response to a request, and when it arrives. Times in ms since 1970. */
export type Flight = Faulty & { readonly servedAt: number; readonly isGood: boolean };

/** The connection between worker and site: takes time, and fails as planned until the faults end. */
export class Wire {
  isCalm = false;
  #requests = 0;
  readonly #hits = new Map<PlannedFault, number>();

  constructor(
    private readonly site: SimulatedSite,
    private readonly random: SeededRandom,
    private readonly faults: readonly PlannedFault[],
  ) {}

  send(url: string, moment: number, wall: number): Flight {
    this.#requests += 1;
    const usual = this.random.between(30, 400);
    const servedAt = moment + Math.round(usual / 2);
    const truth = this.site.answer(url, servedAt);
    const fault = this.isCalm ? undefined : this.#faultFor(url);
    if (!fault) return { answer: truth, latencyMs: usual, toldMs: null, servedAt, isGood: isWhole(truth) };
    const scene = { random: this.random, url, truth, moment, wall };
    const faulty = faultyAnswer(fault.kind, scene);
    return { ...faulty, servedAt, isGood: faulty.answer === truth && isWhole(truth) };
  }

  #faultFor(url: string): PlannedFault | undefined {
    const fault = this.faults.find(({ from, lasts, model }, i) => {
      const isAbout = model === null || url.includes(modelUid(model));
      return isAbout && this.#requests >= from && (this.#hits.get(this.faults[i]!) ?? 0) < lasts;
    });
    if (fault) this.#hits.set(fault, (this.#hits.get(fault) ?? 0) + 1);
    return fault;
  }
}

const isWhole = (answer: Answer) => 'status' in answer && answer.status === 200;
