import type { CrawlRequest } from '../crawl/crawl-request';
import type { HostState } from '../crawl/host-state';
import type { ModelState } from '../crawl/model-state';
import type { LikesOutDatabase } from './database';
import { endModelStep, endStep, type ModelStepEnd } from './end-step';
import { endSweep } from './end-sweep';
import type { ModelRow } from './model-row';
import { readState, writeState } from './states';

type End = { readonly state: ModelState; readonly cause: string };

/** The request stays as `failed`; what it was about says why. */
export function giveUpRequest(
  db: LikesOutDatabase,
  request: CrawlRequest,
  end: End,
  host: HostState,
  now: number,
): Promise<boolean> {
  const failed = { ...request, state: 'failed' as const, lastError: end.cause };
  if (request.kind === 'discovery') {
    return endStep(db, request, host, async (counters) => {
      const discovery = await readState(db, 'discovery');
      if (discovery) await writeState(db, 'discovery', { ...discovery, endedAt: now, error: end.cause });
      return { counters, queue: [failed] };
    });
  }
  return endModelStep(db, request, host, async (before) => {
    if (request.kind === 'model') return giveUpFacts(before, failed, end);
    const swept = await endSweep(db, before, request, { end: 'settled', ...end }, now);
    return { ...swept, queue: [failed] };
  });
}

/**
 * The likes may be readable all the same: only they decide about a model, unless they were read before. A model that
 * is gone meanwhile keeps the likes it had.
 */
function giveUpFacts(before: ModelRow, failed: CrawlRequest, end: End): ModelStepEnd {
  const isGone = end.state === 'gone';
  const isLacking = !isGone && (before.tags === null || before.categories === null);
  const facts = { ...before, hasAskedForFacts: isGone, factsError: isLacking ? end.cause : null };
  if (before.state !== 'complete') return { model: facts, queue: [failed], users: 0 };
  const state = isGone ? ('gone' as const) : before.state;
  return {
    model: { ...facts, state, cause: isGone || !isLacking ? end.cause : null },
    queue: [failed],
    users: 0,
  };
}
