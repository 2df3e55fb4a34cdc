import { asSentenceStart } from '../../actors/name-in-sentence.js';
import type { EventRow } from '../../datasets/row.js';
import { sentenceRef } from '../../record/evidence.js';
import { claimsOf, factOfClaim, factOfDeed, factOfEvent, number, refOfRow, say, section } from '../facts.js';
import type { Chart, Fact, Line, Section, Subject } from '../section.js';
import { ROWS_NAME_SOURCES, stripOf } from '../strip.js';
import { dossierSubjects } from '../subjects.js';
import { countWords } from '../words.js';

/** What the two sides said with a stance, and what they are recorded as not having done. */
export function positions(subject: Subject): Section | null {
  const { a, b, nameA, nameB, evidence } = subject;
  const { positions: shown, stances, withheld } = dossierSubjects();
  const rows = evidence.events.filter(row => shown.includes(row.type) && (row.a === a || row.a === b));
  const said = claimsOf(evidence, 'statement').filter(
    ({ claim }) => stances.includes(claim.stance) && [a, b].includes(claim.speaker?.country ?? ''),
  );
  const notDone = evidence.ledger.filter(
    ({ claims, negated, type, source }) =>
      claims.length > 0 && negated && withheld.includes(type) && (source.includes(a) || source.includes(b)),
  );
  const by = (country: string) => said.filter(({ claim }) => claim.speaker?.country === country).map(sentenceRef);
  const [byA, byB, not] = [by(a), by(b), notDone.map(({ claims }) => sentenceRef(claims[0]!))];
  const all = [...rows.map(refOfRow), ...byA, ...byB, ...not];
  return section('positions', 'Positions taken and not taken', {
    headline: {
      number: String(all.length),
      unit: all.length === 1 ? 'position' : 'positions',
      what: 'taken or withheld, on record',
      evidence: all,
    },
    lines: [
      ...[a, b].flatMap(country =>
        votesLine(
          rows.filter(row => row.a === country),
          country === a ? nameA : nameB,
        ),
      ),
      ...(said.length
        ? [
            [
              say('Statements with a stance: '),
              number(byA.length, byA),
              say(` by ${nameA}, `),
              number(byB.length, byB),
              say(` by ${nameB}.`),
            ],
          ]
        : []),
      ...(not.length ? [[number(countWords(not.length, 'deed'), not), say(' recorded as not done.')]] : []),
    ],
    chart: stripOf(
      'How each voted, and when',
      ROWS_NAME_SOURCES,
      rows.filter(({ type }) => type === 'vote').map(row => markOf(row, subject)),
    ),
    facts: [
      ...rows.map(row => factOfEvent(row)),
      ...said.map(
        (kept): Fact => ({
          ...factOfClaim(kept, kept.claim.stance),
          by: kept.claim.speaker?.person ?? kept.claim.speaker?.name ?? '',
        }),
      ),
      ...notDone.map(event => factOfDeed(event, evidence)),
    ],
  });
}

/** A vote on the line of time, in the lane of who cast it and how: `China: abstain`. */
function markOf(row: EventRow, { a, nameA, nameB }: Subject): Extract<Chart, { kind: 'strip' }>['marks'][number] {
  const side = row.a === a ? 'a' : 'b';
  return {
    day: row.from,
    lane: `${asSentenceStart(side === 'a' ? nameA : nameB)}: ${row.format ?? 'unknown'}`,
    side,
    label: row.text ?? 'vote',
    evidence: [refOfRow(row)],
  };
}

/** How one side voted, each way with its votes: `China voted: abstain 6, against 2`. */
function votesLine(rows: EventRow[], name: string): Line[] {
  const ways = [...new Set(rows.filter(({ type }) => type === 'vote').map(({ format }) => format ?? 'unknown'))].sort();
  if (!ways.length) return [];
  return [
    [
      say(`Votes of ${name}: `),
      ...ways.flatMap((way, index) => {
        const refs = rows.filter(row => (row.format ?? 'unknown') === way).map(refOfRow);
        return [say(`${index ? ', ' : ''}${way} `), number(refs.length, refs)];
      }),
      say('.'),
    ],
  ];
}
