/** Which countries a sentence names around a measure, and in what role: its owner, to whom, from whom, with whom. */
import { knownCountries } from '../../actors/countries.js';
import type { Country, Mention, Span } from '../../reading.js';
import { type CheckContext, mentionsIn } from '../context.js';
import type { Naming } from './measures.js';

/** A country named in a sentence, with the word that leads to it. */
export interface Party extends Span {
  countries: Country[];
  role: 'owner' | 'to' | 'from' | 'with' | 'and' | 'of' | null;
}

/** The countries a sentence names, each with its role towards the measure. */
export function partiesIn(context: CheckContext, naming: Naming, sentence: Span): Party[] {
  const { text } = context;
  const found: Party[] = [];
  for (const mention of mentionsIn(context, sentence)) {
    if (!namesState(mention)) continue;
    found.push({
      start: mention.start,
      end: mention.end,
      countries: mention.countries.length === 2 && context.pair ? context.pair : mention.countries,
      role: roleOf(text, mention, naming, found.at(-1)),
    });
  }
  return found;
}

function roleOf(text: string, { start, end }: Span, naming: Naming, before: Party | undefined): Party['role'] {
  if (end <= naming.start && isOwner(text.slice(end, naming.start), naming)) return 'owner';
  const lead = /\b(to|from|with|between|of|by|and)\s(?:the\s|both\s)?$/i
    .exec(text.slice(Math.max(0, start - 14), start))?.[1]
    ?.toLowerCase();
  switch (lead) {
    case 'between':
      return 'with';
    case 'and':
      // "between A and B", "A and B's trade", "exports to A and B".
      return before && start - before.end < 8 && before.role ? (before.role === 'with' ? 'and' : before.role) : null;
    case 'by':
      return 'from';
    case 'to':
    case 'from':
    case 'with':
    case 'of':
      return lead;
    default:
      return null;
  }
}

/** What may stand between an owner and the measure: "'s total", "-Russian", " sold" (for a verb: its helpers). */
function isOwner(between: string, { verb }: Naming): boolean {
  if (between.length > 60) return false;
  if (verb)
    return /^(?:[’']s)?(?:\s(?:companies|firms|exporters|producers|businesses))?(?:\s(?:has|have|had|also|alone|itself|then|already|only))*\s$/.test(
      between,
    );
  const words = between
    .replace(/^[’']s?/, '')
    .trim()
    .split(/[\s-]+/)
    .filter(Boolean);
  return words.every(
    word => (word !== 'and' && OWNED.has(word.toLowerCase())) || /^(?:\p{Lu}\p{L}+(?:[’']s)?)$/u.test(word),
  );
}

/** Adjectives that may stand between an owner and what it owns. */
const OWNED = new Set([
  'total',
  'overall',
  'annual',
  'goods',
  'merchandise',
  'own',
  'two-way',
  'two',
  'way',
  'bilateral',
  'foreign',
  'direct',
  'combined',
  'nominal',
  'national',
  'entire',
  'whole',
  'official',
  'mutual',
  'record',
  'active',
  'standing',
  'rising',
  'growing',
]);

/** "with Africa", "to the rest of the region": a partner that no mention is of. */
export function namesStranger({ text }: CheckContext, naming: Naming, named: Party[], sentence: Span): boolean {
  const after = text.slice(naming.end, Math.min(sentence.end, naming.end + 30));
  const lead = /^(?:\s(?:volume|turnover))?\s(?:with|to|from|between)\s(?:the\s|both\s)?/i.exec(after);
  if (!lead) return false;
  const at = naming.end + lead[0].length;
  if (
    /^[$€£¥]?\d|^(?:a|an|about|almost|nearly|around|over|more|less|two|both|each|its|their|record|pair|them)\b/.test(
      text.slice(at, at + 12),
    )
  )
    return false;
  return !named.some(({ start, end }) => start <= at + 4 && at < end);
}

/** A state by name, demonym, capital, or a pronoun that stands for one; persons, organisations and towns are none. */
function namesState({ countries, kind, person, organisation }: Mention): boolean {
  if (person !== null || organisation !== null) return countries.includes('IGO');
  return countries.length === 1 || (kind === 'nominal' && countries.length === 2);
}

/** "China", "Chinese", "the country", "its": not one of its towns. */
export function isStateWord(words: string, country: Country): boolean {
  stateWords ??= new Map(
    knownCountries().map(({ iso3, name, adjectives, otherNames }) => [
      iso3,
      new Set([name, ...adjectives, ...otherNames].map(word => word.toLowerCase())),
    ]),
  );
  const bare = words
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[’']s?$/, '');
  return (
    /^(?:its|the country|her|their|country|the nation|it)$/.test(words.toLowerCase()) ||
    Boolean(stateWords.get(country)?.has(bare))
  );
}

let stateWords: Map<Country, Set<string>> | null = null;

export function nearest(named: Party[], naming: Naming, role: Party['role']): Party | undefined {
  const distance = ({ start, end }: Party) => (end <= naming.start ? naming.start - end : start - naming.end);
  return named.filter(party => party.role === role).sort((one, other) => distance(one) - distance(other))[0];
}

export function single(party: Party | undefined): Country | null {
  return party?.countries.length === 1 && party.countries[0] !== 'IGO' ? party.countries[0]! : null;
}

/** Countries in the order of naming; an organisation counts as one, so that it is not taken for nobody. */
export function distinct(parties: Party[]): Country[] {
  return [...new Set(parties.flatMap(({ countries }) => countries))];
}
