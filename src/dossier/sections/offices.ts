import { asSentenceStart } from '../../actors/name-in-sentence.js';
import type { EventRow } from '../../datasets/row.js';
import type { EvidenceRef } from '../../evidence.js';
import type { Country } from '../../reading.js';
import { beginningsOf, type Tenure, tenuresOf } from '../../record/tenures.js';
import { claimsOf, factOfClaim, factOfEvent, number, refOfRow, say, section } from '../facts.js';
import type { Line, Section, Subject } from '../section.js';
import { dayWords } from '../words.js';

/** Who held which office on either side, by rows and by what articles say. */
export function offices({ a, b, nameA, nameB, evidence }: Subject): Section | null {
  const rows = evidence.events.filter(row => row.type === 'office' && (row.a === a || row.a === b));
  const told = claimsOf(evidence, 'office').filter(({ claim }) => claim.country === a || claim.country === b);
  return section('offices', 'Offices', {
    lines: [...heldLine(rows, a, nameA), ...heldLine(rows, b, nameB)],
    facts: [...rows.map(row => factOfEvent(row)), ...told.map(kept => factOfClaim(kept, 'reported', kept.claim))],
  });
}

/** The offices of one side that are held still, the longest held first, each with the rows of all its terms. */
function heldLine(rows: EventRow[], country: Country, name: string): Line[] {
  const held = rows
    .filter(row => row.a === country && row.to === null)
    .map(row => ({ row, tenure: tenureWith(row, rows) }))
    .sort((one, other) => one.tenure.from.localeCompare(other.tenure.from));
  if (!held.length) return [];
  return [
    [
      say(`${asSentenceStart(name)}: `),
      ...held.flatMap(({ row, tenure }, index) => [
        say(`${row.persons.join(', ')}, ${officeWords(row, tenure)} since `),
        number(dayWords(tenure.from), refsOf(tenure)),
        ...lastTerm(row, tenure),
        say(index < held.length - 1 ? '; ' : '.'),
      ]),
    ],
  ];
}

/** The terms without a break that a row is the last of; they begin where the rows have it, unless only the list does. */
function tenureWith(row: EventRow, rows: EventRow[]): Tenure {
  const tenures = row.persons.flatMap(person => tenuresOf(person, row.text ?? '', row.a, rows));
  const tenure = tenures.find(({ terms }) => terms.some(term => term.row === row));
  const alone = { from: row.from, to: row.to, terms: [] };
  return tenure ? { ...tenure, from: beginningsOf(tenure)[0]?.from ?? tenure.from } : alone;
}

/** The office; of a term that stands alone also which it is, since there may have been others before it. */
function officeWords({ text, format, from }: EventRow, tenure: Tenure): string {
  return `${text ?? 'in office'}${format && from === tenure.from ? ` (${format})` : ''}`;
}

/** ` (third term since 10 Mar 2023)`, of a term that follows on others. */
function lastTerm(row: EventRow, tenure: Tenure): Line {
  if (!row.format || row.from === tenure.from) return [];
  return [say(` (${row.format} since `), number(dayWords(row.from), [refOfRow(row)]), say(')')];
}

/** The rows of a tenure; where they leave its beginning or a stretch of it open, the list as well. */
function refsOf({ from, terms }: Tenure): EvidenceRef[] {
  const rows = terms.filter(term => term.row !== null);
  const isWhole = rows.every((term, index) => (index ? rows[index - 1]!.to === term.from : term.from === from));
  return (isWhole ? rows : terms).map(({ row, ref }) => (row ? refOfRow(row) : ref));
}
