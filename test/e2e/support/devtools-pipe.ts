import type { Readable, Writable } from 'node:stream';

type Answer = { id?: number; result?: unknown; error?: { message: string } };
type Waiting = {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
};

/**
 * The DevTools protocol over `--remote-debugging-pipe`: JSON messages with a NUL after each. It speaks only to the
 * browser until it attaches to something, so workers are not affected.
 */
export type DevtoolsPipe = {
  /** `sessionId` names an attached target. Rejects if the browser refuses or ends before it responds. */
  readonly send: <T>(method: string, params?: object, sessionId?: string) => Promise<T>;
};

export function devtoolsPipe(toBrowser: Writable, fromBrowser: Readable): DevtoolsPipe {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let unread = '';
  let isOpen = true;

  const receive = (answer: Answer) => {
    const asked = answer.id === undefined ? undefined : waiting.get(answer.id);
    if (answer.id === undefined || !asked) return;
    waiting.delete(answer.id);
    if (answer.error) asked.reject(new Error(answer.error.message));
    else asked.resolve(answer.result);
  };
  const end = () => {
    isOpen = false;
    for (const { reject } of waiting.values()) reject(new Error('the browser has ended'));
    waiting.clear();
  };

  fromBrowser.setEncoding('utf8').on('data', (text: string) => {
    const messages = (unread + text).split('\0');
    unread = messages.pop() ?? '';
    for (const message of messages) receive(JSON.parse(message) as Answer);
  });
  fromBrowser.on('close', end).on('error', end);
  toBrowser.on('error', end);

  return {
    send<T>(method: string, params: object = {}, sessionId?: string) {
      if (!isOpen) return Promise.reject(new Error('the browser has ended'));
      const id = ++lastId;
      return new Promise<T>((resolve, reject) => {
        waiting.set(id, { resolve: (result) => resolve(result as T), reject });
        toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      });
    },
  };
}
