import { setTimeout as passed } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import type { Answer } from './answer';
import type { Fault } from './faults';
import { isOver, sendAnswer } from './send-answer';

// Faults below HTTP: slow, broken or endless connections. Each ends early if the client hangs up.

/** Closes the connection before the first byte. (For a refused connection, see `PracticeSite.goOffline`.) */
export function connectionCut(): Fault {
  return {
    name: 'connection cut',
    play: (_, response) => {
      response.socket?.destroy();
      return Promise.resolve();
    },
  };
}

/** Sends the headers of the good response and half of its body, then closes the connection. */
export function resetMidBody(share = 0.5): Fault {
  return {
    name: 'reset in the body',
    play: async (right, response) => {
      const body = Buffer.from(right.body);
      response.writeHead(right.status, { 'content-length': body.length, ...right.headers });
      await new Promise((written) =>
        response.write(body.subarray(0, Math.ceil(body.length * share)), written),
      );
      response.socket?.destroy();
    },
  };
}

/** Sends the good body under a `Content-Length` that promises more, then closes the connection. */
export function wrongContentLength(extraBytes = 1_000): Fault {
  return {
    name: 'wrong Content-Length',
    play: async ({ status, headers, body }, response) => {
      response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) + extraBytes });
      await new Promise((written) => response.write(body, written));
      response.socket?.end();
      await isOver(response);
    },
  };
}

/** Sends the good response `delayMs` late. */
export function slow(delayMs: number): Fault {
  return {
    name: `${delayMs} ms late`,
    play: async (right, response) => {
      if (await waited(delayMs, response)) await sendAnswer(right, response);
    },
  };
}

/** Responds at once, but sends the body `bytes` at a time. */
export function drip(everyMs: number, bytes = 1): Fault {
  return {
    name: 'slow drip',
    play: async (right: Answer, response) => {
      const body = Buffer.from(right.body);
      response.writeHead(right.status, { 'content-length': body.length, ...right.headers });
      for (let at = 0; at < body.length; at += bytes) {
        response.write(body.subarray(at, at + bytes));
        if (!(await waited(everyMs, response))) return;
      }
      response.end();
      await isOver(response);
    },
  };
}

/** Sends valid JSON of `bytes` bytes as fast as it is read. */
export function hugeBody(bytes = 100_000_000): Fault {
  return {
    name: `${bytes} bytes`,
    play: async (_, response) => {
      const block = Buffer.from(' '.repeat(64 * 1024));
      response.writeHead(200, { 'content-type': 'application/json' });
      for (let sent = 0; sent < bytes && !response.destroyed; sent += block.length) {
        await new Promise((written) => response.write(block, written));
      }
      response.end('{"results":[],"next":null}');
      await isOver(response);
    },
  };
}

/** Whether the client was still there after the wait. */
async function waited(ms: number, response: ServerResponse): Promise<boolean> {
  const hangUp = new AbortController();
  const stop = () => hangUp.abort();
  response.once('close', stop);
  await passed(ms, undefined, { signal: hangUp.signal }).catch(() => undefined);
  response.off('close', stop);
  return !response.destroyed;
}
