import type { EventRow } from '../../datasets/row.js';
import type { EvidenceRef } from '../../evidence.js';
import type { FigureClaim } from '../../reading.js';
import { sentenceRef } from '../../record/evidence.js';
import {
  claimsOf,
  deedsBetween,
  eventsBetween,
  factOfClaim,
  factOfDeed,
  factOfEvent,
  factOfFigure,
  figuresOf,
  isAmong,
  type Kept,
  number,
  refOfRow,
  reportsOfRow,
  say,
  section,
} from '../facts.js';
import { isOfPair } from '../of-pair.js';
import { articleName } from '../sayer.js';
import type { Chart, Line, Section, Subject } from '../section.js';
import { ROWS_NAME_SOURCES } from '../strip.js';
import { amountWords, dayWords, numberWords, periodWords } from '../words.js';
import { isComing } from './deeds.js';

/** How a meeting was held: each way of counting gives another number, and articles rarely say which they used. */
type Format = 'bilateral' | 'sidelines' | 'present' | 'video' | 'call';

/** How often others say that the two met. */
export const COUNTED = 'meetings as counted by others';

/** Meetings and calls of the two: counted by how they were held and who was host. */
export function meetings(subject: Subject): Section | null {
  const { a, b, evidence } = subject;
  const rows = eventsBetween(evidence, ['meeting', 'call'], a, b);
  const inPerson = rows.filter(row => formatOf(row) === 'bilateral' || formatOf(row) === 'sidelines');
  const isRow = isAmong(rows);
  const told = deedsBetween(evidence, a, b).filter(
    event => event.type === 'CONSULT' && !isComing(event) && !isRow(event),
  );
  const elsewhere = [...figuresOf(evidence, COUNTED, a, b), ...figuresOf(evidence, COUNTED, b, a)];
  const counted = meetingsCounted(subject);
  return section('meetings', 'Meetings', {
    headline: inPerson.length
      ? {
          number: String(inPerson.length),
          unit: inPerson.length === 1 ? 'meeting' : 'meetings',
          what: `in person since ${dayWords(inPerson[0]!.from)}`,
          evidence: inPerson.map(refOfRow),
        }
      : null,
    lines: [
      ...(rows.length ? [formatsLine(rows)] : []),
      ...(inPerson.length ? [hostsLine(inPerson, subject), lastLine(inPerson)] : []),
      ...counted.map(countedLine),
    ],
    chart: rows.length ? strip(rows, subject) : null,
    facts: [
      ...rows.map(row => factOfEvent(row, reportsOfRow(evidence, row))),
      ...told.map(event => factOfDeed(event, evidence)),
      ...elsewhere.map(row => ({
        ...factOfFigure(row),
        words: `Counted: ${amountWords(row.value, row.unit)}. ${row.note ?? ''}`.trim(),
      })),
      ...counted.map(kept => factOfClaim(kept, 'counted')),
    ],
    missing: rows.length ? [] : ['No list of meetings: only what articles tell is known.'],
  });
}

/** How often articles say that the two met. */
export function meetingsCounted(subject: Subject): Kept<FigureClaim>[] {
  return claimsOf(subject.evidence, 'figure').filter(kept => kept.claim.unit === 'meeting' && isOfPair(kept, subject));
}

/** How a row says that a meeting was held. */
export function formatOf(row: EventRow): Format {
  const format = row.format ?? '';
  if (row.type === 'call' || /phone|call/.test(format)) return 'call';
  if (/video|virtual|online/.test(format)) return 'video';
  // Both were there, and no source says that they sat down together.
  if (/no separate/.test(format)) return 'present';
  return /sidelines|multilateral|summit/.test(format) ? 'sidelines' : 'bilateral';
}

function formatsLine(rows: EventRow[]): Line {
  const of = (format: Format) => rows.filter(row => formatOf(row) === format).map(refOfRow);
  const parts: [EvidenceRef[], string][] = [
    [of('bilateral'), 'bilateral'],
    [of('sidelines'), 'on the sidelines of other meetings'],
    [of('video'), 'by video'],
    [of('present'), 'where both were present and no separate talks are established'],
    [of('call'), 'by telephone'],
  ];
  const shown = parts.filter(([refs]) => refs.length);
  const first: Line = [say('Counted by how they were held: ')];
  return [
    ...first,
    ...shown.flatMap(([refs, words], index) => [
      number(refs.length, refs),
      say(` ${words}${index < shown.length - 1 ? ', ' : '.'}`),
    ]),
  ];
}

function hostsLine(rows: EventRow[], { a, b, nameA, nameB }: Subject): Line {
  const inCountry = (fits: (country: string | null) => boolean) =>
    rows.filter(row => fits(row.host ?? row.country)).map(refOfRow);
  const [inA, inB] = [inCountry(country => country === a), inCountry(country => country === b)];
  const unknown = inCountry(country => country === null);
  const elsewhere = inCountry(country => country !== null && country !== a && country !== b);
  return [
    say('Of those in person, '),
    number(inA.length, inA),
    say(` in ${nameA}, `),
    number(inB.length, inB),
    say(` in ${nameB} and `),
    number(elsewhere.length, elsewhere),
    say(unknown.length ? ' elsewhere; of ' : ' elsewhere.'),
    ...(unknown.length ? [number(unknown.length, unknown), say(' the place is not known.')] : []),
  ];
}

function lastLine(rows: EventRow[]): Line {
  const last = rows.at(-1)!;
  return [
    say('The last: '),
    number(periodWords(last.from, last.to ?? last.from), [refOfRow(last)]),
    say(last.place ? `, ${last.place}.` : '.'),
  ];
}

function countedLine(kept: Kept<FigureClaim>): Line {
  const { claim, article } = kept;
  const told = `${claim.approximate ? `${claim.approximate} ` : ''}${numberWords(claim.value)}`;
  return [say(`${articleName(article)} counts `), number(told, [sentenceRef(kept)]), say(' meetings.')];
}

function strip(rows: EventRow[], { a, b, nameA, nameB }: Subject): Chart {
  const lanes = [`in ${nameA}`, `in ${nameB}`, 'elsewhere', 'video or call', 'place not known'];
  const laneOf = (row: EventRow) => {
    if (formatOf(row) === 'video' || formatOf(row) === 'call') return 3;
    const country = row.host ?? row.country;
    return country === a ? 0 : country === b ? 1 : country ? 2 : 4;
  };
  const sides = ['a', 'b', 'both', 'both', 'both'] as const;
  return {
    kind: 'strip',
    title: `When and where ${nameA} and ${nameB} met`,
    source: ROWS_NAME_SOURCES,
    lanes: lanes.filter((_, lane) => rows.some(row => laneOf(row) === lane)),
    marks: rows.map(row => ({
      day: row.from,
      lane: lanes[laneOf(row)]!,
      side: sides[laneOf(row)]!,
      label: [dayWords(row.from), row.place, row.format].filter(Boolean).join(', '),
      evidence: [refOfRow(row)],
    })),
  };
}
