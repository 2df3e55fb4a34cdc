import { asSentenceStart } from '../../actors/name-in-sentence.js';
import type { EventRow } from '../../datasets/row.js';
import type { Country } from '../../reading.js';
import { claimsOf, factOfClaim, factOfEvent, number, refOfRow, say, section } from '../facts.js';
import type { Line, Section, Subject } from '../section.js';
import { dayWords } from '../words.js';

/** Who held which office on either side, by rows and by what articles say. */
export function offices({ a, b, nameA, nameB, evidence }: Subject): Section | null {
  const rows = evidence.events.filter(row => row.type === 'office' && (row.a === a || row.a === b));
  const told = claimsOf(evidence, 'office').filter(({ claim }) => claim.country === a || claim.country === b);
  return section('offices', 'Offices', {
    lines: [...heldLine(rows, a, nameA), ...heldLine(rows, b, nameB)],
    facts: [...rows.map(factOfEvent), ...told.map(kept => factOfClaim(kept, 'reported', kept.claim))],
  });
}

/** The offices of one side that are held still, the longest held first, each with the rows of all its terms. */
function heldLine(rows: EventRow[], country: Country, name: string): Line[] {
  const held = rows
    .filter(row => row.a === country && row.to === null)
    .map(row => termsUpTo(row, rows))
    .sort(([one], [other]) => one!.from.localeCompare(other!.from));
  if (!held.length) return [];
  return [
    [
      say(`${asSentenceStart(name)}: `),
      ...held.flatMap((terms, index) => [
        say(`${terms[0]!.persons.join(', ')}, ${officeWords(terms)} since `),
        number(dayWords(terms[0]!.from), terms.map(refOfRow)),
        say(index < held.length - 1 ? '; ' : '.'),
      ]),
    ],
  ];
}

/** The terms of one person in one office that follow on each other without a break, the first first. */
function termsUpTo(last: EventRow, rows: EventRow[]): EventRow[] {
  const terms = [last];
  for (;;) {
    const first = terms[0]!;
    const before = rows.find(
      row =>
        row.to === first.from &&
        row.from < first.from &&
        row.a === first.a &&
        row.text === first.text &&
        row.persons.join() === first.persons.join(),
    );
    if (!before) return terms;
    terms.unshift(before);
  }
}

/** The office; of a term that stands alone also which it is, since there may have been others before it. */
function officeWords(terms: EventRow[]): string {
  const [{ text, format }] = terms as [EventRow];
  return `${text ?? 'in office'}${terms.length === 1 && format ? ` (${format})` : ''}`;
}
