import type { Fault } from '../../../practice/faults';
import { pick, randomFrom, type Random } from '../../../practice/world/random';
import type { PracticeModel } from '../../../practice/world/practice-model';
import type { World } from '../../../practice/world/world';
import { slow } from '../../../practice/wire-faults';
import type { CampaignSize } from './campaign-size';
import { withGround, type Ground } from './campaign-ground';
import { reportFigures, type Figures } from './figures';
import { currentPages, readKeptState } from './kept-state';
import { launch, startCrawl, untilDone } from './running-crawl';

/** Few models with long lists: about 130 pages, most of them in lists of four pages or more. */
const world = { models: 16, users: 2_000, likes: 2_600 };
const latencyMs = 10;
const crawlDelayMs = 20;
/** The changes to a model after each page of its likes, far more than on the real site in two seconds. */
const chanceOfLike = 0.15;
const chanceOfUnlike = 0.15;
/** The share found of the likes that existed throughout. */
const recallWanted = 0.999;

type Churned = {
  readonly stable: number;
  readonly found: number;
  readonly changes: number;
  readonly completes: number;
  readonly lies: readonly string[];
};

/** Crawls a world in which likes come and go between the pages of a list. */
export async function runChurnCampaign({ n, seed }: CampaignSize): Promise<Figures> {
  const begun = Date.now();
  const random = randomFrom(seed);
  return withGround(world, async (ground) => {
    const crawls: Churned[] = [];
    while (crawls.length < n) crawls.push(await churnedCrawl(ground, random));
    const sum = (of: (crawl: Churned) => number) => crawls.reduce((total, crawl) => total + of(crawl), 0);
    const recall = sum(({ found }) => found) / sum(({ stable }) => stable);
    const isLow = recall < recallWanted;
    const figures: Figures = {
      campaign: 'churn',
      browser: ground.browser,
      n: crawls.length,
      seed,
      seconds: Math.round((Date.now() - begun) / 1_000),
      violations: [
        ...(isLow
          ? [`${(100 * recall).toFixed(3)} % of the likes that were there throughout were found`]
          : []),
        ...crawls.flatMap(({ lies }) => lies),
      ],
      found: {
        'likes that came or went meanwhile': sum(({ changes }) => changes),
        'likes that were there throughout': sum(({ stable }) => stable),
        'of these missed': sum(({ stable, found }) => stable - found),
        'models complete': sum(({ completes }) => completes),
        'models complete that lack one': sum(({ lies }) => lies.length),
        'models not complete': crawls.length * ground.models.length - sum(({ completes }) => completes),
      },
    };
    await reportFigures(figures);
    return figures;
  });
}

function churnedCrawl(ground: Ground, random: Random): Promise<Churned> {
  const { practice, models } = ground;
  return ground.withProfile(async (profile) => {
    const throughout = new Map(models.map((model) => [model.uid, idsOfLikers(practice.world, model)]));
    let changes = 0;
    for (const model of models) {
      const answer = changing(
        () => (changes += churn(practice.world, model, throughout.get(model.uid)!, random)),
      );
      practice.faults.plan({ match: { path: '/i/likes', model: model.uid }, times: 'always', answer });
    }
    const running = await launch(practice, profile);
    try {
      await startCrawl(running, crawlDelayMs);
      await untilDone(running, 180_000);
      const kept = await readKeptState(running.page);
      const ends = models.map(({ uid }) => {
        const row = kept.models.find((one) => one.uid === uid)!;
        const stored = new Set(currentPages(kept, row).flatMap(({ userUids }) => userUids));
        const stable = [...throughout.get(uid)!];
        return {
          uid,
          stable: stable.length,
          found: stable.filter((user) => stored.has(user)).length,
          state: row.state,
        };
      });
      const complete = ends.filter(({ state }) => state === 'complete');
      return {
        stable: ends.reduce((sum, { stable }) => sum + stable, 0),
        found: ends.reduce((sum, { found }) => sum + found, 0),
        changes,
        completes: complete.length,
        lies: complete
          .filter(({ stable, found }) => found < stable)
          .map(({ uid, stable, found }) => `${uid} is complete and lacks ${stable - found} likes`),
      };
    } finally {
      await running.browser.killBrowser();
    }
  });
}

const idsOfLikers = (from: World, model: PracticeModel) =>
  new Set(from.likersOf(model).map(({ uid }) => uid));

/** Sends the good response, then changes something. */
function changing(change: () => void): Fault {
  return {
    name: 'likes come and go',
    play: async (right, response) => {
      await slow(latencyMs).play(right, response);
      change();
    },
  };
}

/** Removes lost likes from `throughout`; returns the number of changes. */
function churn(on: World, { uid }: PracticeModel, throughout: Set<string>, random: Random): number {
  const likers = on.likersOf(on.findModel(uid)!);
  const leaves = random() < chanceOfUnlike && likers.length > 0;
  const comes = random() < chanceOfLike;
  if (leaves) {
    const leaving = pick(random, likers).uid;
    throughout.delete(leaving);
    on.removeLike(uid, leaving);
  }
  const newcomer = on.userAt(Math.floor(random() * on.userCount));
  const isNew = comes && !likers.some((liker) => liker.uid === newcomer.uid);
  if (isNew) on.addLike(uid, newcomer);
  return Number(leaves) + Number(isNew);
}
