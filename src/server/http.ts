import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Desk } from '../desk.js';
import { protect, refusal } from './guard.js';
import { loadPages, type Pages } from './pages.js';

/** The pages, served. */
export interface Serving {
  /** Where a browser finds them: `http://localhost:4173`. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Only programs on this machine reach it. */
const LOOPBACK = '127.0.0.1';
const USUAL_PORT = 4173;
const PORTS_TO_TRY = 50;
/** The most that may be pasted or sent: a long article is 100 kB. */
const LARGEST_BODY = 2_000_000;
const HEADERS_WITHIN_MS = 10_000;
const BODY_WITHIN_MS = 30_000;
/** Below this, compressing costs more than it saves. */
const WORTH_COMPRESSING = 1_400;

/**
 * Serves the pages and their data on this machine alone.
 *
 * @param options.port the port to listen on, default 4173; where it is taken, the next free one. 0 takes any.
 */
export async function servePages(desk: Desk, options: { port?: number } = {}): Promise<Serving> {
  const pages = await loadPages();
  const server = createServer({ maxHeaderSize: 16_384 }, (incoming, outgoing) => {
    answer(pages, desk, incoming, outgoing).catch(error => fail(outgoing, error));
  });
  server.headersTimeout = HEADERS_WITHIN_MS;
  server.requestTimeout = BODY_WITHIN_MS;
  const port = await listen(server, options.port ?? USUAL_PORT);
  // What every first visit needs is got ready before the first visitor asks; a failure shows when the page is asked for.
  setImmediate(() => desk.firstPage().catch(() => undefined));
  return { url: `http://localhost:${port}`, port, close: () => stop(server) };
}

/** One request: guarded, then a file of the pages or a page itself. */
async function answer(pages: Pages, desk: Desk, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  protect(outgoing);
  const refused = refusal(incoming, portOf(incoming));
  if (refused) return refuse(outgoing, refused.status, refused.why);
  const body = await bodyOf(incoming);
  if (body === null) return refuse(outgoing, 413, `More than ${LARGEST_BODY / 1e6} MB cannot be sent.`);
  const url = urlOf(incoming);
  if (!url) return refuse(outgoing, 400, 'This is no address.');
  const file = /^(?:GET|HEAD)$/.test(incoming.method ?? '') ? pages.file(url.pathname) : null;
  const response = file ?? (await pages.respond(requestOf(incoming, url, body), { desk, standalone: false }));
  await send(incoming, outgoing, response);
}

/** The whole body, or `null` where it is larger than allowed. */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer | null> {
  if (Number(incoming.headers['content-length'] ?? 0) > LARGEST_BODY) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return null;
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
  const method = incoming.method ?? 'GET';
  return new Request(url, { method, headers, ...(method === 'POST' && { body: new Uint8Array(body) }) });
}

async function send(incoming: IncomingMessage, outgoing: ServerResponse, response: Response): Promise<void> {
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  const bytes = Buffer.from(await response.arrayBuffer());
  const compressed = bytes.length > WORTH_COMPRESSING && takesGzip(incoming) && isText(response);
  if (compressed) outgoing.setHeader('content-encoding', 'gzip');
  outgoing.setHeader('vary', 'accept-encoding');
  const sent = compressed ? await promisify(gzip)(bytes) : bytes;
  if (response.status !== 304) outgoing.setHeader('content-length', sent.length);
  outgoing.writeHead(response.status);
  outgoing.end(incoming.method === 'HEAD' ? undefined : sent);
}

function takesGzip(incoming: IncomingMessage): boolean {
  return /\bgzip\b/.test(String(incoming.headers['accept-encoding'] ?? ''));
}

function isText(response: Response): boolean {
  return /^(?:text\/|application\/(?:json|javascript)|image\/svg)/.test(response.headers.get('content-type') ?? '');
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
async function listen(server: Server, port: number): Promise<number> {
  for (let tried = 0; tried < PORTS_TO_TRY; tried++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port === 0 ? 0 : port + tried, LOOPBACK, () => {
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
