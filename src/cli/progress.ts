/** How far a long command is, on standard error: how many, how fast, how long yet. */
import { countWords } from '../count-words.js';

/** What a command has done of what it was given. */
export interface Done {
  articles: number;
  /** Bytes of the input. */
  bytes: number;
}

/** Commands that are done within this say nothing. */
const QUIET_MS = 1000;
/** A line on a terminal is written over that often; in a file a new line is written less often. */
const ON_TERMINAL_MS = 500;
const IN_FILE_MS = 5000;
/** The rate is that of the last so many seconds, since articles that are known already go by faster. */
const WINDOW_MS = 10_000;

export interface Progress {
  /** Tells how far it is, where a line is due. */
  at(done: Done): void;
  /** Clears the line of a terminal, so that another can be written. */
  clear(): void;
}

/**
 * @param bytes how much there is to do; `null` where nobody knows, as on standard input.
 * @param now a clock in milliseconds.
 */
export function progress(
  bytes: number | null,
  stream: { isTTY?: boolean; write(text: string): unknown } = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  const begun = now();
  const seen: (Done & { at: number })[] = [{ at: begun, articles: 0, bytes: 0 }];
  let due = begun + QUIET_MS;
  let shown = false;
  const clear = () => {
    if (shown && stream.isTTY) stream.write('\r\u001b[K');
    shown = false;
  };
  return {
    clear,
    at(done) {
      const at = now();
      if (at < due || (bytes !== null && done.bytes >= bytes)) return;
      due = at + (stream.isTTY ? ON_TERMINAL_MS : IN_FILE_MS);
      seen.push({ at, ...done });
      while (seen.length > 2 && seen[0]!.at < at - WINDOW_MS) seen.shift();
      clear();
      shown = true;
      stream.write(`${line(done, seen, bytes)}${stream.isTTY ? '' : '\n'}`);
    },
  };
}

function line(done: Done, seen: (Done & { at: number })[], bytes: number | null): string {
  const first = seen[0]!;
  const last = seen.at(-1)!;
  const seconds = (last.at - first.at) / 1000;
  const rate = (last.articles - first.articles) / seconds;
  const told = `${countWords(done.articles, 'article')}, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second`;
  const bytesASecond = (last.bytes - first.bytes) / seconds;
  if (!bytes || bytesASecond <= 0) return told;
  const left = Math.max(0, bytes - done.bytes) / bytesASecond;
  return `${told}, ${Math.min(100, Math.floor((100 * done.bytes) / bytes))} % done, ${timeWords(left)} left`;
}

function timeWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
