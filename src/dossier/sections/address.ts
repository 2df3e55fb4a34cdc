import { nameInSentence } from '../../actors/name-in-sentence.js';
import type { EventRow } from '../../datasets/row.js';
import type { Country } from '../../reading.js';
import { sentenceRef } from '../../record/evidence.js';
import { claimsOf, eventsBetween, factOfClaim, factOfEvent, number, refOfRow, say, section } from '../facts.js';
import { isOfPair } from '../of-pair.js';
import type { Chart, Fact, Section, Subject } from '../section.js';
import { ROWS_NAME_SOURCES, stripOf } from '../strip.js';
import { dayWords } from '../words.js';

/** How the leaders of the two address each other, and the names the relation is given. */
export function address(subject: Subject): Section | null {
  const { a, b, evidence } = subject;
  const rows = eventsBetween(evidence, ['address'], a, b);
  const claims = claimsOf(evidence, 'address').filter(kept => isOfPair(kept, subject));
  const terms = [
    ...rows.map(row => ({ term: row.text ?? '', day: row.from, ref: refOfRow(row) })),
    ...claims.map(kept => ({ term: kept.claim.term, day: kept.article.date.earliest ?? '', ref: sentenceRef(kept) })),
  ].sort((one, other) => one.day.localeCompare(other.day) || one.term.localeCompare(other.term));
  const [first, last] = [terms[0], terms.at(-1)];
  if (!first || !last) return null;
  const different = new Set(terms.map(({ term }) => term.toLowerCase()));
  const when = (day: string) => (day ? ` (${dayWords(day)})` : '');
  return section('address', 'Forms of address', {
    headline: {
      number: String(different.size),
      unit: different.size === 1 ? 'form of address' : 'forms of address',
      what: 'used between the two',
      evidence: terms.map(({ ref }) => ref),
    },
    lines:
      first === last
        ? [[say('Recorded: '), number(`“${last.term}”`, [last.ref]), say(`${when(last.day)}.`)]]
        : [
            [
              say('From '),
              number(`“${first.term}”`, [first.ref]),
              say(`${when(first.day)} to `),
              number(`“${last.term}”`, [last.ref]),
              say(`${when(last.day)}.`),
            ],
          ],
    chart: stripOf(
      'Who addressed whom by such words, and when',
      ROWS_NAME_SOURCES,
      rows.map(row => markOf(row, a)),
    ),
    facts: [
      ...rows.map(row => factOfEvent(row)),
      ...claims.map(
        (kept): Fact => ({ ...factOfClaim(kept, null), by: kept.claim.speaker ?? factOfClaim(kept, null).by }),
      ),
    ],
  });
}

function markOf(row: EventRow, a: Country): Extract<Chart, { kind: 'strip' }>['marks'][number] {
  return {
    day: row.from,
    lane: row.persons[0] ? `by ${row.persons[0]}` : `by ${nameInSentence(row.a)}`,
    side: row.a === a ? 'a' : 'b',
    label: `“${row.text}”`,
    evidence: [refOfRow(row)],
  };
}
