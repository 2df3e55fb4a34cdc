import { stat } from 'node:fs/promises';

/** How many bytes there are to read in some files; `null` where that is not known, as of standard input. */
export async function inputBytes(files: string[]): Promise<number | null> {
  let bytes = 0;
  for (const file of files) {
    if (file === '-') return null;
    const found = await stat(file).catch(() => null);
    if (found && !found.isFile()) return null;
    bytes += found?.size ?? 0;
  }
  return bytes;
}
