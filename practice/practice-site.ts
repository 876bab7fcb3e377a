import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jsonAnswer, type Answer } from './answer';
import type { Paging } from './api/likes';
import { createCertificate } from './certificate';
import { createFaults, type Faults } from './faults';
import { createLedger, type Ledger, type LedgerEntry } from './ledger';
import { openEntry, readRequest } from './read-request';
import { route, type SiteParts } from './route';
import { sendAnswer } from './send-answer';
import type { Generation, SiteRequest } from './site-request';
import { slow } from './wire-faults';
import type { World } from './world/world';

export type PracticeSiteOptions = {
  readonly world: World;
  /** @default 0: any free port */
  readonly port?: number;
  /** @default 'mixed' */
  readonly paging?: Paging;
  /** The markup of pages whose address does not have `?gen=`. @default '2019' */
  readonly generation?: Generation;
  /** The delay before every response from `/i/` and `/v3/`. @default 0 */
  readonly latencyMs?: number;
};

export type PracticeSite = {
  readonly port: number;
  /** For Chromium's --ignore-certificate-errors-spki-list. */
  readonly certificateHash: string;
  readonly world: World;
  readonly ledger: Ledger;
  readonly faults: Faults;
  /** Cuts every connection and refuses new ones, until `goOnline`. */
  goOffline(): Promise<void>;
  /** Listens on the same port again. */
  goOnline(): Promise<void>;
  close(): Promise<void>;
};

const loopback = '127.0.0.1';

export async function startPracticeSite(options: PracticeSiteOptions): Promise<PracticeSite> {
  const { key, cert, hash } = await createCertificate();
  const parts: SiteParts = {
    world: options.world,
    ledger: createLedger(),
    faults: createFaults(),
    paging: options.paging ?? 'mixed',
  };
  const server = createServer({ key, cert }, (message, response) => {
    respond(parts, options, message, response).catch((error: unknown) => {
      console.error('practice site:', error); // a bug of the site itself must not leave the connection hanging
      response.destroy();
    });
  });
  const port = await listen(server, options.port ?? 0);
  return {
    port,
    certificateHash: hash,
    world: parts.world,
    ledger: parts.ledger,
    faults: parts.faults,
    goOffline: () => hangUp(server),
    goOnline: async () => {
      await listen(server, port);
    },
    close: () => hangUp(server),
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, loopback);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function hangUp(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

async function respond(
  parts: SiteParts,
  { generation = '2019', latencyMs = 0 }: PracticeSiteOptions,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = readRequest(message, generation);
  const entry = openEntry(message, request);
  parts.ledger.record(entry);
  watch(entry, response);
  message.resume(); // bodies are ignored, but must be read before the connection can continue
  const right = request
    ? withCookies(request, route(parts, request))
    : jsonAnswer({ detail: 'Not this site.' }, 421);
  const isOwn = entry.path.startsWith('/practice'); // otherwise a planned wall would block the page that lifts it
  const fault = isOwn ? undefined : parts.faults.next(entry.path, entry.query);
  if (fault) {
    entry.fault = fault.name;
    await fault.play(right, response);
  } else if (latencyMs > 0 && /^\/(?:i|v3)\//.test(entry.path)) await slow(latencyMs).play(right, response);
  else await sendAnswer(right, response);
}

/** Keeps the entry up to date. The status is recorded before it is sent, so whoever reads the response finds it in the ledger. */
function watch(entry: LedgerEntry, response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status: number, ...rest: never[]) => {
    entry.status = status;
    return writeHead(status, ...rest);
  };
  response.once('close', () => {
    entry.finishedAt = Date.now();
    entry.status ??= 0;
  });
}

/** Every page sets a login cookie, which a careful extension never sends. */
function withCookies(request: SiteRequest, answer: Answer): Answer {
  if (!answer.headers['content-type']?.startsWith('text/html')) return answer;
  const domain = request.host === 'sketchfab.com' ? '; Domain=sketchfab.com' : ''; // so that the API host would get it too
  const cookie = `sessionid=practice-login; Path=/; Secure; HttpOnly; SameSite=Strict${domain}`;
  return { ...answer, headers: { ...answer.headers, 'set-cookie': cookie } };
}
