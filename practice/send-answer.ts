import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import type { Answer } from './answer';

/** Sends the whole response; settles when the last byte is sent or the client hung up. */
export async function sendAnswer({ status, headers, body }: Answer, response: ServerResponse): Promise<void> {
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
  response.end(body);
  await isOver(response);
}

/** Settles when the response is sent or its connection breaks. A client that hangs up is not an error here. */
export async function isOver(response: ServerResponse): Promise<void> {
  if (response.closed || response.destroyed) return;
  await finished(response).catch(() => undefined);
}
