import type { EvidenceRef } from '../evidence.js';
import type { Dossier } from './dossier.js';
import type { Fact, Line, Section } from './section.js';
import { standingWords } from './standing.js';
import { amountWords, countWords, dayWords, measureWords, periodWords } from './words.js';

/** How many facts of a section are printed; the pages and `--json` show all. */
const FACTS_SHOWN = 5;
const NARROWEST = 40;

/**
 * A dossier for the terminal: plain lines with numbered notes at the end.
 *
 * @param width of the terminal, in characters; below 40 it is taken as 40.
 */
export function dossierText(dossier: Dossier, width = 100): string {
  const notes = new Notes();
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
  return [...body, '', 'Evidence', '--------', ...notes.lines(columns)].join('\n');
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

function carriedLines({ verdict, names }: Dossier, notes: Notes, columns: number): string[] {
  return verdict.carriedBy.flatMap(({ label, side, a, b, unit, evidence }) => {
    const piece = pieceWords(label, a, b, unit, names);
    return wrap(`- ${piece}; for ${side} ${notes.mark(evidence)}`, columns, '  ');
  });
}

function sectionLines({ title, headline, lines, facts, missing }: Section, notes: Notes, columns: number): string[] {
  const shown = facts.slice(0, FACTS_SHOWN);
  return [
    title,
    '-'.repeat(title.length),
    ...(headline
      ? wrap(
          `${headline.number} ${headline.unit}`.trim() + ` ${headline.what} ${notes.mark(headline.evidence)}`,
          columns,
        )
      : []),
    ...lines.flatMap(line => wrap(lineText(line, notes), columns)),
    ...shown.flatMap(fact => wrap(`- ${factText(fact)} ${notes.mark(fact.evidence)}`, columns, '  ')),
    ...(facts.length > shown.length
      ? [`  and ${countWords(facts.length - shown.length, 'more fact', 'more facts')}`]
      : []),
    ...missing.flatMap(sentence => wrap(`Missing: ${sentence}`, columns)),
  ];
}

function lineText(line: Line, notes: Notes): string {
  return line.map(({ text, evidence }) => (evidence.length ? `${text} ${notes.mark(evidence)}` : text)).join('');
}

function factText({ from, to, words, status, by, denial }: Fact): string {
  const doubt = status && status !== 'happened' ? ` [${status}]` : '';
  const denied = denial ? ` Denied by ${denial.by}.` : status === 'alleged' ? ' No denial is recorded.' : '';
  return `${periodWords(from, to)}${doubt}: ${plain(words)} (${plain(by)})${denied}`;
}

/** The notes of a text: the same evidence has the same number wherever it is named. */
class Notes {
  readonly #numbers = new Map<string, number>();
  readonly #refs: EvidenceRef[][] = [];

  mark(refs: EvidenceRef[]): string {
    if (!refs.length) return '';
    const key = refs.map(idOf).join('\n');
    if (!this.#numbers.has(key)) {
      this.#refs.push(refs);
      this.#numbers.set(key, this.#refs.length);
    }
    return `[${this.#numbers.get(key)}]`;
  }

  lines(columns: number): string[] {
    return this.#refs.flatMap((refs, index) => {
      const [first, ...rest] = refs;
      const more = rest.length ? ` … and ${countWords(rest.length, 'more piece', 'more pieces')} of evidence` : '';
      return wrap(`[${index + 1}] ${refText(first!)}${more}`, columns, '    ');
    });
  }
}

function refText(ref: EvidenceRef): string {
  if (ref.kind === 'row')
    return plain(`${ref.label}: ${amountWords(ref.value, ref.unit)}. ${ref.source}${ref.url ? `, ${ref.url}` : ''}`);
  const where = [ref.publisher, ref.title, ref.date && dayWords(ref.date)].filter(Boolean).join(', ') || ref.article;
  return plain(`“${ref.text}” ${where}`);
}

function idOf(ref: EvidenceRef): string {
  return ref.kind === 'row' ? ref.id : `${ref.article} ${ref.claim}`;
}

/** Text of articles as one line without control characters, which could move the cursor of a terminal. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
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
