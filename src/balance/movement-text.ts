import { countryName } from '../actors/countries.js';
import { nameInSentence } from '../actors/name-in-sentence.js';
import { countWords } from '../count-words.js';
import type { EvidenceRef } from '../evidence.js';
import type { Change, MovedLever, Movement, YearOfBalance } from './movement.js';
import { signed } from './range-words.js';
import { weightingsOf } from './statement.js';

/** How the balance moved, for the terminal: a line a year, then what is behind each notable change. */
export function movementText(movement: Movement): string {
  const [a, b] = movement.pair.map(countryName) as [string, string];
  const { years, changes, window } = movement;
  if (years.length === 0)
    return `Nothing is on record from which the balance of ${a} and ${b} could be told for any year.`;
  return [
    `Balance of ${a} and ${b}, ${years[0]!.year} to ${years.at(-1)!.year}`,
    `Of 100 weightings, how many favour ${a}; in brackets what the data leave open. A year stands on data of it and of the ${window - 1} years before.`,
    '',
    ...years.map(yearLine),
    ...changes.flatMap(changeLines),
  ].join('\n');
}

function yearLine({ year, share, band, favours, strength, coverage }: YearOfBalance): string {
  const measured = `${coverage.measured} of ${countWords(coverage.of, 'lever')}, ${countWords(coverage.groups, 'group')}`;
  if (share === null || !band) return `  ${year}    -               too little is measured: ${measured}`;
  const range = `(${weightingsOf(band[0])} to ${weightingsOf(band[1])})`.padEnd(12);
  const verdict = favours ? `${strength} for ${nameInSentence(favours)}` : 'open';
  return `  ${year}  ${String(weightingsOf(share)).padStart(3)}  ${range}  ${verdict.padEnd(30)} ${measured}`;
}

function changeLines({ from, to, share, levers }: Change): string[] {
  const [before, after] = share.map(weightingsOf);
  return ['', `${from} to ${to}: from ${before} to ${after} of 100`, ...levers.flatMap(leverLines)];
}

function leverLines({ label, x, came, counts }: MovedLever): string[] {
  const [before, after] = x.map(value => (value === null ? 'not measured' : signed(value).trim()));
  const more = counts.came - came.length;
  return [
    `  ${label}: ${before} to ${after}${counts.went ? ` (${countWords(counts.went, 'piece')} of evidence no longer count)` : ''}`,
    ...came.map(ref => `    ${evidenceText(ref)}`),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ];
}

function evidenceText(ref: EvidenceRef): string {
  if (ref.kind === 'row') return `${ref.label} (${ref.source})`;
  const where = [ref.publisher ?? ref.title, ref.date].filter(Boolean).join(', ');
  return `“${ref.text.trim()}”${where ? ` (${where})` : ''}`;
}
