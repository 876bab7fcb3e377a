import { setTimeout as passed } from 'node:timers/promises';
import type { PracticeSite } from '../../../practice/practice-site';
import type { LedgerEntry } from '../../../practice/ledger';
import { pick, type Random } from '../../../practice/world/random';

/**
 * The part of a step at which a kill is aimed. Nearly all uniformly random moments would fall into the pause between two
 * requests, so most kills are aimed near something that the site can see.
 */
export const aims = [
  'any moment',
  'while it is asked', // the response is held back for a moment
  'after the answer', // the page is being written
  'before the next', // the turn is being claimed
] as const;
export type Aim = (typeof aims)[number] | 'told to wait';

/** Milliseconds from the first byte of a response to the last; parsing and writing take a few more, see the figures. */
const writingMs = 15;

type Site = Pick<PracticeSite, 'ledger'>;
type Pace = { readonly crawlDelayMs: number; readonly latencyMs: number };

export const drawAim = (random: Random): Aim => pick(random, aims);

/** Resolves at the moment of the kill, or after a while if that never comes, because crawls end. */
export async function waitForMoment(aim: Aim, { ledger }: Site, pace: Pace, random: Random): Promise<void> {
  const requests = () => ledger.apiRequests();
  const isOpen = (entry: LedgerEntry | undefined) => entry?.finishedAt === null;
  if (aim === 'while it is asked') {
    await soon(() => isOpen(requests().at(-1)));
    await passed(random() * pace.latencyMs);
  } else if (aim === 'any moment') {
    await passed(random() * 3 * (pace.crawlDelayMs + pace.latencyMs));
  } else {
    const answered = ended(requests()) + (aim === 'told to wait' ? 0 : 1);
    await soon(() => ended(requests()) >= answered);
    if (aim === 'after the answer') await passed(random() * writingMs);
    if (aim === 'before the next') await passed(pace.crawlDelayMs * (0.95 + random() * 0.3));
    if (aim === 'told to wait') await passed(100 + random() * 1_000);
  }
}

const ended = (entries: readonly LedgerEntry[]) =>
  entries.filter(({ finishedAt }) => finishedAt !== null).length;

async function soon(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 4_000;
  while (!isSo() && Date.now() < end) await passed(1);
}
