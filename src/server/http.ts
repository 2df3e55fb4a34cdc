import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Desk } from '../desk.js';
import { hasToken, isLoopback, LOOPBACK, refuseOpenDoor, tokenCookie } from './access.js';
import type { Adding } from './adding.js';
import { type FormToken, newFormToken } from './form-token.js';
import { protect, refusal } from './guard.js';
import { KeptAnswers, type MadeAnswer, madeAnswer } from './kept-answers.js';
import { loadPages, type Pages } from './pages.js';

/** The pages, served. */
export interface Serving {
  /** Where a browser finds them: `http://localhost:4173`. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** How the pages are served. */
export interface ServeOptions {
  /** The port to listen on, default 4173; where it is taken, the next free one. 0 takes any. */
  port?: number;
  /** The address to listen on, default 127.0.0.1: only programs on this machine reach it. */
  host?: string;
  /** What every request must bring; needed where other machines can ask, default none. */
  token?: string | null;
  /** What takes articles into the record; default: nothing can be added. */
  adding?: Adding | null;
}

const USUAL_PORT = 4173;
const PORTS_TO_TRY = 50;
/** The most that may be pasted or sent: a long article is 100 kB. */
const LARGEST_BODY = 2_000_000;
/** The most that files may weigh together. */
const LARGEST_FILES = 20_000_000;
const HEADERS_WITHIN_MS = 10_000;
const BODY_WITHIN_MS = 30_000;
/** Reading a text takes a processor for a while: more than this a minute is not begun. */
const TEXTS_A_MINUTE = 120;

/** What every request is answered from. */
interface House {
  pages: Pages;
  desk: Desk;
  token: string | null;
  formToken: FormToken;
  adding: Adding | null;
  kept: KeptAnswers;
  /** When texts were sent lately, in milliseconds. */
  sent: number[];
}

/**
 * Serves the pages and their data: on this machine alone, or to whoever has the token.
 *
 * @throws WrongUse where other machines could ask without a token.
 */
export async function servePages(desk: Desk, options: ServeOptions = {}): Promise<Serving> {
  const { host = LOOPBACK, token = null, adding = null } = options;
  refuseOpenDoor(host, token);
  const house: House = {
    pages: await loadPages(),
    desk,
    token,
    adding,
    formToken: newFormToken(),
    kept: new KeptAnswers(),
    sent: [],
  };
  const server = createServer({ maxHeaderSize: 16_384 }, (incoming, outgoing) => {
    answer(house, incoming, outgoing).catch(error => fail(outgoing, error));
  });
  server.headersTimeout = HEADERS_WITHIN_MS;
  server.requestTimeout = BODY_WITHIN_MS;
  const port = await listen(server, options.port ?? USUAL_PORT, host);
  // What every first visit needs is got ready before the first visitor asks; a failure shows when the page is asked for.
  setImmediate(() => desk.firstPage().catch(() => undefined));
  const name = isLoopback(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${port}`, port, close: () => stop(server) };
}

/** One request: guarded, then what was made before, a file of the pages, or a page itself. */
async function answer(house: House, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { pages, desk, token, formToken, adding, kept } = house;
  protect(outgoing);
  const refused = refusal(incoming, portOf(incoming), token !== null);
  if (refused) return refuse(outgoing, refused.status, refused.why);
  const url = urlOf(incoming);
  if (!url) return refuse(outgoing, 400, 'This is no address.');
  if (token !== null) {
    if (!hasToken(incoming, url, token))
      return refuse(outgoing, 401, 'A token is needed: open the address that was handed out.');
    if (url.searchParams.has('token')) return welcome(outgoing, url, token);
  }
  const largest = url.pathname === '/add' ? LARGEST_FILES : LARGEST_BODY;
  const body = await bodyOf(incoming, largest);
  if (body === null) return refuse(outgoing, 413, `More than ${largest / 1e6} MB cannot be sent.`);
  if (incoming.method === 'POST' && !mayRead(house))
    return refuse(outgoing, 429, 'Too many texts at once: wait a minute.');
  const respond = () => pages.respond(requestOf(incoming, url, body), { desk, standalone: false, formToken, adding });
  if (incoming.method === 'POST') return send(incoming, outgoing, await madeAnswer(await respond()));
  const address = url.pathname + url.search;
  const revision = await desk.revision();
  const before = kept.get(address, revision);
  if (before) return send(incoming, outgoing, before);
  const made = await madeAnswer(pages.file(url.pathname) ?? (await respond()));
  if (made.status === 200 && mayKeep(made)) kept.set(address, revision, made);
  send(incoming, outgoing, made);
}

/** Is this answer the same for everybody until the record changes? */
function mayKeep({ headers }: MadeAnswer): boolean {
  return !headers.some(([name, value]) => name === 'cache-control' && value.includes('no-store'));
}

/** Whoever came with the token in the address gets it as a cookie, and the address without it. */
function welcome(outgoing: ServerResponse, url: URL, token: string): void {
  url.searchParams.delete('token');
  outgoing.writeHead(303, { 'set-cookie': tokenCookie(token), location: url.pathname + url.search });
  outgoing.end();
}

/** May one more text be read this minute? */
function mayRead(house: House): boolean {
  const now = Date.now();
  house.sent = house.sent.filter(at => at > now - 60_000);
  return house.sent.length < TEXTS_A_MINUTE && house.sent.push(now) > 0;
}

/** The whole body, or `null` where it is larger than allowed. */
async function bodyOf(incoming: IncomingMessage, largest: number): Promise<Buffer | null> {
  if (Number(incoming.headers['content-length'] ?? 0) > largest) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function urlOf(incoming: IncomingMessage): URL | null {
  const path = incoming.url ?? '/';
  // A second slash would make the next word a host; a full address is meant for a proxy.
  if (!path.startsWith('/') || path.startsWith('//') || /[\\\u0000]|%00|%5c/i.test(path)) return null;
  try {
    return new URL(path, `http://${incoming.headers.host}`);
  } catch {
    return null;
  }
}

function requestOf(incoming: IncomingMessage, url: URL, body: Buffer): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === 'string' && !name.startsWith(':')) headers.set(name, value);
  }
  // HEAD gets what GET gets, without its bytes.
  if (incoming.method !== 'POST') return new Request(url, { headers });
  return new Request(url, { method: 'POST', headers, body: new Uint8Array(body) });
}

/** Sends an answer, compressed for who takes it; who has these bytes already is told so. */
function send(incoming: IncomingMessage, outgoing: ServerResponse, made: MadeAnswer): void {
  for (const [name, value] of made.headers) outgoing.setHeader(name, value);
  outgoing.setHeader('vary', 'accept-encoding');
  if (made.status === 200) {
    outgoing.setHeader('etag', made.etag);
    // Kept by a browser, but asked for each time whether it still holds.
    if (!outgoing.hasHeader('cache-control')) outgoing.setHeader('cache-control', 'private, no-cache');
    if (holds(incoming.headers['if-none-match'], made.etag)) {
      outgoing.writeHead(304);
      outgoing.end();
      return;
    }
  }
  const bytes = takesGzip(incoming) ? (made.compressed ?? made.bytes) : made.bytes;
  if (bytes === made.compressed) outgoing.setHeader('content-encoding', 'gzip');
  outgoing.setHeader('content-length', bytes.length);
  outgoing.writeHead(made.status);
  outgoing.end(incoming.method === 'HEAD' ? undefined : bytes);
}

/** Does the list of a reader's tags (RFC 9110, 13.1.2) name these bytes? */
function holds(tags: string | undefined, etag: string): boolean {
  return (tags ?? '').split(',').some(tag => tag.trim().replace(/^W\//, '') === etag);
}

function takesGzip(incoming: IncomingMessage): boolean {
  return /\bgzip\b/.test(String(incoming.headers['accept-encoding'] ?? ''));
}

function refuse(outgoing: ServerResponse, status: number, why: string): void {
  // What is left of the request is not read, so the connection cannot be used again.
  outgoing.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  outgoing.end(`${why}\n`);
}

function fail(outgoing: ServerResponse, error: unknown): void {
  if (outgoing.destroyed) return;
  process.stderr.write(`upperhand: a page could not be made: ${error instanceof Error ? error.stack : error}\n`);
  if (outgoing.headersSent) outgoing.destroy();
  else refuse(outgoing, 500, 'This page could not be made.');
}

/** Listens on the port, or on the next one that is free. */
async function listen(server: Server, port: number, host: string): Promise<number> {
  for (let tried = 0; tried < PORTS_TO_TRY; tried++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port === 0 ? 0 : port + tried, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`no port between ${port} and ${port + PORTS_TO_TRY - 1} is free`);
}

function portOf(incoming: IncomingMessage): number {
  return incoming.socket.localPort ?? 0;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>(resolve => server.close(() => resolve()));
}
