import { nameInSentence } from '../actors/name-in-sentence.js';
import type { FigureRow } from '../datasets/row.js';
import type { Country } from '../reading.js';
import { figuresIn, latestOfEach, latestYearOf, type Wanted, yearOf } from './figures.js';
import { type Lever, type LeverKind, measured, missing, type Question, rowRef, shareLead } from './lever.js';

const KIND: LeverKind = {
  id: 'arms-dependence',
  label: 'Arms dependence',
  group: 'security',
  needs: 'transfers of major arms to or from both countries, and their military expenditure',
};

const ARMS: Wanted = { measure: 'arms transfers', dataset: 'sipri-arms' };
const EXPENDITURE: Wanted = { measure: 'military expenditure' };

/** Arms last and deliveries are lumpy: what came in these years counts; each half by itself gives the interval. */
const YEARS = 10;

/** At ten million TIV a year for a billion dollars of military expenditure, both together, x counts for half. */
const HALF_STAKE = 10;

/**
 * Who depends more on the other's arms: major arms received from the other in a year, for each billion dollars of own
 * military expenditure. Spare parts and munitions follow the weapon, so the supplier has a hold on the buyer (Kinsella
 * 1998, Arms Transfer Dependence and Foreign Policy Conflict). The side that depends less has the better of it. Measured
 * against expenditure and not against all arms imports, since who makes its own arms imports little of anything.
 *
 * a, b: million TIV a year for a billion dollars. Interval: the earlier and the later five years alone.
 *
 * Limits: TIV counts military capability, not dollars, so the ratio compares countries and is no share; components and
 * small arms are not in it; expenditure is that of one year.
 */
export function armsDependence(question: Question): Lever {
  const { a, b } = question;
  const last = latestYearOf(question, [ARMS], []);
  const spent = latestOfEach(question, EXPENDITURE, [a, b]);
  if (last === null || !spent?.every(({ value }) => value > 0)) return missing(KIND);
  const years = Array.from({ length: YEARS }, (_, i) => figuresIn(question, last - i, ARMS));
  const rows = years.flat();
  if (![a, b].every(country => rows.some(row => row.reporter === country || row.partner === country))) {
    return missing(KIND);
  }
  const between = rows.filter(row => isBetween(row, a, b));
  const dependences = (from: number, to: number) =>
    [a, b].map((buyer, i) => {
      const received = between.filter(row => row.partner === buyer && yearOf(row) >= from && yearOf(row) <= to);
      const aYear = received.reduce((sum, { value }) => sum + value, 0) / (to - from + 1);
      return aYear / (spent[i]!.value / 1e9);
    }) as [number, number];
  const first = last - YEARS + 1;
  const [mine, theirs] = dependences(first, last);
  const halves = [dependences(first, last - YEARS / 2), dependences(last - YEARS / 2 + 1, last)];
  return measured(KIND, {
    x: shareLead(theirs, mine),
    others: halves.map(([one, other]) => shareLead(other, one)),
    stake: mine + theirs,
    halfStake: HALF_STAKE,
    a: mine,
    b: theirs,
    unit: 'millions of SIPRI’s arms value (TIV: what arms can do, not their price) received a year, per billion dollars of own military expenditure',
    source: `${rows[0]!.source}; ${spent[0]!.source}`,
    evidence: [
      ...between.map(row =>
        rowRef(
          row,
          `Arms delivered by ${nameInSentence(row.reporter)} to ${nameInSentence(row.partner!)}, ${yearOf(row)}`,
        ),
      ),
      ...spent.map(row => rowRef(row, `Military expenditure of ${nameInSentence(row.reporter)}, ${yearOf(row)}`)),
    ],
    explanation: `Major arms that each received from the other, ${first} to ${last}, against what it spends on its forces: the side that receives less depends less.`,
  });
}

function isBetween({ reporter, partner }: FigureRow, a: Country, b: Country): boolean {
  return (reporter === a && partner === b) || (reporter === b && partner === a);
}
