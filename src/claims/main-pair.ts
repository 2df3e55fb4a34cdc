import type { ActorMention } from '../actors/actor-mention.js';
import type { Country } from '../reading.js';

/**
 * The two countries an article is about: the two that its mentions stand for most often, the one named first before
 * the other where they tie. `null` where it names fewer than two.
 */
export function mainPair(mentions: ActorMention[]): [Country, Country] | null {
  const counts = new Map<Country, number>();
  for (const { countries } of mentions) {
    for (const country of countries) if (country !== 'IGO') counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  // Sorting is stable, and a Map keeps the order in which countries were first named.
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && second ? [first[0], second[0]] : null;
}
