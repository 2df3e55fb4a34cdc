/**
 * Writes to standard output, waiting where the reader is slow. A reader that goes away (`| head`) ends the command
 * quietly.
 */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)) {
    await new Promise<void>(resolve => process.stdout.once('drain', () => resolve()));
  }
}

/** The exit code where standard output takes no more: what was asked for cannot be had that way. */
const CANNOT_BE_WRITTEN = 2;

/** A line for people, on standard error. */
export function tell(line: string): void {
  process.stderr.write(`${plain(line)}\n`);
}

/** What is wrong, in one line whatever names and texts are told in it: a name of a file may hold line ends. */
export function tellError(message: string): void {
  tell(`upperhand: ${message.trimEnd().replace(/[\r\n]/g, '\ufffd')}`);
}

/**
 * Text that came from an article or a file name, safe for a terminal: control characters, which could move the cursor,
 * change its colours or turn the direction of a line, are shown as a mark.
 */
export function plain(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    '\ufffd',
  );
}

/** JSON in which no character of an article's text can move a terminal's cursor: such characters are written as escapes. */
export function json(value: unknown, indent = 0): string {
  return escaped(JSON.stringify(value, null, indent));
}

/** JSON that was made elsewhere, made safe for a terminal; it means the same. */
export function escaped(made: string): string {
  return made.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Ends the command quietly when nobody reads what it prints any more, and in one line where it cannot be written: a full disk. */
export function endWithReader(): void {
  process.stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0);
    tellError(`standard output cannot be written: ${error.message}; what was printed so far is not whole`);
    process.exit(CANNOT_BE_WRITTEN);
  });
}
