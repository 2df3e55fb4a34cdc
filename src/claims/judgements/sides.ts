import type { ActorMention } from '../../actors/actor-mention.js';
import type { Token } from '../../language/sentence.js';
import type { Country } from '../../reading.js';
import type { MentionIndex } from '../statements/mention-index.js';
import type { Match } from './patterns.js';

/** The two countries a judgement is about, and who stands where around its words. */
export interface Sides {
  about: [Country, Country];
  /** Countries named before and behind the pattern, nearest first. */
  before: Country[];
  behind: Country[];
}

/** Words that mean the two countries of an article without naming them: "neither side", "both capitals". */
const BOTH = /^(?:neither|both|side|sides)$/i;

/**
 * The pair a part of a sentence is about, the country named first in front: those of the pattern's slots, else two that
 * the part names, or one and the article's other.
 */
export function sidesOf(
  tokens: Token[],
  mentions: MentionIndex,
  pair: [Country, Country],
  { first, end, slots }: Match,
): Sides | null {
  const named = mentions
    .within({ start: tokens[0]!.start, end: tokens.at(-1)!.end })
    .filter(mention => mention.countries.length > 0 && !mention.countries.includes('IGO'))
    .sort((a, b) => a.start - b.start);
  const order = [...new Set(named.flatMap(mention => mention.countries))];
  const isBoth = order.length === 0 && tokens.some(({ form }) => BOTH.test(form));
  const about = isBoth ? pair : slots.A && slots.B ? inOrder(order, slots.A, slots.B) : aboutOf(order, pair, slots.A);
  if (!about) return null;
  const pivot = tokens[first]!.start;
  const stop = tokens[end - 1]!.end;
  const countries = (list: ActorMention[]) =>
    list.flatMap(mention => (mention.countries.length === 1 ? mention.countries : []));
  return {
    about,
    before: countries(named.filter(mention => mention.start < pivot).reverse()),
    behind: countries(named.filter(mention => mention.end > stop || mention.start >= pivot)),
  };
}

function inOrder(order: Country[], a: Country, b: Country): [Country, Country] {
  return order.indexOf(a) <= order.indexOf(b) ? [a, b] : [b, a];
}

function aboutOf(order: Country[], pair: [Country, Country], slot: Country | undefined): [Country, Country] | null {
  const inPair = order.filter(country => pair.includes(country));
  if (slot !== undefined && !pair.includes(slot)) {
    const other = order.find(country => country !== slot);
    return other === undefined ? null : inOrder(order, slot, other);
  }
  if (inPair.length === 2) return [inPair[0]!, inPair[1]!];
  if (inPair.length === 1) return [inPair[0]!, pair[0] === inPair[0] ? pair[1] : pair[0]];
  return order.length >= 2 ? [order[0]!, order[1]!] : null;
}

/** Whom a match favours, `null` where neither side or not known. */
export function favouredSide({ pattern, slots }: Match, { about, before, behind }: Sides): Country | null {
  const otherThan = (country: Country | undefined): Country | null =>
    country === undefined || !about.includes(country) ? null : country === about[0] ? about[1] : about[0];
  const inPair = (countries: Country[]) => countries.find(country => about.includes(country));
  const subject = inPair(before);
  const object = inPair(behind);
  switch (pattern.favours) {
    case 'A':
      return slots.A ?? null;
    case 'B':
      return slots.B ?? otherThan(slots.A);
    case 'not A':
      return otherThan(slots.A);
    case 'not B':
      return slots.B === undefined ? (slots.A ?? null) : otherThan(slots.B);
    case 'subject':
      return subject ?? null;
    case 'other':
      return subject !== undefined ? otherThan(subject) : (object ?? null);
    case 'object':
      return object ?? otherThan(subject);
    case 'against-object':
      return otherThan(object);
    default:
      return null;
  }
}
