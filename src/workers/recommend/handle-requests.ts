import type { DatasetOptions } from '../../dataset/dataset-options';
import type { AnswerQuestion } from './answer-questions';
import type { LikesState, RecommendReply, RecommendRequest } from './messages';
import { workFailure } from './work-failure';

type Ready = { readonly state: LikesState; readonly answer: AnswerQuestion };

type Tools = {
  readonly read: (
    excluded: DatasetOptions['excluded'],
    onProgress: (share: number) => void,
  ) => Promise<Ready>;
  readonly reply: (message: RecommendReply) => void;
};

/** Reads once, and answers questions as soon as that is done. Rejects only if `reply` throws. */
export function createRequestHandler({ read, reply }: Tools): (request: RecommendRequest) => Promise<void> {
  let reading: Promise<Ready> | null = null;

  async function readAll(excluded: DatasetOptions['excluded']): Promise<void> {
    reading = read(excluded, (share) => reply({ kind: 'reading', share }));
    try {
      const { state } = await reading;
      reply({ kind: 'read', state });
    } catch (error) {
      reply({ kind: 'unreadable', failure: workFailure(error) });
    }
  }

  return async (request) => {
    if ('kind' in request) return readAll(request.excluded);
    const { id, question } = request;
    try {
      if (!reading) throw new Error('a question came before the likes were asked for');
      const { answer } = await reading;
      reply({ kind: 'result', id, result: answer(question) });
    } catch (error) {
      reply({ kind: 'failed', id, failure: workFailure(error) });
    }
  };
}
