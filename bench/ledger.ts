/**
 * How much processor time a crowded pair’s ledger takes: claims made by a seeded generator, between the two and between one of them and
 * others, over eleven years, two in three without a stated day, each deed told once to three times.
 *
 *   npm run bench -- ledger [CLAIMS ...]
 *
 * Default: 4,500, 9,000, 18,000 and 36,000 claims. Near linear is about twice the time for twice the claims.
 */
import { randomNumbers } from '../src/balance/random.js';
import { type ActionClaim, PLOVER_TYPES } from '../src/reading.js';
import type { KeptClaim } from '../src/record/kept-claim.js';
import { makeLedger } from '../src/record/ledger/ledger.js';

const DAYS = 4000;
const WORDS = 20_000;
const OTHERS = ['PER', 'CHL', 'GHA', 'TCD', 'NPL', 'FJI', 'MLT', 'OMN'];

for (const count of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [4500, 9000, 18_000, 36_000]) {
  const claims = claimsOf(count);
  const begun = process.cpuUsage().user;
  const events = makeLedger(claims, []).length;
  const ms = (process.cpuUsage().user - begun) / 1000;
  console.log(`${count} claims: ${events} events, ${ms.toFixed(0)} ms, ${((1000 * ms) / count).toFixed(0)} µs a claim`);
}

function claimsOf(count: number): KeptClaim[] {
  const random = randomNumbers(1);
  const below = (limit: number, power = 1) => Math.floor(limit * random() ** power);
  const words = (length: number) =>
    Array.from({ length }, () => `${'bcdfghklmnprstvw'[below(16)]}a${below(WORDS, 3).toString(36)}r`);
  const claims: KeptClaim[] = [];
  while (claims.length < count) {
    const type = PLOVER_TYPES[below(PLOVER_TYPES.length, 2)]!;
    const other = random() < 0.5 ? 'KEN' : OTHERS[below(OTHERS.length)]!;
    const mutual = type === 'CONSULT';
    const [source, target] = mutual ? [['IDN', other].sort(), ['IDN', other].sort()] : [['IDN'], [other]];
    const day = below(DAYS);
    const deed = words(9);
    for (let told = below(3); told >= 0 && claims.length < count; told--) {
      const sentence = [...deed.slice(below(4)), ...words(5)].join(' ');
      const stated = random() < 1 / 3 ? dayAt(day) : null;
      const published = dayAt(day + below(4));
      claims.push(reported(claims.length, sentence, published, { type, source, target }, stated));
    }
  }
  return claims;
}

function reported(
  number: number,
  text: string,
  published: string,
  deed: Pick<ActionClaim, 'type' | 'source' | 'target'>,
  stated: string | null,
): KeptClaim {
  const claim: ActionClaim = {
    ...{
      kind: 'action',
      id: `c${number}`,
      start: 0,
      end: 5,
      confidence: 0.8,
      by: 'author',
      denied_by: null,
      links: [],
    },
    ...{ ...deed, of: null, mode: null, trigger: { start: 0, end: 5 }, third: [], names: [], place: null },
    ...{ when: { from: stated, to: stated, start: null, end: null }, said: { from: published, to: published } },
    ...{ modality: 'happened', negated: false, main: true },
  };
  const date = { value: published, earliest: published, latest: published, basis: 'given' as const };
  const article = { id: `a${number}`, title: null, publisher: null, url: null, date };
  const countries = [...new Set([...deed.source, ...deed.target])].sort();
  return { claim, article, sentence: { start: 0, end: text.length, text }, countries };
}

function dayAt(number: number): string {
  return new Date(Date.UTC(2013, 0, 1 + number)).toISOString().slice(0, 10);
}
