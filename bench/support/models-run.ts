import { likeCounts } from '../../practice/world/like-counts';
import { buildModel } from '../../practice/world/practice-model';
import { modelStates } from '../../src/crawl/model-state';
import type { IndexedModel } from '../../src/models/indexed-model';
import { everyModel, type ModelFilter } from '../../src/models/model-filter';
import { defaultSort, type ModelSort } from '../../src/models/model-sort';
import { createModelsIndex } from '../../src/models/models-index';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import { readLabels } from '../../src/sketchfab/read-labels';
import { filterObjects } from './filter-objects';

const of2016 = { models: 28_806, users: 62_583, likes: 632_840 };
const seed = 2016;
const firstCapture = Date.UTC(2026, 10, 1);
const window = { start: 0, end: 40 };
const byName: ModelSort = [{ column: 'name', isDescending: false }];
const byLikes: ModelSort = [{ column: 'likes', isDescending: true }, ...byName];

type Question = { readonly what: string; readonly filter: Partial<ModelFilter>; readonly sort: ModelSort };

const questions: readonly Question[] = [
  { what: 'every model', filter: {}, sort: defaultSort },
  { what: 'one letter', filter: { text: 'e' }, sort: defaultSort },
  { what: 'two words', filter: { text: 'low robot' }, sort: defaultSort },
  { what: 'a state', filter: { state: ['partial'] }, sort: defaultSort },
  { what: 'a range of likes', filter: { likes: { min: 10, max: 199 } }, sort: byName },
  {
    what: 'five parts at once',
    filter: {
      ...{ text: 'a', tagged: ['with'], state: ['complete', 'partial'] },
      ...{ tag: ['lowpoly', 'pbr'], likes: { min: 5, max: null } },
    },
    sort: byLikes,
  },
];

/**
 * From a filter to the answer, with all facets, histograms and the first rows, against an array of objects that is
 * filtered and sorted and counts nothing. Processor time of this process, as the machine may be busy.
 */
export function runModelsBench(times: number, runs: number): void {
  const models = modelsOf(times);
  const index = createModelsIndex();
  const filling = processorMs(() => models.forEach((model) => index.put(model)));
  console.log(`\n${models.length} models, put into the index in ${Math.round(filling)} ms`);
  const measured = questions.map(() => ({ ours: [] as number[], objects: [] as number[], found: 0 }));
  for (let run = 0; run < runs; run += 1) {
    for (const [at, { filter, sort }] of questions.entries()) {
      const wanted = { ...everyModel, ...filter };
      const figures = measured[at]!;
      let found = 0;
      figures.objects.push(processorMs(() => (found = filterObjects(models, wanted, sort).length)));
      figures.ours.push(
        processorMs(() => (figures.found = index.query({ filter: wanted, sort, window }).matching)),
      );
      if (found !== figures.found) throw new Error(`${found} models are not ${figures.found}`);
    }
  }
  for (const [at, { what }] of questions.entries()) {
    const { ours, objects, found } = measured[at]!;
    const [mine, theirs] = [median(ours), median(objects)];
    console.log(
      `${what}: ${found} models in ${mine.toFixed(1)} ms (first ${ours[0]!.toFixed(1)}), ` +
        `objects ${theirs.toFixed(1)} ms, ${(theirs / mine).toFixed(1)} times as long`,
    );
  }
  tellChanges(index, models, runs);
  const { heapUsed, arrayBuffers } = memoryOf(models.length > 100_000);
  console.log(
    `heap ${Math.round(heapUsed / 1e6)} MB with the objects, packed ${Math.round(arrayBuffers / 1e6)} MB`,
  );
}

/** As during a crawl: a few models change, and the list is shown again. */
function tellChanges(
  index: ReturnType<typeof createModelsIndex>,
  models: readonly IndexedModel[],
  runs: number,
): void {
  const refreshes: number[] = [];
  const queries: number[] = [];
  index.query({ filter: everyModel, sort: byName, window });
  for (let run = 0; run < 2 * runs; run += 1) {
    for (let at = 0; at < 10; at += 1) {
      const model = models[(run * 1_009 + at * 101) % models.length]!;
      index.put({ ...model, likesCollected: model.likesCollected + 1, state: 'complete' });
    }
    refreshes.push(processorMs(() => index.refresh(window)));
    queries.push(processorMs(() => index.query({ filter: everyModel, sort: byName, window })));
  }
  console.log(
    `after ten models changed: refresh ${median(refreshes).toFixed(1)} ms, sorted by name again ${median(queries).toFixed(1)} ms`,
  );
}

function modelsOf(times: number): readonly IndexedModel[] {
  const models = Math.round(of2016.models * times);
  const counts = likeCounts({
    seed,
    models,
    users: Math.round(of2016.users * times),
    likes: Math.round(of2016.likes * times),
  });
  return Array.from({ length: models }, (_, at): IndexedModel => {
    const { uid, name, tags, categories, likeCount, isAgeRestricted } = buildModel(seed, at, counts[at]!);
    const state = at % 20 === 0 ? modelStates[(at / 20) % modelStates.length]! : 'complete';
    return {
      ...{ uid: uid as ModelUid, name, likeCount, state, order: at, isPublic: true, causes: [] },
      tags: at % 50 === 0 ? null : readLabels(tags),
      categories: at % 50 === 0 ? null : readLabels(categories),
      noAi: tags.some(({ slug }) => slug === 'noai') || null,
      isRestricted: isAgeRestricted,
      likesCollected: state === 'complete' ? likeCount : Math.floor(likeCount / 2),
      capturedAt: firstCapture + at * 60_000,
      readAt: state === 'new' ? null : firstCapture + at * 61_000,
    };
  });
}

function processorMs(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function memoryOf(isLarge: boolean) {
  if (isLarge) globalThis.gc?.();
  return process.memoryUsage();
}
