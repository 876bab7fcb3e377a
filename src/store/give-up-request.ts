import type { GivenUp } from '../crawl/crawl-queue';
import type { CrawlRequest, ModelRequest } from '../crawl/crawl-request';
import type { HostState } from '../crawl/host-state';
import type { LikesOutDatabase } from './database';
import { endModelStep, endStep, type ModelStepEnd } from './end-step';
import { endSweep } from './end-sweep';
import { type ModelRow, wasShownToEveryone } from './model-row';
import { readState, writeState } from './states';

/** Keeps the request as `failed`, and records the cause on its model or the discovery. */
export function giveUpRequest(
  db: LikesOutDatabase,
  request: CrawlRequest,
  end: GivenUp,
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
  return endModelStep(db, request, host, async (stored) => {
    const before = end.isRefused ? { ...stored, ...afterRefusal(stored, request, now) } : stored;
    if (request.kind === 'model') return giveUpFacts(before, failed, end);
    const { state, cause } = end;
    const swept = await endSweep(db, before, request, { end: 'settled', state, cause }, now);
    return { ...swept, queue: [failed] };
  });
}

/** Longer than it takes from a model's facts to its likes. */
const shownForMs = 24 * 60 * 60_000;

/**
 * The site no longer shows the model to everyone, until it does again. A refused list alone says less: some models show
 * everything but their likes, which a crawl learns by requesting both.
 */
function afterRefusal(
  row: ModelRow,
  { kind }: ModelRequest,
  now: number,
): Pick<ModelRow, 'isPublic' | 'isHidden'> {
  if (kind === 'model') return { isPublic: false, isHidden: true };
  const shownAgoMs = now - (row.shownAt ?? -Infinity);
  // A clock that was ahead proves nothing.
  const isShown = wasShownToEveryone(row) && shownAgoMs >= 0 && shownAgoMs < shownForMs;
  return { isPublic: isShown, isHidden: row.isHidden === true || !isShown };
}

/**
 * The likes may still be readable, and only they determine a model's state unless they are already complete. A complete
 * model that is now gone keeps its likes.
 */
function giveUpFacts(before: ModelRow, failed: CrawlRequest, end: GivenUp): ModelStepEnd {
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
