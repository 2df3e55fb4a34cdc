import { nameInSentence } from '../actors/name-in-sentence.js';
import type { EventRow } from '../datasets/row.js';
import type { Country } from '../reading.js';
import { eventsOf } from './events.js';
import { type Lever, type LeverKind, measured, missing, type Question, rowRef, shareLead } from './lever.js';

const KIND: LeverKind = {
  id: 'seats',
  label: 'A seat the other asks for',
  group: 'diplomacy',
  needs: 'a body that one of the two sits in and the other has asked to join, where every member can refuse',
};

/** At one body between the two, x counts for half. */
const HALF_STAKE = 1;

/**
 * Who holds the door: bodies in which the one sits, with a voice that suffices to refuse, and which the other has asked to
 * join. Whoever asks takes the terms of those who can say no, and each of them can ask for a price (Tsebelis 2002, Veto
 * Players; Moravcsik and Vachudova 2003 and Schneider 2009 on the enlargement of the European Union).
 *
 * a, b: bodies whose door it holds to the other. x: its share of them less 1/2. Interval: from a voice that would never be
 * used, which is worth nothing, to x.
 *
 * Limits: that a member could refuse does not say that it would; every body counts alike, whatever it is worth to the one
 * that asks. What is not on record as a request (wishes, plans for membership) does not count.
 */
export function seats(question: Question): Lever {
  const { a, b } = question;
  const [mine, theirs] = [doors(question, a, b), doors(question, b, a)];
  const held = [...mine, ...theirs];
  if (held.length === 0) return missing(KIND);
  return measured(KIND, {
    x: shareLead(mine.length, theirs.length),
    others: [0],
    stake: held.length,
    halfStake: HALF_STAKE,
    a: mine.length,
    b: theirs.length,
    unit: 'bodies that it sits in and the other asks to join',
    source: [...new Set(held.flatMap(({ seat, request }) => [seat.source, request.source]))].join('; '),
    evidence: held.flatMap(({ seat, request }) => [
      rowRef(seat, `${nameInSentence(seat.a)}: member of the ${seat.text} since ${seat.from.slice(0, 4)}`),
      rowRef(request, `${nameInSentence(request.a)}: asked to join the ${request.text} in ${request.from.slice(0, 4)}`),
    ]),
    explanation:
      'Bodies that the one sits in and the other asks to join, where each member can refuse: the side that is asked can name terms.',
  });
}

/** A body that one side sits in and the other asks to join. */
interface Door {
  seat: EventRow;
  request: EventRow;
}

function doors(question: Question, member: Country, candidate: Country): Door[] {
  const of = (type: string, country: Country) =>
    eventsOf(question, type).filter(row => row.a === country && isInForce(row, question.year));
  const requests = new Map(of('candidacy', candidate).map(row => [row.text, row]));
  return of('membership', member).flatMap(seat => {
    const request = requests.get(seat.text);
    return request ? [{ seat, request }] : [];
  });
}

/** Whether it stands at the end of a year, or still stands where none is asked for. */
function isInForce({ from, to }: EventRow, year: number | null): boolean {
  if (year === null) return to === null;
  const day = `${year}-12-31`;
  return from <= day && (to === null || to > day);
}
