/** Pieces of files in one stream of bytes: a line of JSON with the file and the length, then so many bytes. */
import type { CopiedPiece } from './copy.js';

export async function* framed(pieces: AsyncIterable<CopiedPiece>): AsyncGenerator<Uint8Array> {
  for await (const { file, bytes } of pieces) {
    yield Buffer.from(`${JSON.stringify({ file, length: bytes.length })}\n`);
    yield bytes;
  }
}

/** @throws Error where the stream ends in the middle of a piece, or is none of this kind. */
export async function* unframed(stream: AsyncIterable<Uint8Array>): AsyncGenerator<CopiedPiece> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of stream) {
    held = Buffer.concat([held, chunk]);
    for (;;) {
      const end = held.indexOf(10);
      if (end < 0) break;
      const { file, length } = JSON.parse(held.toString('utf8', 0, end)) as { file: string; length: number };
      if (held.length < end + 1 + length) break;
      yield { file, bytes: held.subarray(end + 1, end + 1 + length) };
      held = held.subarray(end + 1 + length);
    }
  }
  if (held.length > 0) throw new Error('the stream ended in the middle of a file');
}
