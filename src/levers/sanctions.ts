import { nameInSentence } from '../actors/name-in-sentence.js';
import type { Country } from '../reading.js';
import { type Counted, countedLever, ofLastYears, once } from './counted.js';
import { deeds } from './deeds.js';
import { eventsOf } from './events.js';
import { type Lever, type LeverKind, type Question, rowRef } from './lever.js';
import { isBy } from './pair.js';

const KIND: LeverKind = {
  id: 'sanctions',
  label: 'Pressure by sanctions',
  group: 'economy',
  needs: 'sanctions on each of the two countries, as rows or in articles',
};

/** At five packages on both together, x counts for half. */
const HALF_STAKE = 5;

/** Sanctions of these years count: most stand until they are lifted, and few for longer. */
const YEARS = 10;

/**
 * Who is under the heavier sanctions, whoever set them: a side that others have shut out has to take the terms of those
 * who are left (Drezner 1999, The Sanctions Paradox; Early 2015, Busted Sanctions, on who profits). One by each sender
 * and month.
 *
 * a, b: packages of sanctions on it in ten years, one that only articles tell of by the confidence of its reading. x and interval: the Wilson score of the share at 90 percent.
 *
 * Limits: a package is counted, not its cost; one that was lifted still counts; who is written about more has more.
 */
export function sanctions(question: Question): Lever {
  const found = [...ofRows(question), ...ofArticles(question)];
  const packages = once(found, ({ side, sender, day }) => `${side} ${sender} ${day?.slice(0, 7)}`);
  return countedLever(question, KIND, ofLastYears(question, packages, YEARS), {
    moreIs: 'worse',
    ofEach: true,
    halfStake: HALF_STAKE,
    unit: 'packages of sanctions on it',
    source: 'sanctions on record',
    explanation: 'Sanctions on each side, by whomever: the side under fewer can choose its partners.',
  });
}

type Package = Counted & { sender: Country };

function ofRows(question: Question): Package[] {
  return eventsOf(question, 'sanction')
    .filter(row => [question.a, question.b].includes(row.b ?? '') && isBy(question, row.from))
    .map(row => ({
      side: row.b!,
      sender: row.a,
      day: row.from,
      weight: 1,
      ref: rowRef(row, `Sanctions on ${nameInSentence(row.b!)} by ${nameInSentence(row.a)}, ${row.from}`),
    }));
}

function ofArticles(question: Question): Package[] {
  const sides = [question.a, question.b];
  return deeds(question)
    .filter(({ type }) => type === 'SANCTION')
    .flatMap(({ source, target, day, weight, ref }) =>
      source.flatMap(sender =>
        target
          .filter(side => sides.includes(side) && side !== sender)
          .map(side => ({ side, sender, day, weight, ref })),
      ),
    );
}
