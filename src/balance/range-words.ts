/** Ranges in words, for the terminal and the pages alike; nothing here reads a file, so a browser can run it. */

/** Narrower than this, only the last bits of the arithmetic differ. */
const NO_WIDTH = 1e-9;

/** What the data leave open: `+0.26 to +0.35`; values that all come to the same leave nothing to tell. */
export function intervalWords(interval: [number, number] | null): string {
  if (!interval || interval[1] - interval[0] < NO_WIDTH) return 'no interval known';
  const [lo, hi] = interval.map(signed) as [string, string];
  return lo === hi ? 'known to a hundredth' : `${lo} to ${hi}`;
}

/** One or two years one by one, more of them as first and last. */
export function yearsWords(years: number[]): string {
  return years.length <= 2 ? years.join(' and ') : `${years[0]} to ${years.at(-1)}`;
}

/** A place on a lever's scale: `+0.37`, `-0.14`. */
export function signed(x: number): string {
  const size = Math.abs(x).toFixed(2);
  return Number(size) === 0 ? ` ${size}` : `${x < 0 ? '-' : '+'}${size}`;
}
