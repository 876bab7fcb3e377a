import { until } from '../../e2e/support/until';
import { readKeptState, type KeptModel } from './kept-state';
import type { Running } from './running-crawl';

/** What became of a crawl whose database was lost. */
export type AfterLoss = {
  readonly isRestored: boolean;
  readonly isTold: boolean;
  readonly isCrawling: boolean;
  /** A sentence for each of them that is not so. */
  readonly lacking: readonly string[];
};

/** Within this time every captured model must be restored, and the user informed. */
const restoreLimitMs = 10_000;

/** `captured` are the models before the loss; `isAsking` tells whether a request was made since. */
export async function lookAfterLoss(
  { page }: Running,
  captured: readonly KeptModel[],
  isAsking: () => boolean,
): Promise<AfterLoss> {
  const isSo = (ask: () => Promise<boolean>) =>
    until('the page to show that all is well', ask, restoreLimitMs).catch(() => false);
  const isRestored = await isSo(async () => areBack(captured, (await readKeptState(page)).models));
  const isTold = await isSo(async () => tellsOfLoss.test(await readNotices(page)));
  const isCrawling = await isSo(() => Promise.resolve(isAsking()));
  const lacking = [
    !isRestored && 'captured models did not come back as they were',
    !isTold && `nobody told the person, the page says: ${await readNotices(page)}`,
    !isCrawling && 'the crawl did not begin again',
  ].filter((one) => one !== false);
  return { isRestored, isTold, isCrawling, lacking };
}

/** Any wording that says that stored data was lost and what became of it. */
const tellsOfLoss = /\b(?:restored|brought back|came back|had lost|was lost|were lost|second copy)\b/i;
const inRoles = `[...document.querySelectorAll('[role=status], [role=alert], .status, .notice')].map((one) => one.innerText).join(' / ').replaceAll(/\\s+/g, ' ')`;
const readNotices = (page: Running['page']) => page.evaluate<string>(inRoles);

/** Checks that the same models are there, with at least the facts that their pages showed. */
function areBack(captured: readonly KeptModel[], models: readonly KeptModel[]): boolean {
  const isAsItWas = (before: KeptModel, now: KeptModel | undefined) =>
    now?.name === before.name && holds(before.tags, now.tags) && holds(before.categories, now.categories);
  const found = new Map(models.map((model) => [model.uid, model]));
  return (
    captured.length === models.length && captured.every((model) => isAsItWas(model, found.get(model.uid)))
  );
}

const holds = (before: unknown, now: unknown) =>
  before === null || JSON.stringify(before) === JSON.stringify(now);
