import { asSentenceStart } from '../../actors/name-in-sentence.js';
import type { Section, Subject } from '../dossier.js';
import { claimsOf, factOfClaim, factOfEvent, number, refOfRow, say, section } from '../facts.js';
import { dayWords } from '../words.js';

/** Who held which office on either side, by rows and by what articles say. */
export function offices({ a, b, nameA, nameB, evidence }: Subject): Section | null {
  const rows = evidence.events.filter(row => row.type === 'office' && (row.a === a || row.a === b));
  const told = claimsOf(evidence, 'office').filter(({ claim }) => claim.country === a || claim.country === b);
  const since = (country: string) =>
    rows.filter(row => row.a === country && row.to === null).sort((one, other) => one.from.localeCompare(other.from));
  return section('offices', 'Offices', {
    lines: [a, b].flatMap(country => {
      const held = since(country);
      if (!held.length) return [];
      return [
        [
          say(`${asSentenceStart(country === a ? nameA : nameB)}: `),
          ...held.flatMap((row, index) => [
            say(`${row.persons.join(', ')}, ${row.text ?? 'in office'} since `),
            number(dayWords(row.from), [refOfRow(row)]),
            say(index < held.length - 1 ? '; ' : '.'),
          ]),
        ],
      ];
    }),
    facts: [...rows.map(factOfEvent), ...told.map(kept => factOfClaim(kept, 'reported', kept.claim))],
  });
}
