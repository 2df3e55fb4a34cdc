import { error } from '@sveltejs/kit';
import type { Desk } from '$upperhand/desk.js';
import { asked } from './asked';

/** More than these cannot be compared at a glance. */
export const MOST_PAIRS = 6;

/** `CHN-RUS,CHN-IND`, each pair once; an empty list where none is asked for. */
export async function pairsAsked(desk: Desk, text: string | null): Promise<[string, string][]> {
  const given = [...new Set((text ?? '').split(',').filter(pair => pair.trim() !== ''))];
  if (given.length > MOST_PAIRS) error(400, `${given.length} pairs are more than ${MOST_PAIRS}: leave some out.`);
  return Promise.all(given.map(pair => pairAsked(desk, pair)));
}

/** `CHN-RUS` as two countries. */
export async function pairAsked(desk: Desk, text: string): Promise<[string, string]> {
  const [, a, b] = /^\s*([A-Za-z]{3})-([A-Za-z]{3})\s*$/.exec(text) ?? [];
  if (!a || !b) error(400, `"${text.slice(0, 40)}" is no pair: write two codes, as in CHN-RUS.`);
  return asked((async () => desk.pair(a, b))());
}
