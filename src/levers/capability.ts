import {
  type Lever,
  type LeverKind,
  latestFigures,
  measured,
  missing,
  type Question,
  rowRef,
  shareLead,
  yearOf,
} from './lever.js';

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
 * a, b: CINC, the share of the world's capabilities. There is no stake: strength is what each has, not what is between
 * them.
 */
export function capability(question: Question): Lever {
  const pair = [question.a, question.b];
  const find = (measure: string) => {
    const rows = latestFigures(question, measure);
    return pair.map(country => rows.find(row => row.reporter === country));
  };
  const [cinc, gdp, population] = [find('cinc'), find('gdp'), find('population')];
  const rows = [...cinc, ...gdp, ...population];
  if (rows.some(row => !row)) return missing(KIND);
  const [mass, theirMass] = cinc.map(row => row!.value) as [number, number];
  const [net, theirNet] = gdp.map((row, i) => row!.value ** 2 / population[i]!.value) as [number, number];
  const leads = [shareLead(net, theirNet), shareLead(mass, theirMass)];
  return measured(KIND, {
    x: (leads[0]! + leads[1]!) / 2,
    others: leads,
    stake: 1,
    halfStake: 0,
    a: mass,
    b: theirMass,
    unit: 'share of the world’s capabilities',
    source: `${cinc[0]!.source}; ${gdp[0]!.source}`,
    evidence: rows.map(row => rowRef(row!, `${NAMES[row!.measure]} of ${row!.reporter}, ${yearOf(row!)}`)),
    explanation: 'GDP times GDP per head, and the index of national capability: who has more to use.',
  });
}

const NAMES: Record<string, string> = { cinc: 'Capability index (CINC)', gdp: 'GDP', population: 'Population' };
