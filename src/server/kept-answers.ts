/**
 * Answers that were made once and hold until the record changes: a page is rendered and compressed for its first
 * reader, and the next ones get the same bytes.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** An answer as it is sent. */
export interface MadeAnswer {
  status: number;
  headers: [string, string][];
  bytes: Buffer;
  /** The same bytes compressed; `null` where that saves nothing. */
  compressed: Buffer | null;
  /** The name of these bytes (RFC 9110, 8.8.3): a reader who has them is told so instead of sent them. */
  etag: string;
}

/** All answers together are kept up to so many bytes; then the oldest go. */
const LARGEST = 64_000_000;
/** Below this, compressing costs more than it saves. */
const WORTH_COMPRESSING = 1_400;

/** Answers by their address, of one state of the record. */
export class KeptAnswers {
  readonly #answers = new Map<string, MadeAnswer>();
  #revision = -1;
  #size = 0;

  /** @param revision the state of the record; answers of another are forgotten. */
  get(address: string, revision: number): MadeAnswer | undefined {
    if (revision !== this.#revision) this.#forget(revision);
    return this.#answers.get(address);
  }

  /** Keeps an answer that was begun at a revision, unless the record has changed since. */
  set(address: string, revision: number, answer: MadeAnswer): void {
    if (revision !== this.#revision) return;
    this.#answers.set(address, answer);
    this.#size += sizeOf(answer);
    for (const [oldest, old] of this.#answers) {
      if (this.#size <= LARGEST) break;
      this.#answers.delete(oldest);
      this.#size -= sizeOf(old);
    }
  }

  #forget(revision: number): void {
    this.#answers.clear();
    this.#size = 0;
    this.#revision = revision;
  }
}

/** Takes an answer as bytes, compressed where that pays. */
export async function madeAnswer(response: Response): Promise<MadeAnswer> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const worth = bytes.length > WORTH_COMPRESSING && isText(response);
  return {
    status: response.status,
    headers: [...response.headers],
    bytes,
    compressed: worth ? await promisify(gzip)(bytes) : null,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`,
  };
}

function sizeOf({ bytes, compressed }: MadeAnswer): number {
  return bytes.length + (compressed?.length ?? 0);
}

function isText(response: Response): boolean {
  return /^(?:text\/|application\/(?:json|javascript|ld\+json)|image\/svg)/.test(
    response.headers.get('content-type') ?? '',
  );
}
