/**
 * A small generator of random numbers that is the same on every machine: SplitMix32, a counter stepped by the golden
 * ratio and mixed twice (Steele, Lea and Flood 2014; 32-bit constants of Burns).
 *
 * @param seed any whole number; the same seed gives the same numbers.
 * @returns a function that gives the next number, above 0 and below 1.
 */
export function randomNumbers(seed: number): () => number {
  let counter = seed | 0;
  return () => {
    counter = (counter + 0x9e3779b9) | 0;
    let mixed = counter ^ (counter >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return ((mixed >>> 0) + 0.5) / 2 ** 32;
  };
}
