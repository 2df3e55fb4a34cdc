import { intervalWords, signed } from '$upperhand/balance/range-words.js';
import { weightingsOf } from './weightings';

/** A place on the scale of a lever, as pages set it: `+0.37`, `−0.14`, `0.00`. */
export function onScale(x: number): string {
  return trueMinus(signed(x).trim());
}

/** What the data leave open, as pages set it. */
export function intervalOnScale(interval: [number, number] | null): string {
  return trueMinus(intervalWords(interval));
}

/** A value of a measure that is compared: a count of weightings (of `share`, which is in hundredths), else a place on the scale of levers. */
export function measureOnScale(measure: string, value: number): string {
  return measure === 'share' ? String(weightingsOf(value / 100)) : onScale(value);
}

function trueMinus(words: string): string {
  return words.replaceAll('-', '−');
}
