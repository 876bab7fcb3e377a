import { describe, expect, it, vi } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import {
  createRecommendActions,
  type StartRecommend,
} from '../../../src/popup/recommend/create-recommend-actions';
import { parseRecommendAddress } from '../../../src/popup/recommend/recommend-address';
import {
  type RecommendSnapshot,
  unreadRecommendations,
} from '../../../src/popup/recommend/recommend-snapshot';
import { createAnswers } from '../../../src/workers/recommend/answer-questions';
import { WorkError } from '../../../src/workers/recommend/recommend-client';
import { sampleLikes, sampleUid } from './sample-likes';

type Started = Parameters<StartRecommend>[0] & {
  readonly ask: ReturnType<typeof vi.fn>;
  readonly close: ReturnType<typeof vi.fn>;
};

const likes = sampleLikes(
  { users: 60, items: 30, likes: 300, groups: 3, seed: 1 },
  { nameOf: (item) => `Model ${item}`, tagOf: (tag) => `tag ${tag}`, readAt: 5 },
);
const nobody = defaultDatasetOptions.excluded;
function deferred<Result>() {
  let resolve: (result: Result) => void = () => {};
  const promise = new Promise<Result>((done) => {
    resolve = done;
  });
  return { promise, resolve: (result: Result) => resolve(result) };
}

const later = () => new Promise((resolve) => setTimeout(resolve));

function view() {
  let snapshot: RecommendSnapshot = unreadRecommendations;
  let excluded: typeof nobody | null = nobody;
  let keyId: string | null = null;
  const started: Started[] = [];
  const errors: unknown[] = [];
  const answer = createAnswers(likes);
  const goTo = vi.fn();
  const actions = createRecommendActions({
    change: (part) => {
      snapshot = { ...snapshot, ...part };
    },
    startRecommend: (tools) => {
      const ask = vi.fn((question: Parameters<typeof answer>[0]) => Promise.resolve(answer(question)));
      const close = vi.fn();
      started.push({ ...tools, ask, close });
      return { ask: ask as never, close };
    },
    attempt: (_, run) => void run().catch((error: unknown) => errors.push(error)),
    goTo,
    openModel: (uid) => Promise.resolve(uid),
    readExcluded: () => excluded,
    readKeyId: () => keyId,
  });
  return {
    ...{ actions, started, errors, goTo },
    shown: () => snapshot,
    show: async (query: string) => {
      actions.showRecommendations(parseRecommendAddress(query));
      await later();
    },
    leaveOut: (next: typeof nobody | null) => (excluded = next),
    keepKey: (next: string) => (keyId = next),
  };
}

const model = (item: number) => `model=${sampleUid(item)}`;

describe('recommendations', () => {
  it('are those that the address asks for, from likes that are read once', async () => {
    const { show, shown, started } = view();
    await show('');
    expect(shown().shown).toMatchObject({ at: 'start' });
    await show(model(3));
    expect(shown().shown).toMatchObject({ at: 'model', answer: { model: { name: 'Model 3' } } });
    await show('tag=tag%200');
    expect(shown().shown).toMatchObject({ at: 'tag', answer: { tag: 'tag 0' } });
    await show('tag=');
    expect(shown().shown).toMatchObject({ at: 'tags' });
    await show(`picks=${sampleUid(1)}`);
    expect(shown().shown).toMatchObject({ at: 'person', answer: { liked: 1 } });
    await show(`pseudonym=e${'3'.padStart(31, '0')}`);
    expect(shown().shown).toMatchObject({ at: 'person', answer: { picked: [] } });
    expect(started).toHaveLength(1);
    started[0]!.onReading(0.5);
    expect(shown().reading).toBe(0.5);
    started[0]!.onRead(likes.state);
    expect(shown()).toMatchObject({ reading: null, data: likes.state });
  });

  it('to an address that was left do not replace those to the present one', async () => {
    const { actions, show, shown, started } = view();
    await show('');
    const slow = deferred<null>();
    started[0]!.ask.mockReturnValueOnce(slow.promise);
    actions.showRecommendations(parseRecommendAddress(model(1)));
    await show(model(2));
    slow.resolve(null);
    await later();
    expect(shown().shown).toMatchObject({ uid: sampleUid(2) });
  });

  it('are read again when somebody is left out, and forgotten at once', async () => {
    const { show, shown, started, leaveOut } = view();
    await show(model(1));
    started[0]!.onRead(likes.state);
    leaveOut({ ...nobody, modelUids: [sampleUid(1)] });
    const before = started[0]!;
    await show(model(1));
    expect(before.close).toHaveBeenCalledOnce();
    expect(started).toHaveLength(2);
    expect(started[1]!.excluded.modelUids).toEqual([sampleUid(1)]);
    expect(shown().data).toBeNull();
    before.onRead(likes.state);
    expect(shown().data).toBeNull();
  });

  it('of somebody who is left out go after a stop and after a failure as well', async () => {
    const { actions, show, shown, started, leaveOut } = view();
    await show(model(1));
    started[0]!.onRead(likes.state);
    actions.stopReadingLikes();
    leaveOut({ ...nobody, modelUids: [sampleUid(1)] });
    await show(model(1));
    expect(shown()).toEqual({ ...unreadRecommendations, reading: null, isStopped: true });
    expect(started).toHaveLength(1);

    const failed = view();
    await failed.show(model(1));
    failed.started[0]!.onFailed({ code: 'unexpected', message: '' });
    expect(failed.shown().shown).not.toBeNull();
    failed.leaveOut({ ...nobody, modelUids: [sampleUid(1)] });
    failed.actions.showRecommendations(parseRecommendAddress(model(1)));
    failed.started[1]!.ask.mockReturnValue(new Promise(() => undefined));
    await Promise.resolve();
    expect(failed.shown().failure).toBeNull();
    expect(failed.started).toHaveLength(2);
  });

  it('are read again when there is another project key', async () => {
    const { show, shown, started, keepKey } = view();
    await show(model(1));
    started[0]!.onRead(likes.state);
    keepKey('1a2b3c4d');
    await show(model(1));
    expect(started[0]!.close).toHaveBeenCalledOnce();
    expect(started).toHaveLength(2);
    expect(shown().data).toBeNull();
    await show(model(2));
    expect(started).toHaveLength(2);
  });

  it('are not made while nobody knows whom to leave out', async () => {
    const { show, started, leaveOut } = view();
    leaveOut(null);
    await show(model(1));
    expect(started).toHaveLength(0);
  });

  it('are not read after a stop, until that is asked for', async () => {
    const { actions, show, shown, started } = view();
    await show(model(1));
    actions.stopReadingLikes();
    expect(started[0]!.close).toHaveBeenCalledOnce();
    expect(shown()).toMatchObject({ reading: null, isStopped: true });
    await show(model(2));
    expect(started).toHaveLength(1);
    actions.readLikesAgain();
    await later();
    expect(started).toHaveLength(2);
    expect(shown()).toMatchObject({ isStopped: false, shown: { uid: sampleUid(2) } });
  });

  it('stay while the likes are read again, and go when nothing is collected any more', async () => {
    const { actions, show, shown, started } = view();
    await show(model(1));
    actions.readLikesAgain();
    expect(shown().shown).not.toBeNull();
    expect(started[0]!.close).toHaveBeenCalledOnce();
    actions.forgetLikes();
    await later();
    expect(started[1]!.close).toHaveBeenCalledOnce();
    expect(shown()).toEqual(unreadRecommendations);
  });

  it('say why there are none, whether reading or a question fails, and can be tried again', async () => {
    const { actions, show, shown, started } = view();
    await show(model(1));
    const failure = { code: 'outOfMemory', message: 'out of memory' } as const;
    started[0]!.onFailed(failure);
    expect(shown()).toMatchObject({ failure, reading: null });
    actions.readLikesAgain();
    expect(shown().failure).toBeNull();
    started[1]!.ask.mockRejectedValueOnce(new WorkError(failure));
    await show(model(2));
    expect(shown().failure).toEqual(failure);
    expect(started[1]!.close).toHaveBeenCalledOnce();
  });
});

describe('what is typed', () => {
  it('finds models or tags, and the last letter counts', async () => {
    const { actions, show, shown, started } = view();
    await show('');
    const answers = [deferred<[]>(), deferred<[]>()];
    for (const { promise } of answers) started[0]!.ask.mockReturnValueOnce(promise);
    actions.suggest('models', 'mod');
    actions.suggest('tags', 'tag');
    answers[1]!.resolve([]);
    await later();
    answers[0]!.resolve([]);
    await later();
    expect(shown().suggested).toEqual({ of: 'tags', text: 'tag', found: [] });
    actions.suggest('tags', ' ');
    await later();
    expect(shown().suggested).toBeNull();
  });

  it('is told when the search fails, unless another letter was typed', async () => {
    const { actions, show, started, errors } = view();
    await show('');
    started[0]!.ask.mockRejectedValue(new Error('broken'));
    actions.suggest('models', 'a');
    actions.suggest('models', 'b');
    await later();
    expect(errors).toHaveLength(1);
  });
});
