import { madeOnce, remembered } from '../../made-once.js';
import type { Country } from '../../reading.js';
import type { Evidence } from '../../record/evidence.js';
import type { Contradiction } from './contradiction.js';
import { contradictionsOfEvents } from './of-events.js';
import { contradictionsOfFigures } from './of-figures.js';
import { contradictionsOfOffices } from './of-offices.js';

/**
 * The matters on which the sources of some evidence differ, with all sides: the same event with other days, places or
 * parties, the same figure with other values, a charge and its denial, an office that two hold. Articles that are copies of
 * one text contradict nobody by repeating it. Two events of different days stay two.
 *
 * @returns by the day on which the last side was first told, the latest first.
 */
export function contradictionsIn(evidence: Evidence): Contradiction[] {
  const found = [
    ...contradictionsOfEvents(evidence),
    ...contradictionsOfFigures(evidence),
    ...contradictionsOfOffices(evidence),
  ];
  const lastOf = ({ sides }: Contradiction) =>
    sides
      .map(({ told }) => told ?? '')
      .sort()
      .at(-1) ?? '';
  return found.sort((one, other) => (lastOf(one) > lastOf(other) ? -1 : lastOf(one) < lastOf(other) ? 1 : 0));
}

/**
 * The same of what ties two countries: events in which both have a part, and what else is told about them. Worked out once
 * for the same evidence.
 */
export function contradictionsBetween(a: Country, b: Country, evidence: Evidence): Contradiction[] {
  return remembered(madeOf(evidence), `${a}-${b}`, () => between(a, b, evidence));
}

const madeOf = madeOnce((_evidence: Evidence) => new Map<string, Contradiction[]>());

function between(a: Country, b: Country, evidence: Evidence): Contradiction[] {
  const ledger = evidence.ledger.filter(({ source, target, third }) =>
    [a, b].every(country => [...source, ...target, ...third].includes(country)),
  );
  return contradictionsIn({ ...evidence, ledger });
}
