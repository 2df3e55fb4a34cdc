/** Fractions as people say them. */

const PARTS: [number, string, string][] = [
  [2, 'half', 'halves'],
  [3, 'third', 'thirds'],
  [4, 'quarter', 'quarters'],
  [5, 'fifth', 'fifths'],
  [6, 'sixth', 'sixths'],
  [7, 'seventh', 'sevenths'],
  [8, 'eighth', 'eighths'],
  [9, 'ninth', 'ninths'],
  [10, 'tenth', 'tenths'],
  [12, 'twelfth', 'twelfths'],
  [20, 'twentieth', 'twentieths'],
];
const COUNTS = ['', 'a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];

/** `half`, `a third`, `two-thirds`, `nine-tenths`; a share that has no such name in percent, `22 %`. */
export function fractionWords(value: number): string {
  for (const [of, one, many] of PARTS) {
    const count = Math.round(value * of);
    if (count < 1 || count >= of || count >= COUNTS.length || Math.abs(value - count / of) > 1e-4) continue;
    if (of === 2) return one;
    return count === 1 ? `${one === 'eighth' ? 'an' : 'a'} ${one}` : `${COUNTS[count]}-${many}`;
  }
  return `${Number((100 * value).toPrecision(4))} %`;
}
