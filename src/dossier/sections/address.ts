import type { Fact, Section, Subject } from '../dossier.js';
import {
  claimsOf,
  eventsBetween,
  factOfClaim,
  factOfEvent,
  number,
  refOfClaim,
  refOfRow,
  say,
  section,
} from '../facts.js';
import { dayWords } from '../words.js';

/** How the leaders of the two address each other, and the names the relation is given. */
export function address({ a, b, evidence }: Subject): Section | null {
  const rows = eventsBetween(evidence, ['address'], a, b);
  const claims = claimsOf(evidence, 'address');
  const terms = [
    ...rows.map(row => ({ term: row.text ?? '', day: row.from, ref: refOfRow(row) })),
    ...claims.map(kept => ({ term: kept.claim.term, day: kept.article.date.earliest ?? '', ref: refOfClaim(kept) })),
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
    facts: [
      ...rows.map(factOfEvent),
      ...claims.map(
        (kept): Fact => ({ ...factOfClaim(kept, null), by: kept.claim.speaker ?? factOfClaim(kept, null).by }),
      ),
    ],
  });
}
