import type { EvidenceRef } from '../evidence.js';
import type { Dossier } from './dossier.js';
import { Footnotes, plain, refText } from './footnotes.js';
import type { Fact, Line, Section } from './section.js';
import { standingWords } from './standing.js';
import { countWords, measureWords, whenWords } from './words.js';

/** How many facts of a section are printed; the pages and `--json` show all. */
const FACTS_SHOWN = 5;
const NARROWEST = 40;

/**
 * A dossier for the terminal: plain lines with numbered notes at the end.
 *
 * @param width of the terminal, in characters; below 40 it is taken as 40.
 */
export function dossierText(dossier: Dossier, width = 100): string {
  const notes = new Footnotes();
  const columns = Math.max(width, NARROWEST);
  const [a, b] = dossier.names;
  const body = [
    `${a} and ${b}`,
    '='.repeat(Math.min(columns, `${a} and ${b}`.length)),
    '',
    ...wrap(dossier.verdict.medium, columns),
    ...carriedLines(dossier, notes, columns),
    '',
    ...wrap(standingWords(dossier), columns),
    ...dossier.sections.flatMap(section => ['', ...sectionLines(section, notes, columns)]),
  ];
  if (dossier.unknown.length)
    body.push('', ...wrap(`Nothing on record about: ${dossier.unknown.join(', ').toLowerCase()}.`, columns));
  return [...body, '', 'Evidence', '--------', ...noteLines(notes, columns)].join('\n');
}

/** The verdict in one sentence, and the pieces of evidence that carry it, each with its source. */
export function verdictText({ verdict, names }: Dossier, width = 100): string {
  const columns = Math.max(width, NARROWEST);
  const pieces = verdict.carriedBy.flatMap(({ label, side, a, b, unit, evidence }) => [
    ...wrap(`- ${pieceWords(label, a, b, unit, names)}; for ${side}`, columns, '  '),
    ...(evidence[0] ? wrap(refText(evidence[0]), columns - 2).map(line => `  ${line}`) : []),
  ]);
  return [...wrap(verdict.short, columns), '', ...pieces].join('\n');
}

function pieceWords(
  label: string,
  a: number | null,
  b: number | null,
  unit: string | null,
  names: [string, string],
): string {
  if (a === null || b === null) return label;
  const [ofA, ofB] = [measureWords(a, unit), measureWords(b, unit)];
  return `${label}: ${names[0]} ${ofA.amount}, ${names[1]} ${ofB.amount}${ofA.unit ? ` (${ofA.unit})` : ''}`;
}

function carriedLines({ verdict, names }: Dossier, notes: Footnotes, columns: number): string[] {
  return verdict.carriedBy.flatMap(({ label, side, a, b, unit, evidence }) => {
    const piece = pieceWords(label, a, b, unit, names);
    return wrap(`- ${piece}; for ${side} ${mark(notes, evidence)}`, columns, '  ');
  });
}

function sectionLines(
  { title, headline, lines, facts, missing }: Section,
  notes: Footnotes,
  columns: number,
): string[] {
  const shown = facts.slice(0, FACTS_SHOWN);
  return [
    title,
    '-'.repeat(title.length),
    ...(headline
      ? wrap(
          `${headline.number} ${headline.unit}`.trim() + ` ${headline.what} ${mark(notes, headline.evidence)}`,
          columns,
        )
      : []),
    ...lines.flatMap(line => wrap(lineText(line, notes), columns)),
    ...shown.flatMap(fact => wrap(`- ${factText(fact)} ${mark(notes, fact.evidence)}`, columns, '  ')),
    ...(facts.length > shown.length
      ? [`  and ${countWords(facts.length - shown.length, 'more fact', 'more facts')}`]
      : []),
    ...missing.flatMap(sentence => wrap(`Missing: ${sentence}`, columns)),
  ];
}

function lineText(line: Line, notes: Footnotes): string {
  return line.map(({ text, evidence }) => (evidence.length ? `${text} ${mark(notes, evidence)}` : text)).join('');
}

function factText(fact: Fact): string {
  const { words, status, by, denial } = fact;
  const doubt = status && status !== 'happened' ? ` [${status}]` : '';
  const denied = denial ? ` Denied by ${denial.by}.` : status === 'alleged' ? ' No denial is recorded.' : '';
  return `${whenWords(fact)}${doubt}: ${plain(words)} (${plain(by)})${denied}`;
}

/** The mark of a note in brackets, or nothing where there is no evidence. */
function mark(notes: Footnotes, refs: EvidenceRef[]): string {
  const number = notes.cite(refs);
  return number === null ? '' : `[${number}]`;
}

function noteLines(notes: Footnotes, columns: number): string[] {
  return notes.all.flatMap(([first, ...rest], index) => {
    const more = rest.length ? ` … and ${countWords(rest.length, 'more piece', 'more pieces')} of evidence` : '';
    return wrap(`[${index + 1}] ${refText(first!)}${more}`, columns, '    ');
  });
}

function wrap(text: string, columns: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && line.length + word.length + 1 > columns) {
      lines.push(line);
      line = indent + word;
    } else line = line ? `${line} ${word}` : word;
  }
  return line ? [...lines, line] : lines;
}
