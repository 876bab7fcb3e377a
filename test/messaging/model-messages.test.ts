import { describe, expect, it } from 'vitest';
import { mostModels, parseModelUids } from '../../src/messaging/model-uids';
import { parseRetryReply } from '../../src/messaging/retry-reply';
import { modelUid } from '../crawl/small-world';

describe('the ids of a message about models', () => {
  it('are each taken once', () => {
    expect(parseModelUids([modelUid(1), modelUid(2), modelUid(1)])).toEqual([modelUid(1), modelUid(2)]);
  });

  it.each([
    ['no list', modelUid(1)],
    ['none', []],
    ['one that is no id', [modelUid(1), '../../i/users/me']],
    ['one that is no text', [7]],
    ['more than can be handled at once', Array.from({ length: mostModels + 1 }, (_, at) => modelUid(at))],
  ])('are refused as a whole: %s', (_, value) => {
    expect(() => parseModelUids(value)).toThrow();
  });
});

describe('the reply about models to be read again', () => {
  const reply = {
    queued: 1,
    refused: { queued: 0, complete: 2, gone: 0, elsewhere: 0, unknown: 0 },
    when: 'now',
  };

  it('is taken if it is whole', () => {
    expect(parseRetryReply(reply)).toEqual(reply);
    for (const broken of [null, { ...reply, queued: -1 }, { ...reply, when: 'never' }, { queued: 1 }])
      expect(() => parseRetryReply(broken)).toThrow();
  });
});
