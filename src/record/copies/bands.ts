/**
 * Under which keys a text is looked up for copies of it: minhash (Broder 1997) in bands, so that near-copies share a band
 * and others do not (Leskovec, Rajaraman and Ullman 2014, ch. 3.4). All pairs are never compared.
 */
import { type Fingerprint, mixed } from './fingerprint.js';

/** Hashes in a band: two texts of resemblance s share a band with the chance s^4. */
const ROWS = 4;
/** Bands of the whole text: resemblance 0.7 is found 99 times in 100, 0.3 once in 8. */
const OF_ALL = 16;
/** Bands of the beginning: a story that was cut resembles the whole in its beginning alone. */
const OF_LEAD = 12;

/** Texts of fewer words in a row are too thin to be known again. */
export const FEWEST_SHINGLES = 20;

/** The keys of a text, whole numbers below 2^53; none for one that is too short. */
export function bandsOf({ shingles, lead }: Fingerprint): number[] {
  if (shingles.size < FEWEST_SHINGLES) return [];
  return [...bands(shingles, OF_ALL, 0), ...bands(lead, OF_LEAD, OF_ALL)];
}

function bands(shingles: Set<number>, count: number, first: number): number[] {
  const least = new Uint32Array(count * ROWS).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let i = 0; i < least.length; i++) {
      const value = mixed(shingle ^ seeds[first * ROWS + i]!);
      if (value < least[i]!) least[i] = value;
    }
  }
  return Array.from({ length: count }, (_, band) => {
    let low = mixed(first + band);
    let high = mixed(low);
    for (const value of least.subarray(band * ROWS, (band + 1) * ROWS)) {
      low = mixed(low ^ value);
      high = mixed(Math.imul(high, 31) ^ value);
    }
    return (high & 0x1fffff) * 2 ** 32 + low;
  });
}

const seeds = Array.from({ length: (OF_ALL + OF_LEAD) * ROWS }, (_, i) => mixed(Math.imul(i + 1, 0x9e3779b1)));
