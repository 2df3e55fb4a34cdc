import type { Country } from '../reading.js';
import { chooseSense } from './sense-choice.js';
import type { Sense } from './senses.js';
import type { SentenceReader } from './sentence-reader.js';

/** The sense of the names in a complement, with all their countries. */
export function senseWithin(reader: SentenceReader, from: number, to: number): Sense | null {
  const senses: Sense[] = [];
  for (let i = from; i < to; i++) {
    const match = reader.matches.get(i);
    const sense = match ? chooseSense(match.senses, reader, match) : null;
    if (sense) senses.push(sense);
  }
  return senses[0] ? { ...senses[0], countries: [...new Set(senses.flatMap(sense => sense.countries))] } : null;
}

/** The person whose name follows a post directly. */
export function personAfter(reader: SentenceReader, i: number): string | null {
  const match = reader.matches.get(i);
  const sense = match ? chooseSense(match.senses, reader, match) : null;
  return sense && (sense.kind === 'person' || sense.kind === 'surname') ? sense.name : null;
}

/** The country a noun without nationality belongs to: that of the nearest mention before it, in this sentence first. */
export function contextCountry(reader: SentenceReader, end: number): Country | null {
  const { tokens } = reader.sentence;
  if (tokens[end]?.form === 'in' || tokens[end]?.form === 'of') {
    const next = reader.matches.get(end + 1) ?? reader.matches.get(end + 2);
    const sense = next ? chooseSense(next.senses, reader, next) : null;
    if (sense?.countries.length === 1) return sense.countries[0]!;
  }
  for (let i = reader.discourse.mentions.length - 1; i >= 0; i--) {
    const mention = reader.discourse.mentions[i]!;
    if (mention.sentence < reader.sentence.index - 2) return null;
    if (mention.countries.length === 1) return mention.countries[0]!;
  }
  return null;
}
