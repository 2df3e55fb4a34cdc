/** Means of few values between 0 and 1, with their doubt: the warmth of words, the friendliness of deeds. */
import { shareLead } from './lever.js';

/** A mean of few is drawn to the middle of the scale as if two more had been heard there. */
const PRIOR = { warmth: 0.5, count: 2 };

/** Ninety percent for the two means together: each moves by this many standard errors. */
const Z = 1.645 / Math.SQRT2;
const LEAST_SPREAD = 0.15;

export interface Warmth {
  mean: number;
  error: number;
}

/** A word or deed, 0 to 1, and what it counts for: 1 of a row, of what was read in an article the confidence of the reading. */
export interface Heard {
  value: number;
  weight: number;
}

/** The mean warmth of some words or deeds, each by its weight, and its standard error. */
export function warmthIn(heard: Heard[]): Warmth {
  const count = weightOf(heard) + PRIOR.count;
  const mean = (heard.reduce((sum, { value, weight }) => sum + weight * value, 0) + PRIOR.warmth * PRIOR.count) / count;
  const variance = heard.reduce((sum, { value, weight }) => sum + weight * (value - mean) ** 2, 0) / count;
  return { mean, error: Math.max(Math.sqrt(variance), LEAST_SPREAD) / Math.sqrt(count) };
}

/** How many words or deeds some count for together. */
export function weightOf(heard: Pick<Heard, 'weight'>[]): number {
  return heard.reduce((sum, { weight }) => sum + weight, 0);
}

/** The lead of the side that gets more warmth than it gives, with its interval. */
export function warmthLead(given: Warmth, received: Warmth): { x: number; others: [number, number] } {
  return {
    x: shareLead(received.mean, given.mean),
    others: [shareLead(lowered(received), raised(given)), shareLead(raised(received), lowered(given))],
  };
}

function raised({ mean, error }: Warmth): number {
  return Math.min(1, mean + Z * error);
}

function lowered({ mean, error }: Warmth): number {
  return Math.max(0, mean - Z * error);
}
