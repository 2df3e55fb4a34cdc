/** The text of a PDF file, by poppler's `pdftotext` where the system has it. */
import { spawn } from 'node:child_process';
import { BadInput } from '../errors.js';

/** More text than that is no article. */
const LONGEST_TEXT = 50_000_000;

export function looksLikePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
}

/**
 * The text of an article out of what `pdftotext` printed: one paragraph a block, lines joined.
 *
 * @throws BadInput where there is no text.
 */
export function textOfPrinted(printed: string): string {
  const text = printed
    .split(/\f|\n(?=[ \t]{0,200}\r?\n)/)
    .map(block =>
      block
        .replace(/(\p{L})-\n(?=\p{Ll})/gu, '$1')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(block => block !== '')
    .join('\n\n');
  if (!text) throw new BadInput('the PDF file holds no text; where it is scanned, have its letters recognised first');
  return text;
}

/**
 * What `pdftotext` prints of a PDF file. The bytes are handed over on standard input, so that no name of a file reaches
 * the program, and no shell is asked.
 *
 * @param deadline milliseconds after which the program is stopped.
 * @throws BadInput where there is no `pdftotext`, or it finds no text, too much, or none in time.
 */
export function printedText(bytes: Uint8Array, deadline = 60_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const program = spawn('pdftotext', ['-q', '-enc', 'UTF-8', '-', '-'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: deadline,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    let size = 0;
    program.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LONGEST_TEXT) chunks.push(chunk);
      else program.kill('SIGKILL');
    });
    program.once('error', () =>
      reject(new BadInput('PDF files are read by `pdftotext`, which is not installed (package poppler-utils)')),
    );
    program.once('close', (code, signal) => {
      if (size > LONGEST_TEXT) reject(new BadInput(`the PDF file holds more than ${LONGEST_TEXT / 1e6} MB of text`));
      else if (signal) reject(new BadInput(`the PDF file was not read within ${deadline / 1000} seconds`));
      else if (code !== 0) reject(new BadInput('the PDF file is damaged or locked'));
      else resolve(Buffer.concat(chunks).toString('utf8'));
    });
    // A program that ends before it has read all is told by its exit.
    program.stdin.once('error', () => undefined);
    program.stdin.end(bytes);
  });
}
