/** Whether what an article says is of the two countries a dossier is about: it may name either and be about others. */
import type { Country } from '../reading.js';
import type { KeptClaim } from '../record/evidence.js';
import type { Subject } from './section.js';

type Pair = Pick<Subject, 'a' | 'b'>;

/** Both are named: trade "between India and China", or "of the two countries". */
export function namesBoth({ countries }: KeptClaim, { a, b }: Pair): boolean {
  return countries.includes(a) && countries.includes(b);
}

/** Both are named, or no state but one of them: a sentence on one of the two and a third state is about those. */
export function isOfPair(kept: KeptClaim, pair: Pair): boolean {
  return namesBoth(kept, pair) || othersNamed(kept, [pair.a, pair.b]).length === 0;
}

/** The states that are named besides some; organisations are none. */
export function othersNamed({ countries }: KeptClaim, besides: Country[]): Country[] {
  return countries.filter(country => country !== 'IGO' && !besides.includes(country));
}
