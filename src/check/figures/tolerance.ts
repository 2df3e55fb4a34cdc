/** When a stated number agrees with a found one: by its rounding and by the words before it. docs/check.md lists the rules. */
import type { Approximation, FigureClaim } from '../../reading.js';

/** Published series are revised, and rounded once more on the way to a page: this much is no difference. */
const REVISION = 0.005;
/** How far "about" reaches, either way. */
const ABOUT = 0.1;
/** How far below "almost" may lie. */
const ALMOST = 0.1;
/** How far above "more than" (and below "less than") the found value still fits the wording. */
const OPEN = 0.5;
/** Two amounts one of which is more than so many times the other are far apart. */
const FURTHEST = 5;

/** Units of what grows from day to day: tolls and counts of people. */
export const GROWING = new Set(['person', 'meeting', 'visit', 'vote']);

export interface Stated {
  value: number;
  approximate: Approximation | null;
  range: [number, number] | null;
  /** Half of the last digit that was written, in the unit of the value. */
  rounding: number;
}

/** A figure as it is written: "1.28 trillion" is right to 0.005 trillion, "30" to a half, "190 billion" to 5 billion. */
export function stated(
  words: string,
  value: number,
  approximate: Approximation | null,
  range: [number, number] | null,
): Stated {
  return { value, approximate, range, rounding: halfLastDigit(words, value) };
}

/** "topped $100 billion": it came to more. */
const PASSED = /\b(?:top(?:s|ped)|pass(?:es|ed)|surpass(?:es|ed)|exceed(?:s|ed)|cross(?:es|ed)|breached|beyond)\s$/i;

/** A claimed figure as its article writes it. */
export function statedBy(text: string, { start, end, value, approximate, range }: FigureClaim): Stated {
  const isPassed = PASSED.test(text.slice(Math.max(0, start - 14), start));
  return stated(text.slice(start, end), value, approximate ?? (isPassed ? 'more than' : null), range);
}

/** Whether the found value is what the words say; `slack` is what the found value itself may be off. */
export function agrees({ value, approximate, range, rounding }: Stated, found: number, slack = 0): boolean {
  const off = Math.max(rounding, Math.abs(value) * REVISION) + slack;
  if (range) return found >= range[0] - off && found <= range[1] + off;
  const size = Math.abs(value);
  const amount = value < 0 ? -found : found;
  switch (approximate) {
    case 'about':
      return Math.abs(amount - size) <= Math.max(off, ABOUT * size);
    case 'almost':
      return amount <= size + off && amount >= size * (1 - ALMOST) - off;
    case 'more than':
      return amount >= size - off && amount <= size * (1 + OPEN) + off;
    case 'less than':
      return amount <= size + off && amount >= size * (1 - OPEN) - off;
    case 'up to':
      return amount <= size + off;
    default:
      return Math.abs(amount - size) <= off;
  }
}

/**
 * Whether the found value is what the words say, or as far from it as `slack` allows. Rounding and slack are
 * errors of their own, so their squares add up and not they themselves: "120 billion" is not confirmed by 137.
 */
export function agreesWithin(figure: Stated, found: number, slack: number): boolean {
  return agrees({ ...figure, rounding: Math.hypot(figure.rounding, slack) }, found);
}

/** `, within 10 %: BACI against customs`, where the words alone do not say the found value; else nothing. */
export function withinWords(figure: Stated, found: number, width: string, between: string): string {
  return agrees(figure, found) ? '' : `, within ${width}: ${between}`;
}

/**
 * "1.7 billion" for 1.7 trillion: the digits are right and the scale is not. Ten and a hundred times, a slipped point, only where
 * three digits are the same: of two the chance is too great.
 */
export function isScaleError(figure: Stated, found: number): boolean {
  const scales = figure.rounding <= MANY_DIGITS * Math.abs(figure.value) ? [...THOUSANDS, ...TENS] : THOUSANDS;
  return scales.some(scale => agrees({ ...figure, approximate: null }, found * scale));
}

const THOUSANDS = [1e3, 1e6, 1e-3, 1e-6];
const TENS = [10, 100, 0.1, 0.01];
/** Half of the last of three digits that tell something, as a share of the number: at most so much. */
const MANY_DIGITS = 0.005;

/** Whether two amounts lie so far apart, or on different sides of 0, that they are hardly of one thing. */
export function areFarApart(one: number, other: number): boolean {
  return !(Math.abs(Math.log(one / other)) <= Math.log(FURTHEST));
}

/** Whether the number is right and only the word before it is not: "more than 30" where 29.8 were found. */
export function onlyWordingDiffers(figure: Stated, found: number, slack = 0): boolean {
  return (
    figure.approximate !== null &&
    !agrees(figure, found, slack) &&
    agrees({ ...figure, approximate: 'about' }, found, slack)
  );
}

/** "2 trillion" is no wider than this share of itself, whatever its last digit. */
const WIDEST = 0.1;

function halfLastDigit(words: string, value: number): number {
  const number = /\d[\d,]*(?:\.\d+)?/.exec(words)?.[0].replaceAll(',', '');
  if (!number || Number(number) === 0) return Math.abs(value) * REVISION;
  const unit = Math.abs(value) / Number(number);
  return Math.min(WIDEST * Math.abs(value), (unit * lastDigit(number)) / 2);
}

/** The size of the last digit that tells something: of 100 and 190 the tens, of 1.28 the hundredths. */
function lastDigit(number: string): number {
  const decimals = number.split('.')[1]?.length ?? 0;
  if (decimals > 0) return 10 ** -decimals;
  const zeros = number.length - number.replace(/0+$/, '').length;
  return 10 ** Math.max(0, Math.min(zeros, number.length - 2));
}
