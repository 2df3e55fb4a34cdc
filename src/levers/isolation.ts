import { nameInSentence } from '../actors/name-in-sentence.js';
import type { EvidenceRef } from '../evidence.js';
import type { Country } from '../reading.js';
import { type Counted, countedLever, ofLastYears, once } from './counted.js';
import { deeds } from './deeds.js';
import { eventsOf } from './events.js';
import { type Lever, type LeverKind, type Question, rowRef } from './lever.js';
import { isBy } from './pair.js';

const KIND: LeverKind = {
  id: 'isolation',
  label: 'Who still meets whom',
  group: 'diplomacy',
  needs: 'meetings of each country’s leaders and envoys with third countries, as rows or in articles',
};

/** At ten third countries met by both together, x counts for half. */
const HALF_STAKE = 10;

/** Meetings of these years count. */
const YEARS = 3;

/**
 * Who is received and receives others: how many third countries each side met in the last three years. A side that
 * nobody else meets has nowhere to turn (Maoz 2010, Networks of Nations, on degree; Duque 2018 on recognition as status).
 *
 * a, b: third countries met, one that only articles tell of by the surest reading. x and interval: the Wilson score of the share at 90 percent.
 *
 * Limits: what is on record follows what was read; texts about the two alone say little about others.
 */
export function isolation(question: Question): Lever {
  const met = ofLastYears(question, [...ofRows(question), ...ofArticles(question)], YEARS);
  const ofEach = once(met, ({ side, other }) => `${side} ${other}`);
  const counted = ofEach.map(({ side, day, weight, shown }): Counted => ({ side, day, weight, ref: shown() }));
  return countedLever(question, KIND, counted, {
    moreIs: 'better',
    ofEach: true,
    halfStake: HALF_STAKE,
    unit: 'third countries met',
    source: 'meetings on record',
    explanation: 'Third countries that each side met in three years: the side with fewer is the more alone.',
  });
}

/** A meeting with a third country; of thousands few are counted, and only those are worded. */
interface Met extends Omit<Counted, 'ref'> {
  other: Country;
  shown(): EvidenceRef;
}

/** What is no country of its own: an organisation, the rest of the world. */
const NO_COUNTRY = ['IGO', 'ROW'];

function ofRows(question: Question): Met[] {
  return eventsOf(question, 'meeting')
    .filter(row => isBy(question, row.from))
    .flatMap(row =>
      metBy(question, [row.a], row.b ? [row.b] : []).map(({ side, other }) => ({
        ...{ side, other, day: row.from, weight: 1 },
        shown: () => rowRef(row, `Meeting of ${nameInSentence(side)} and ${nameInSentence(other)}, ${row.from}`),
      })),
    );
}

function ofArticles(question: Question): Met[] {
  return deeds(question)
    .filter(({ type, mode }) => type === 'CONSULT' && (mode === 'visit' || mode === 'meet'))
    .flatMap(({ source, target, day, weight, ref }) =>
      metBy(question, source, target).map(met => ({ ...met, day, weight, shown: () => ref })),
    );
}

/** Each side with each third country that was on the other end. */
function metBy({ a, b }: Question, one: Country[], other: Country[]): { side: Country; other: Country }[] {
  const isThird = (country: Country) => country !== a && country !== b && !NO_COUNTRY.includes(country);
  return [a, b].flatMap(side => {
    const ends = [...(one.includes(side) ? other : []), ...(other.includes(side) ? one : [])];
    return [...new Set(ends.filter(isThird))].map(third => ({ side, other: third }));
  });
}
