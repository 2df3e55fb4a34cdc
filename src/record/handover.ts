/**
 * While one process owns a record, others hand it their work over a Unix socket in the record's folder (mode 0600:
 * the same user only). They send the bytes of articles, never paths, so the owner opens nothing on their behalf.
 */
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RecordUnusable, WrongUse } from '../errors.js';
import { linesOfBytes } from '../lines.js';
import { evidenceSent, evidenceToSend } from './evidence-sent.js';
import { framed, unframed } from './frames.js';
import { messageOf } from './order.js';
import type { ArticleToKeep, EvidenceRecord } from './record.js';

/** The most that one hand-over may weigh. */
const LARGEST_HANDOVER = 400_000_000;

/** An owner that is silent for longer is taken for hung. */
const ANSWER_WITHIN_MS = 120_000;

const METHODS = [
  'add',
  'addAll',
  'importRows',
  'appearanceKeys',
  'articles',
  'article',
  'search',
  'evidence',
  'countries',
  'decide',
  'decisions',
  'unreadBy',
  'reread',
  'exportLines',
  'verify',
  'revision',
] as const;
type Method = (typeof METHODS)[number];
/** Methods that answer bit by bit: more than fits into memory. */
const STREAMS = ['exported', 'copy'] as const;
type Stream = (typeof STREAMS)[number];

/**
 * Lets other processes work on a record that this one owns.
 *
 * @returns a function that ends it and removes the socket.
 * @throws RecordUnusable where the socket cannot be made.
 */
export async function hostRecord(record: EvidenceRecord, folder: string): Promise<() => Promise<void>> {
  const socket = socketOf(folder);
  // Only the owner of the record gets here, so a socket that is left is that of a process that died.
  rmSync(socket, { force: true });
  const server = createServer((incoming, outgoing) => {
    answer(record, incoming, outgoing).catch(error =>
      reply(outgoing, error instanceof WrongUse ? 422 : 500, { error: messageOf(error) }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(new RecordUnusable(`${folder}: cannot be shared: ${messageOf(error)}`)));
    const mask = process.umask(0o177);
    server.listen(socket, () => {
      chmodSync(socket, 0o600);
      resolve();
    });
    process.umask(mask);
  });
  return () => stop(server, socket);
}

/** Reaches a record through the process that owns it; `null` where none listens. */
export async function reachRecord(folder: string): Promise<EvidenceRecord | null> {
  const socket = socketOf(folder);
  if (!existsSync(socket)) return null;
  const call = <T>(method: Method, ...values: unknown[]) => ask<T>(socket, method, values);
  const flow = (method: Stream) => flowing(socket, method);
  try {
    await call('article', '');
  } catch {
    return null;
  }
  return {
    owned: false,
    add: kept => call('add', sent(kept)),
    addAll: articles => call('addAll', articles.map(sent)),
    importRows: rows => call('importRows', rows),
    appearanceKeys: () => call('appearanceKeys'),
    articles: () => call('articles'),
    article: id => call('article', id),
    search: (query, asOf = null) => call('search', query, asOf),
    evidence: async (a, b, asOf = null, without = null) => evidenceSent(await call('evidence', a, b, asOf, without)),
    countries: () => call('countries'),
    decide: asked => call('decide', asked),
    decisions: () => call('decisions'),
    unreadBy: version => call('unreadBy', version),
    reread: (reading, version) => call('reread', reading, version),
    exported: () => linesIn(flow('exported')),
    exportLines: () => call('exportLines'),
    verify: () => call('verify'),
    copy: () => unframed(flow('copy')),
    revision: () => call('revision'),
    close: async () => undefined,
  };
}

async function answer(record: EvidenceRecord, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const stream = STREAMS.find(name => incoming.url === `/${name}`);
  if (stream && incoming.method === 'POST') {
    incoming.resume();
    return send(outgoing, stream === 'copy' ? framed(record.copy()) : withBreaks(record.exported()));
  }
  const method = METHODS.find(name => incoming.url === `/${name}`);
  if (!method || incoming.method !== 'POST') {
    incoming.resume();
    return reply(outgoing, 404, { error: 'no such method' });
  }
  const values = JSON.parse(await bodyOf(incoming)) as unknown[];
  if (method === 'add') return reply(outgoing, 200, await record.add(received(values[0] as Sent)));
  if (method === 'addAll') {
    return reply(outgoing, 200, await record.addAll((values[0] as Sent[]).map(received)));
  }
  if (method === 'evidence') {
    const [a, b, asOf, without] = values as [string, string, string | null, string | null];
    return reply(outgoing, 200, evidenceToSend(await record.evidence(a, b, asOf, without)));
  }
  const work = record[method] as (...values: unknown[]) => Promise<unknown>;
  return reply(outgoing, 200, await work(...values));
}

/** An article to keep on its way: its bytes as text. */
type Sent = Omit<ArticleToKeep, 'original'> & { original: string };

function sent(kept: ArticleToKeep): Sent {
  return { ...kept, original: Buffer.from(kept.original).toString('base64') };
}

function received(kept: Sent): ArticleToKeep {
  return { ...kept, original: Buffer.from(kept.original, 'base64') };
}

function ask<T>(socket: string, method: Method, values: unknown[]): Promise<T> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ socketPath: socket, path: `/${method}`, method: 'POST' }, async incoming => {
      try {
        const result = JSON.parse(await bodyOf(incoming));
        if (incoming.statusCode === 200) resolve(result);
        else if (incoming.statusCode === 422) reject(new WrongUse(result.error));
        else reject(new RecordUnusable(`the process that holds the record answered: ${result.error}`));
      } catch (error) {
        // An answer that breaks off is none.
        reject(incoming.complete ? error : new OwnerGone(error));
      }
    });
    outgoing.once('error', error => reject(new OwnerGone(error)));
    outgoing.setTimeout(ANSWER_WITHIN_MS, () => outgoing.destroy(new Error('no answer in time')));
    outgoing.end(JSON.stringify(values));
  });
}

/** Sends what comes as it comes; a fault on the way cuts the answer off, which the other side sees. */
async function send(outgoing: ServerResponse, pieces: AsyncIterable<Uint8Array | string>): Promise<void> {
  outgoing.writeHead(200, { 'content-type': 'application/octet-stream' });
  try {
    await pipeline(Readable.from(pieces), outgoing);
  } catch {
    outgoing.destroy();
  }
}

async function* withBreaks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

async function* flowing(socket: string, method: Stream): AsyncGenerator<Uint8Array> {
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request({ socketPath: socket, path: `/${method}`, method: 'POST' }, resolve);
    outgoing.once('error', error => reject(new OwnerGone(error)));
    outgoing.setTimeout(ANSWER_WITHIN_MS, () => outgoing.destroy(new Error('no answer in time')));
    outgoing.end();
  });
  if (incoming.statusCode !== 200) throw new RecordUnusable('the process that holds the record does not know this');
  try {
    yield* incoming as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new OwnerGone(error);
  }
}

async function* linesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const line of linesOfBytes(bytes)) yield line!.toString();
}

/** The process that owned the record does not answer any more. */
export class OwnerGone extends RecordUnusable {
  /** Whether nothing of the request had reached it. */
  readonly unsent: boolean;

  constructor(error: unknown) {
    super(`the record's owner does not answer: ${messageOf(error)}`);
    this.unsent = /ECONNREFUSED|ENOENT/.test(String((error as NodeJS.ErrnoException).code));
  }
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_HANDOVER) throw new Error('more was sent than one hand-over may weigh');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function reply(outgoing: ServerResponse, status: number, content: unknown): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify(content ?? null));
}

async function stop(server: Server, socket: string): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>(resolve => server.close(() => resolve()));
  rmSync(socket, { force: true });
}

/** The shorter of the two ways to name it: the system allows about a hundred characters. */
function socketOf(folder: string): string {
  const absolute = join(folder, 'serve.sock');
  const fromHere = relative(process.cwd(), absolute);
  return fromHere.length < absolute.length ? fromHere : absolute;
}
