import { asSentenceStart } from '../../actors/name-in-sentence.js';
import type { EventRow } from '../../datasets/row.js';
import { grouped } from '../../grouped.js';
import { sentenceRef } from '../../record/evidence.js';
import { factOfClaim, factOfDeed, factOfEvent, number, refOfRow, say, section } from '../facts.js';
import { sayerOf } from '../sayer.js';
import type { Chart, Fact, Line, Section, Subject } from '../section.js';
import { positionsOf, type Stance } from '../stances.js';
import { ROWS_NAME_SOURCES, stripOf } from '../strip.js';
import { countWords, listWords } from '../words.js';

/** How the two sides voted, what they said of each other or to anybody, and what they are recorded as not having done. */
export function positions(subject: Subject): Section | null {
  const { a, b, evidence } = subject;
  const { votes, said, notDone } = positionsOf(subject);
  const shown = said.filter(({ to }) => to !== 'others');
  const not = notDone.map(({ claims }) => sentenceRef(claims[0]!));
  const all = [...votes.map(refOfRow), ...shown.map(({ kept }) => sentenceRef(kept)), ...not];
  return section('positions', 'Positions taken and not taken', {
    headline: all.length
      ? {
          number: String(all.length),
          unit: all.length === 1 ? 'position' : 'positions',
          what: 'taken or withheld, on record',
          evidence: all,
        }
      : null,
    lines: [
      ...[a, b].flatMap(country =>
        votesLine(
          votes.filter(row => row.a === country),
          country === a ? subject.nameA : subject.nameB,
        ),
      ),
      ...saidLine('On the other', 'the other', said, subject),
      ...saidLine('To anybody, with nobody named', 'anybody', said, subject),
      ...saidLine('On others alone, not counted', 'others', said, subject),
      ...(not.length ? [[number(countWords(not.length, 'deed'), not), say(' recorded as not done.')]] : []),
    ],
    chart: stripOf(
      'How each voted, and when',
      ROWS_NAME_SOURCES,
      votes.filter(({ type }) => type === 'vote').map(row => markOf(row, subject)),
    ),
    facts: [
      ...votes.map(row => factOfEvent(row)),
      ...[...grouped(shown, ({ kept }) => `${kept.article.id} ${kept.sentence.start}`).values()].map(factOfStances),
      ...notDone.map(event => factOfDeed(event, evidence)),
    ],
  });
}

/** What was said in one sentence, with every stance it has. */
function factOfStances(stances: Stance[]): Fact {
  const [{ kept }] = stances as [Stance];
  const isToAnybody = stances.every(({ to }) => to === 'anybody');
  const kinds = [...new Set(stances.map(({ kept: { claim } }) => claim.stance))];
  return {
    ...factOfClaim(kept, `${kinds.join(', ')}${isToAnybody ? '; to anybody' : ''}`),
    by: listWords([...new Set(stances.map(one => sayerOf(one.kept)))]),
    evidence: stances.map(one => sentenceRef(one.kept)),
  };
}

/** `On the other: 4 statements by Turkey, 2 by Greece.` */
function saidLine(words: string, to: Stance['to'], said: Stance[], { a, b, nameA, nameB }: Subject): Line[] {
  const by = (country: string) =>
    said.filter(one => one.to === to && one.by === country).map(({ kept }) => sentenceRef(kept));
  const [byA, byB] = [by(a), by(b)];
  if (byA.length + byB.length === 0) return [];
  return [
    [
      say(`${words}: `),
      number(countWords(byA.length, 'statement'), byA),
      say(` by ${nameA}, `),
      number(byB.length, byB),
      say(` by ${nameB}.`),
    ],
  ];
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
