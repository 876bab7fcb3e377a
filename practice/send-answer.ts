import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import type { Answer } from './answer';

/** Sends the whole answer; ends when the last byte left or the other side hung up. */
export async function sendAnswer({ status, headers, body }: Answer, response: ServerResponse): Promise<void> {
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
  response.end(body);
  await isOver(response);
}

/** Ends when the response was sent or its connection broke. A client that hangs up is no error here. */
export async function isOver(response: ServerResponse): Promise<void> {
  if (response.closed || response.destroyed) return;
  await finished(response).catch(() => undefined);
}
