/** What an article has told before a sentence: "the invasion" has the doer it had, an answer goes to whom was dealt with. */
import { AT_HOME, deedKey, type ReadDeed } from './deed.js';
import type { Before } from './parties.js';

/** Adds the deeds of a sentence to what was told before. */
export function remember(before: Before, deeds: ReadDeed[]): void {
  const { known, dealings } = before;
  for (const { claim } of deeds) {
    if (!claim) continue;
    const { type, source, target } = claim;
    dealings.push({ source, target });
    if (source.length === 0 || source.join() === target.join() || !AT_HOME.has(type)) continue;
    known.set(deedKey(type, target), source);
    known.set(`by ${deedKey(type, source)}`, target);
    known.set(`last by ${type}`, source);
    known.set(`last on ${type}`, target);
  }
  const main = deeds.find(({ claim }) => claim?.main)?.claim;
  if (main) before.recent = { countries: [...new Set([...main.source, ...main.target])], names: [] };
}
