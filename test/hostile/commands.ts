/** Runs commands for the rows: a folder with the files they name, and a process that is given up where it hangs. */
import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GOOD } from './row.js';

export interface Ended {
  /** The exit code, or how the process ended where it did not live to give one. */
  code: number | string;
  stdout: string;
  stderr: string;
}

const CONTROLS = '\u001b[2J\u001b]0;owned\u0007 \u009b31m \u0085 \u202e \u2066 \u061c \u200f';

/** A minimal PDF: a catalogue whose pages are `kids`. */
const pdf = (kids: string) =>
  `%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count 1/Kids[${kids}]/Parent 2 0 R>> endobj\ntrailer <</Root 1 0 R>>\n`;

/** What the rows of commands name, by its name in the folder. */
const FILES: Record<string, string | Uint8Array> = {
  'good.txt': GOOD,
  'line\nend.txt': '',
  'mark.pdf': '%PDF-',
  'cut.pdf': pdf('3 0 R').slice(0, 70),
  'rubbish.pdf': `%PDF-1.7\n${'\u001b[2J<<>>'.repeat(10_000)}`,
  'circle.pdf': pdf('2 0 R'),
  'text.pdf': GOOD,
  'pdf.txt': '%PDF-1.4',
  'picture.pdf': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0),
  'terminal.jsonl': ['Oslo', 'Lima']
    .map(city =>
      JSON.stringify({
        text: `Talks ${CONTROLS}\n\nNorway ${CONTROLS} met Chile in ${city} and Oslo on 20 March 2023. “We ${CONTROLS} are friends,” Norway’s prime minister said.`,
        title: `Talks ${CONTROLS}`,
        publisher: `The ${CONTROLS} Wire`,
        url: `https://wire.example/${CONTROLS}`,
        id: CONTROLS,
        date: '2023-03-21',
      }),
    )
    .join('\n'),
};

/** Makes the folder that commands are run in. */
export function hostileFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'upperhand-hostile-'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, 'canary'));
  writeFileSync(join(folder, 'canary/canary.bin'), 'nobody writes here');
  mkdirSync(join(folder, 'loop'));
  symlinkSync('..', join(folder, 'loop/up'));
  symlinkSync('gone.txt', join(folder, 'dangling.txt'));
  mkdirSync(join(folder, 'wayout'));
  const files = [{ name: '../canary/canary.bin', bytes: 18, sha256: '0'.repeat(64) }];
  writeFileSync(join(folder, 'wayout/backup.json'), JSON.stringify({ format: 1, files }));
  return folder;
}

/** All that is in a folder, but for some of its entries: names, links, and hashes of what is in the files. */
export function contentsOf(folder: string, but: readonly string[] = []): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !but.includes(name))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      if (entry.isSymbolicLink()) return [`${path} -> ${readlinkSync(path)}`];
      if (entry.isDirectory()) return [path, ...contentsOf(path)];
      return [`${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`];
    })
    .sort();
}

/** Runs commands in a folder, one after the other, each within a deadline. */
export class Commands {
  #process: ChildProcess | null = null;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @returns how the command ended; a process that ends or hangs is replaced for the next. */
  async run(words: readonly string[], seconds: number): Promise<Ended> {
    this.#process ??= await this.#started();
    const child = this.#process;
    return new Promise(resolve => {
      const end = (ended: Ended | null, how: unknown) => {
        clearTimeout(clock);
        child.removeAllListeners();
        if (!ended) this.close();
        resolve(ended ?? { code: String(how), stdout: '', stderr: '' });
      };
      const clock = setTimeout(() => end(null, `hung for ${seconds} seconds`), seconds * 1000);
      child.once('message', message => end(message as Ended, null));
      child.once('exit', (code, signal) => end(null, `the process ended (${signal ?? code})`));
      child.send(words);
    });
  }

  close(): void {
    this.#process?.kill('SIGKILL');
    this.#process = null;
  }

  async #started(): Promise<ChildProcess> {
    const script = join(import.meta.dirname, 'command-process.js');
    const child = fork(script, [], { cwd: this.#folder, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    await new Promise(resolve => child.once('message', resolve));
    return child;
  }
}
