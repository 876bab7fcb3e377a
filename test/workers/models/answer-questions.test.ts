import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringsOf } from '../../../src/dataset/columns/string-list';
import { everyModel } from '../../../src/models/model-filter';
import { createModelsIndex } from '../../../src/models/models-index';
import type { ModelsAnswer } from '../../../src/models/models-answer';
import { createQuestionHandler } from '../../../src/workers/models/answer-questions';
import type { ModelsQuestion, ModelsReply, ModelsResult } from '../../../src/workers/models/messages';
import { modelWith, uidAt } from '../../models/random-models';

const window = { start: 0, end: 10 };
const query = { kind: 'query', filter: everyModel, sort: [], window } as const;
const refresh = { kind: 'refresh', window } as const;

function setUp(models = 3) {
  const index = createModelsIndex();
  const put = (at: number) => index.put(fc.sample(modelWith(at), { seed: 1, numRuns: 1 })[0]!);
  for (let at = 0; at < models; at += 1) put(at);
  const deferred: (() => void)[] = [];
  const replies: ModelsReply[] = [];
  const transferred: ArrayBuffer[][] = [];
  const state = { isReading: false };
  const handle = createQuestionHandler({
    index,
    isReading: () => state.isReading,
    reply: (message, transfer) => {
      replies.push(message);
      if (transfer) transferred.push(transfer);
    },
    defer: (run) => deferred.push(run),
  });
  let id = 0;
  const ask = (question: ModelsQuestion) => handle({ id: (id += 1), question });
  const run = () => deferred.splice(0).forEach((one) => one());
  const results = () => replies.map((reply) => (reply.kind === 'result' ? [reply.id, reply.result] : reply));
  /** The last answer, after all that was deferred. */
  const answer = (question: ModelsQuestion) => {
    ask(question);
    run();
    return (replies.at(-1) as { result: ModelsAnswer }).result;
  };
  return { index, put, ask, run, replies, results, transferred, state, answer };
}

describe('the questions of a page', () => {
  it('are answered once for several queries in a row, and the others told that they are needless', () => {
    const { ask, run, results } = setUp();
    ask(query);
    ask({ ...query, filter: { ...everyModel, text: 'x' } });
    ask(query);
    expect(results()).toEqual([
      [1, null],
      [2, null],
    ]);
    run();
    expect(results()).toHaveLength(3);
    expect(results()[2]).toEqual([3, expect.objectContaining({ list: 1, total: 3 })]);
  });

  it('let no refresh take the place of a query', () => {
    const { ask, run, results } = setUp();
    ask(query);
    ask(refresh);
    run();
    expect(results()).toEqual([
      [2, null],
      [1, expect.objectContaining({ list: 1 })],
    ]);
    ask(refresh);
    ask(refresh);
    ask(query);
    run();
    expect(results().slice(2)).toEqual([
      [3, null],
      [4, null],
      [5, expect.objectContaining({ list: 2 })],
    ]);
  });

  it('about rows, ids and places are about the list that was asked for just before', () => {
    const { ask, results, transferred } = setUp();
    ask(query);
    ask({ kind: 'rows', window: { start: 1, end: 2 } });
    ask({ kind: 'position', uid: uidAt(2) });
    ask({ kind: 'position', uid: uidAt(9) });
    ask({ kind: 'place', uid: uidAt(2) });
    ask({ kind: 'uids', window: null });
    ask({ kind: 'chosen', filter: { ...everyModel, public: ['yes', 'no'] } });
    ask({ kind: 'values', facet: 'tag', text: '', limit: 5 });
    const [answered, rows, place, nowhere, stands, uids, chosen, values] = results().map(
      (one) => (one as [number, never])[1],
    );
    expect(answered).toMatchObject({ list: 1 });
    expect(rows).toMatchObject({ list: 1, start: 1, rows: [{}] });
    const all = [...stringsOf(uids! as ModelsResult['uids'])];
    expect([...all].sort()).toEqual([uidAt(0), uidAt(1), uidAt(2)]);
    expect([...stringsOf(chosen! as ModelsResult['chosen'])].sort()).toEqual([...all].sort());
    expect(place).toBe(all.indexOf(uidAt(2)));
    expect(nowhere).toBeNull();
    expect(stands).toMatchObject({ position: place });
    expect(Array.isArray(values)).toBe(true);
    expect(transferred).toHaveLength(2);
  });

  it('make a new list as long as the database is still being read, and once more after that', () => {
    const { put, answer, state } = setUp(4);
    state.isReading = true;
    const order = ({ window: { rows } }: ModelsAnswer) => rows.map(({ uid }) => uid);
    expect(answer(query).list).toBe(1);
    put(5);
    state.isReading = false;
    const sorted = answer(refresh);
    expect(sorted.list).toBe(2);
    expect(order(sorted)).toEqual(order(answer(query)));
    // Model 15 comes first in the order of capture: now it has to wait at the end.
    put(15);
    const later = answer(refresh);
    expect(later.list).toBe(3);
    expect(order(later).at(-1)).toBe(uidAt(15));
    expect(order(answer(query))[1]).toBe(uidAt(15));
  });

  it('that fail are answered with the reason', () => {
    const { index, ask, replies } = setUp();
    const positionOf = () => {
      throw new Error('out of memory');
    };
    Object.assign(index, { positionOf });
    ask({ kind: 'position', uid: uidAt(1) });
    expect(replies).toEqual([{ kind: 'failed', id: 1, message: 'out of memory' }]);
  });
});
