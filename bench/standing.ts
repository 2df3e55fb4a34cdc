/**
 * How often the reader says rightly whether a deed took place, and how often it leaves sentences without deeds alone.
 *
 *   node .build/tools/bench/standing.js FOLDER [--misses | --closed]
 *
 * FOLDER holds modality.txt and non-events.txt (test/actions/kept-apart). A sentence of the first is right when an action
 * overlaps its words and has its modality and negation; deeds that were not found are counted wrong, and also apart. A
 * sentence of the second is right when no action is read in it.  Every other line is open: `--misses` prints only those;
 * `--closed` counts only the others.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleFromText } from '../src/article/article.js';
import { readActions } from '../src/claims/action.js';
import { annotate } from '../src/read.js';

/** The day on which all sentences are read. */
const DAY = '2019-03-20';
const [folder, option] = process.argv.slice(2);

scoreModality(linesOf('modality.txt'));
scoreNonEvents(linesOf('non-events.txt'));

function scoreModality(lines: string[]): void {
  let found = 0;
  let right = 0;
  let negationRight = 0;
  lines.forEach((line, place) => {
    const [text, words, wanted] = line.split('|').map(part => part.trim()) as [string, string, string];
    const start = text.indexOf(words);
    const end = start + words.length;
    const action = actionsOf(text).find(({ trigger }) => trigger.start < end && start < trigger.end);
    const modality = wanted.replace('not ', '');
    const negated = wanted.startsWith('not ');
    const isRight = action?.modality === modality && action.negated === negated;
    found += Number(action !== undefined);
    right += Number(isRight);
    negationRight += Number(action?.negated === negated);
    if (!isRight && isOpen(place))
      show(`${line}\n    ${action ? `${action.type} ${action.negated ? 'not ' : ''}${action.modality}` : 'not found'}`);
  });
  console.log(
    `modality: found ${share(found, lines.length)}  modality and negation right ${share(right, lines.length)}, of those found ${share(right, found)}, negation of those found ${share(negationRight, found)}`,
  );
}

function scoreNonEvents(lines: string[]): void {
  const wrong = lines.filter((line, place) => {
    const actions = actionsOf(line);
    if (actions.length > 0 && isOpen(place))
      show(`${line}\n    ${actions.map(({ type, trigger }) => `${type} [${line.slice(trigger.start, trigger.end)}]`)}`);
    return actions.length > 0;
  });
  console.log(`non-events: left alone ${share(lines.length - wrong.length, lines.length)}`);
}

function actionsOf(text: string) {
  return readActions(annotate(articleFromText({ id: 'line', text, date: DAY })));
}

function isOpen(place: number): boolean {
  return place % 2 === 0;
}

function show(line: string): void {
  if (option === '--misses') console.log(line);
}

function share(part: number, whole: number): string {
  return `${part}/${whole} = ${(part / whole).toFixed(3)}`;
}

function linesOf(name: string): string[] {
  return readFileSync(join(folder!, name), 'utf8')
    .split('\n')
    .filter(line => line.trim() && !line.startsWith('#'))
    .filter((_, place) => option !== '--closed' || !isOpen(place));
}
