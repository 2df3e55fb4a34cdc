import { nameInSentence } from '../actors/name-in-sentence.js';
import type { EventRow } from '../datasets/row.js';
import type { Country } from '../reading.js';
import { eventsOf } from './events.js';
import { ofAllIn, type Wanted, yearsOf } from './figures.js';
import { type Lever, type LeverKind, measured, missing, type Question, rowRef, shareLead } from './lever.js';

const KIND: LeverKind = {
  id: 'alliances',
  label: 'Allies behind each side',
  group: 'security',
  needs: 'a defence pact of either country with a third, and the capability index of the states bound by it',
};

const CAPABILITY: Wanted = { measure: 'cinc' };

/** At allies with five percent of the world’s capabilities, behind both sides together, x counts for half. */
const HALF_STAKE = 5;

/**
 * Who else stands behind each side: the share of the world’s capabilities (CINC; Singer, Bremer and Stuckey 1972) of
 * the states that have promised it armed help, the other side left out (Morgenthau 1948 on alliances as a sum of power;
 * Leeds 2003 on how far such promises deter). Who has promised it to both stands behind neither against the other.
 *
 * a, b: percent of the world’s capabilities. Interval: the allies of both counted for both as well, and each ally as one.
 *
 * Limits: a promise is not its keeping; guarantees without a treaty (the United States and Israel) are not in it; the
 * weight is that of the ally, not of what it would send.
 */
export function alliances(question: Question): Lever {
  const { a, b } = question;
  const year = yearsOf(question, CAPABILITY)[0];
  if (year === undefined) return missing(KIND);
  const inForce = eventsOf(question, 'alliance').filter(row => isInForce(row, question.year ?? year));
  const [mine, theirs] = [alliesOf(inForce, a, b), alliesOf(inForce, b, a)];
  if (mine.size + theirs.size === 0) return missing(KIND);
  const shares = ofAllIn(question, year, CAPABILITY);
  const weigh = (allies: Iterable<Country>) =>
    [...allies].sort().reduce((sum, ally) => sum + 100 * (shares.get(ally)?.value ?? 0), 0);
  const only = (allies: Map<Country, EventRow>, others: Map<Country, EventRow>) =>
    [...allies.keys()].filter(ally => !others.has(ally));
  const [onlyMine, onlyTheirs] = [only(mine, theirs), only(theirs, mine)];
  const [behindMe, behindThem] = [weigh(onlyMine), weigh(onlyTheirs)];
  return measured(KIND, {
    x: shareLead(behindMe, behindThem),
    others: [shareLead(weigh(mine.keys()), weigh(theirs.keys())), shareLead(onlyMine.length, onlyTheirs.length)],
    stake: behindMe + behindThem,
    halfStake: HALF_STAKE,
    a: behindMe,
    b: behindThem,
    unit: 'percent of the world’s capabilities, of allies',
    source: sourceOf([...mine.values(), ...theirs.values()]),
    evidence: [...refsOf(onlyMine, mine), ...refsOf(onlyTheirs, theirs)],
    explanation:
      'How much the states weigh that have promised armed help to the one side and not to the other: the side with more behind it risks less.',
  });

  function refsOf(allies: Country[], pacts: Map<Country, EventRow>) {
    return allies.sort().flatMap(ally => {
      const row = shares.get(ally);
      const pact = pacts.get(ally)!;
      const bound = nameInSentence(pact.a === ally ? pact.b! : pact.a);
      return row
        ? [
            rowRef(
              row,
              `Capability index (CINC) of ${nameInSentence(ally)}, ${year}: bound to ${bound} by ${pact.text}`,
            ),
          ]
        : [];
    });
  }
}

/** A pact of defence that binds at the end of a year. */
function isInForce({ format, from, to }: EventRow, year: number): boolean {
  const day = `${year}-12-31`;
  return format === 'defence' && from <= day && (to === null || to >= day);
}

/** By ally, the pact: of a country, the other side of the question left out. */
function alliesOf(pacts: EventRow[], country: Country, other: Country): Map<Country, EventRow> {
  const allies = new Map<Country, EventRow>();
  for (const row of pacts) {
    const ally = row.a === country ? row.b : row.b === country ? row.a : null;
    if (ally !== null && ally !== other && !allies.has(ally)) allies.set(ally, row);
  }
  return allies;
}

function sourceOf(pacts: EventRow[]): string {
  const treaties = [...new Set(pacts.map(({ text }) => text ?? ''))].sort();
  return `Defence pacts in force (${treaties.join('; ')}); Correlates of War, National Material Capabilities`;
}
