import type { StringList } from '../../dataset/columns/string-list';
import { errorMessage } from '../../messaging/error-message';
import type { ModelsAnswer, ModelsQuery } from '../../models/models-answer';
import type { ModelsIndex } from '../../models/models-index';
import type { ModelUid } from '../../sketchfab/model-uid';
import type { ModelsQuestion, ModelsReply, ModelsRequest, ModelsResult } from './messages';

type Answering = Extract<ModelsQuestion, { kind: 'query' | 'refresh' }>;
type Pending = { readonly id: number; readonly question: Answering };

type Tools = {
  readonly index: ModelsIndex;
  /** Whether the first reading of the database goes on. */
  readonly isReading: () => boolean;
  readonly reply: (reply: ModelsReply, transfer?: ArrayBuffer[]) => void;
  /** Calls back once the messages that wait have arrived. */
  readonly defer: (run: () => void) => void;
};

/**
 * Answers the page's questions from the index. A query or refresh waits until everything that was asked before it began
 * has arrived, and only the last one is answered.
 */
export function createQuestionHandler({
  index,
  isReading,
  reply,
  defer,
}: Tools): (request: ModelsRequest) => void {
  let pending: Pending | undefined;
  let asked: ModelsQuery | undefined;
  /** Whether the list was made before everything was read. */
  let isProvisional = false;

  function result(id: number, value: ModelsResult[keyof ModelsResult]): void {
    reply({ kind: 'result', id, result: value });
  }

  function handOver(id: number, uids: StringList<ModelUid>): void {
    const buffers = [uids.bytes.buffer, uids.starts.buffer] as ArrayBuffer[];
    reply({ kind: 'result', id, result: uids }, buffers);
  }

  function attempt(id: number, answer: () => void): void {
    try {
      answer();
    } catch (error) {
      reply({ kind: 'failed', id, message: errorMessage(error) });
    }
  }

  function answerPending(): void {
    if (!pending) return;
    const { id, question } = pending;
    pending = undefined;
    attempt(id, () => result(id, answerTo(question)));
  }

  function answerTo(question: Answering): ModelsAnswer {
    if (question.kind === 'query') asked = question;
    // Appending what is still being read would leave the list in no order.
    else if (asked && isProvisional) asked = { ...asked, window: question.window };
    else return index.refresh(question.window);
    isProvisional = isReading();
    return index.query(asked);
  }

  function wait(id: number, question: Answering): void {
    if (question.kind === 'refresh' && pending?.question.kind === 'query') {
      // The answer to the query will be as fresh.
      result(id, null);
      return;
    }
    if (pending) result(pending.id, null);
    pending = { id, question };
    defer(answerPending);
  }

  return ({ id, question }) => {
    if (question.kind === 'query' || question.kind === 'refresh') {
      wait(id, question);
      return;
    }
    // It is about the list that was asked for before.
    answerPending();
    attempt(id, () => {
      switch (question.kind) {
        case 'rows': {
          result(id, index.rows(question.window));
          return;
        }
        case 'uids': {
          handOver(id, index.matchingUids(question.window));
          return;
        }
        case 'chosen': {
          handOver(id, index.chosenUids(question.filter));
          return;
        }
        case 'position': {
          result(id, index.positionOf(question.uid));
          return;
        }
        case 'place': {
          result(id, index.placeOf(question.uid));
          return;
        }
        case 'values': {
          result(id, index.findValues(question.facet, question.text, question.limit));
          return;
        }
      }
    });
  };
}
