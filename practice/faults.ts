import type { ServerResponse } from 'node:http';
import type { Answer } from './answer';

/** A way to misbehave. `fault-answers.ts` and `wire-faults.ts` hold named ones. */
export type Fault = {
  /** Its name in the ledger. */
  readonly name: string;
  /** Replaces or spoils the good response; settles when nothing more will be sent. */
  play(right: Answer, response: ServerResponse): Promise<void>;
};

export type FaultMatch = {
  /** The whole path, or a pattern that path and query (`/i/likes?model=...`) must match. */
  readonly path?: string | RegExp;
  /** The model a request is about: its `model` parameter or the last part of its path. */
  readonly model?: string;
};

export type FaultPlan = {
  readonly match: FaultMatch;
  /** The number of requests that get it. */
  readonly times: number | 'always';
  /** The number of matching requests that get a good response first. Default 0. */
  readonly after?: number;
  readonly answer: Fault;
};

export type PlannedFault = {
  readonly plan: FaultPlan;
  /** The number of requests that got it so far. */
  readonly hits: number;
  cancel(): void;
};

export type Faults = {
  /** Plans are tried in the order they were made; the first that matches and is not used up applies. */
  plan(plan: FaultPlan): PlannedFault;
  readonly planned: readonly PlannedFault[];
  clear(): void;
  /** Counts the request against the plans and returns the fault that applies, if any. */
  next(path: string, query: URLSearchParams): Fault | undefined;
};

type CrawlSnapshot = { plan: FaultPlan; hits: number; seen: number; cancel: () => void };

export function createFaults(): Faults {
  let snapshot: CrawlSnapshot[] = [];
  return {
    plan(plan) {
      const made: CrawlSnapshot = {
        plan,
        hits: 0,
        seen: 0,
        cancel: () => (snapshot = snapshot.filter((one) => one !== made)),
      };
      snapshot.push(made);
      return made;
    },
    get planned() {
      return snapshot;
    },
    clear: () => (snapshot = []),
    next(path, query) {
      for (const one of snapshot) {
        const left = one.plan.times === 'always' || one.hits < one.plan.times;
        if (!left || !fits(one.plan.match, path, query) || one.seen++ < (one.plan.after ?? 0)) continue;
        one.hits++;
        return one.plan.answer;
      }
      return undefined;
    },
  };
}

function fits(match: FaultMatch, path: string, query: URLSearchParams): boolean {
  if (match.model !== undefined && query.get('model') !== match.model && !path.endsWith(`/${match.model}`))
    return false;
  if (match.path === undefined) return true;
  if (typeof match.path === 'string') return path === match.path;
  return new RegExp(match.path).test(`${path}?${query.toString()}`); // a new one, since a /g pattern keeps its position
}
