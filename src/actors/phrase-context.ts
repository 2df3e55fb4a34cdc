import type { Country } from '../reading.js';
import { FURTHEST_MENTIONS } from './discourse.js';
import { holderOfPost } from './offices.js';
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

/**
 * The country a noun without nationality belongs to: the place behind it ("police in Cairo"), else that of the nearest
 * mention before it in its sentence, else a place further on in the sentence ("police fired tear gas in Cairo"), else
 * that of the nearest mention in the two sentences before. Of posts that few countries have ("the crown prince"), the
 * nearest of a country that has one.
 */
export function contextCountry(reader: SentenceReader, end: number, post: string | null): Country | null {
  const { tokens } = reader.sentence;
  if (tokens[end]?.form === 'in' || tokens[end]?.form === 'of') {
    const next = reader.matches.get(end + 1) ?? reader.matches.get(end + 2);
    const sense = next ? chooseSense(next.senses, reader, next) : null;
    if (sense?.countries.length === 1) return sense.countries[0]!;
  }
  const spoken = countriesSpokenOf(reader);
  const withPost = post === null ? null : spoken.find(({ country }) => holderOfPost(country, post, reader.date));
  if (withPost) return withPost.country;
  const here = spoken[0]?.sentence === reader.sentence.index ? spoken[0].country : null;
  // "bombers killed 23 people in Tel Aviv": whom something is done to is of the place rather than of the doer.
  const isDoneTo = /^(?:obj|iobj|nsubj:pass)$/.test(tokens[end - 1]!.deprel);
  const further = here === null || isDoneTo ? placeFurtherOn(reader, end) : null;
  const there = further?.countries.length === 1 ? further.countries[0]! : null;
  return (isDoneTo ? (there ?? here) : (here ?? there)) ?? spoken[0]?.country ?? null;
}

/** A place is looked for at most so many words further on. */
const WORDS_ON = 60;

/** The first country or town after "in" in the rest of the sentence. */
export function placeFurtherOn(reader: SentenceReader, from: number): Sense | null {
  const { tokens } = reader.sentence;
  for (let i = from; i < tokens.length && i < from + WORDS_ON; i++) {
    if (!/^(?:in|across|throughout)$/i.test(tokens[i]!.form)) continue;
    const place = reader.matches.get(i + 1)?.senses.find(({ kind }) => /^(?:country|capital|place)$/.test(kind));
    if (place) return place;
  }
  return null;
}

/** The countries of the mentions of this and the last two sentences, nearest first. */
function countriesSpokenOf(reader: SentenceReader): { country: Country; sentence: number }[] {
  const spoken: { country: Country; sentence: number }[] = [];
  const last = reader.discourse.mentions.length - 1;
  for (let i = last; i >= 0 && i > last - FURTHEST_MENTIONS; i--) {
    const { countries, sentence } = reader.discourse.mentions[i]!;
    if (sentence < reader.sentence.index - 2) break;
    if (countries.length === 1) spoken.push({ country: countries[0]!, sentence });
  }
  return spoken;
}
