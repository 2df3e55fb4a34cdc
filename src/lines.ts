/**
 * The lines of a stream of bytes, without their ends (LF, or CR and LF). Nothing else ends a line: a text may hold the line
 * separators of Unicode, which other readers of lines stop at.
 *
 * @param longest how many bytes a line may have; a longer one is given as `null`, and the stream ends there, since it
 *   would be held in memory whole.
 */
export async function* linesOfBytes(
  stream: AsyncIterable<Uint8Array>,
  longest = Number.POSITIVE_INFINITY,
): AsyncGenerator<Buffer | null> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(10, start);
      const part = chunk.subarray(start, end < 0 ? undefined : end);
      held.push(part);
      length += part.length;
      if (length > longest) {
        yield null;
        return;
      }
      if (end < 0) break;
      yield withoutReturn(Buffer.concat(held));
      held = [];
      length = 0;
      start = end + 1;
    }
  }
  if (length > 0) yield withoutReturn(Buffer.concat(held));
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === 13 ? line.subarray(0, -1) : line;
}
