import { nameInSentence } from '../actors/name-in-sentence.js';
import { latestOfEach, yearOf } from './figures.js';
import { type Lever, type LeverKind, measured, missing, type Question, rowRef, shareLead } from './lever.js';

const KIND: LeverKind = {
  id: 'capability',
  label: 'Capability',
  group: 'security',
  needs: 'GDP, population and the capability index (CINC) of both countries',
};

/**
 * Who is the stronger: GDP times GDP per head, which counts what is left when a population is fed (Beckley 2018, The
 * Power of Nations), and the Composite Index of National Capability, which counts mass (Singer, Bremer and Stuckey 1972).
 * x is the mean of the leads in both, the interval runs from one to the other.
 *
 * a, b: CINC, in percent of the world's capabilities. There is no stake: strength is what each has, not what is between
 * them.
 */
export function capability(question: Question): Lever {
  const pair = [question.a, question.b];
  const [cinc, gdp, population] = ['cinc', 'gdp', 'population'].map(measure =>
    latestOfEach(question, { measure }, pair),
  );
  if (!cinc || !gdp || !population) return missing(KIND);
  const [mass, theirMass] = cinc.map(({ value }) => value) as [number, number];
  const [net, theirNet] = gdp.map(({ value }, i) => value ** 2 / population[i]!.value) as [number, number];
  const leads = [shareLead(net, theirNet), shareLead(mass, theirMass)];
  return measured(KIND, {
    x: (leads[0]! + leads[1]!) / 2,
    others: leads,
    stake: 1,
    halfStake: 0,
    a: 100 * mass,
    b: 100 * theirMass,
    unit: 'percent of the world’s capabilities',
    source: `${cinc[0]!.source}; ${gdp[0]!.source}`,
    evidence: [...cinc, ...gdp, ...population].map(row =>
      rowRef(row, `${NAMES[row.measure]} of ${nameInSentence(row.reporter)}, ${yearOf(row)}`),
    ),
    explanation: 'GDP times GDP per head, and the index of national capability: who has more to use.',
  });
}

const NAMES: Record<string, string> = { cinc: 'Capability index (CINC)', gdp: 'GDP', population: 'Population' };
