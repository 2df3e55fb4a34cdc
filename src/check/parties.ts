/** Whose measure it is: two countries that trade, seller and buyer, or one country, by the words around the measure's name. */
import { knownCountries } from '../actors/countries.js';
import type { Country, FigureClaim, Mention, Span } from '../reading.js';
import { type CheckContext, figuresIn, mentionsIn } from './context.js';
import { measureWording, type Naming } from './measures.js';

/** `between`: both directions together; `flow`: goods from seller to buyer; `null` for a partner means the whole world. */
export type Parties =
  | { kind: 'between'; one: Country; other: Country | null }
  | { kind: 'flow'; seller: Country | null; buyer: Country | null }
  | { kind: 'country'; country: Country; other: Country | null };

interface Found {
  parties: Parties;
  certain: boolean;
}

/** A country named in a sentence, with the word that leads to it. */
interface Party extends Span {
  countries: Country[];
  role: 'owner' | 'to' | 'from' | 'with' | 'and' | 'of' | null;
}

/** `null` where the words leave open who is meant, or name somebody that no row is about. */
export function partiesOf(context: CheckContext, naming: Naming, claim: FigureClaim, sentence: Span): Found | null {
  const named = partiesIn(context, naming, sentence);
  if (namesStranger(context, naming, named, sentence)) return null;
  const found =
    naming.measure.of === 'country'
      ? ofCountry(context, named, naming, claim)
      : naming.measure.flow === 'both'
        ? between(context, named, naming, sentence)
        : flow(context, named, naming, sentence);
  return found && Object.values(found.parties).includes('IGO') ? null : found;
}

function ofCountry(context: CheckContext, named: Party[], naming: Naming, claim: FigureClaim): Found | null {
  const next = nextCountry(context, named, naming, claim);
  if (next) return { parties: { kind: 'country', country: next, other: null }, certain: true };
  const whole = named.filter(party => isStateWord(context.text.slice(party.start, party.end), party.countries[0]!));
  const owner =
    whole.find(({ role, end }) => role === 'owner' && end <= naming.start) ??
    whole.find(({ end }) => end <= naming.start && HAS.test(context.text.slice(end, naming.start))) ??
    whole.find(({ role, start }) => role === 'of' && start >= naming.end && start - naming.end < 8) ??
    (distinct(whole).length === 1 ? whole[0] : undefined);
  if (owner?.countries.length !== 1) return null;
  const country = owner.countries[0]!;
  if (claim.unit !== 'times' && claim.unit !== 'percent' && claim.unit !== 'fraction')
    return { parties: { kind: 'country', country, other: null }, certain: true };
  const others = distinct(whole).filter(other => other !== country);
  return others.length === 1 ? { parties: { kind: 'country', country, other: others[0]! }, certain: true } : null;
}

/**
 * "India had a population of 1.4 billion and Pakistan one of 240 million": the country that stands between the figure before
 * and this one, where that has the same unit and the measure is not named again.
 */
function nextCountry(context: CheckContext, named: Party[], naming: Naming, claim: FigureClaim): Country | null {
  const before = figuresIn(context, { start: naming.end, end: claim.start })
    .filter(({ unit, change }) => unit === claim.unit && !change)
    .at(-1);
  if (!before || claim.change) return null;
  const between = named.filter(({ start, end }) => start >= before.end && end <= claim.start);
  const countries = distinct(between);
  return countries.length === 1 && isStateWord(context.text.slice(between[0]!.start, between[0]!.end), countries[0]!)
    ? countries[0]!
    : null;
}

/** "Egypt has a population of", "Egypt, with an economy of". */
const HAS = /^,? (?:has|had|with|boasts) (?:an? |the )?(?:\w+ )?$/;

/** Trade both ways: "between A and B", "A's trade with B", "Sino-Russian trade", "bilateral trade". */
function between(context: CheckContext, named: Party[], naming: Naming, sentence: Span): Found | null {
  const tied = named.filter(({ role }) => role === 'owner' || role === 'with' || role === 'and');
  const two = distinct(tied);
  if (two.length === 2) return { parties: { kind: 'between', one: two[0]!, other: two[1]! }, certain: true };
  if (two.length > 2) return null;
  const all = distinct(named);
  const words = context.text.slice(sentence.start, sentence.end);
  const isBetween = measureWording().between.test(words);
  if (two.length === 1) {
    const isWith = tied.some(({ role }) => role === 'with');
    const others = all.filter(country => country !== two[0]);
    if (isWith || isBetween) {
      if (others.length === 1) return { parties: { kind: 'between', one: two[0]!, other: others[0]! }, certain: true };
      const other = others.length === 0 ? otherOfPair(context, two[0]!) : null;
      return other ? { parties: { kind: 'between', one: two[0]!, other }, certain: isBetween } : null;
    }
    const isTotal = isWholeSum(context.text, naming);
    if (isTotal) return { parties: { kind: 'between', one: two[0]!, other: null }, certain: true };
    return others.length === 1
      ? { parties: { kind: 'between', one: two[0]!, other: others[0]! }, certain: false }
      : null;
  }
  if (all.length === 2 && isBetween)
    return { parties: { kind: 'between', one: all[0]!, other: all[1]! }, certain: true };
  if (all.length === 2) return { parties: { kind: 'between', one: all[0]!, other: all[1]! }, certain: false };
  const { pair } = context;
  if (pair && (all.length === 0 || isBetween) && all.every(country => pair.includes(country)))
    return { parties: { kind: 'between', one: pair[0], other: pair[1] }, certain: isBetween };
  return null;
}

/** Goods one way: "A's exports to B", "imports from B", "A sold B goods worth". */
function flow(context: CheckContext, named: Party[], naming: Naming, sentence: Span): Found | null {
  const words = context.text.slice(naming.start, naming.end);
  // "Russian crude", "Chinese sales": whose goods they are is who sells, unless the words are of buying.
  const isSale = !/import|purchase|bought/i.test(words);
  const isCommodity = isSale && !/export|sale|sold|deliver|shipment|shipped|supplies/i.test(words);
  const owner = nearest(named, naming, 'owner');
  const to = nearest(named, naming, 'to');
  const from = nearest(named, naming, 'from') ?? nearest(named, naming, 'of');
  const seller = single(isSale ? (owner ?? from) : from);
  // "exports to Russia fell, while imports from Russia rose": the "to" belongs to the other clause.
  // "Turkey sold Greece goods for twice what Greeks sold to Turkey": the second "to" is of another flow.
  const isOther = to && (single(to) === seller || (from && single(to) === single(from)));
  const toward = isOther ? undefined : to;
  const buyer = single(isSale ? toward : (owner ?? toward));
  if (seller && buyer) return seller === buyer ? null : { parties: { kind: 'flow', seller, buyer }, certain: true };
  if (!seller && !buyer) return onlyFlowOnRecord(context, naming, named);
  const known = (seller ?? buyer)!;
  const others = distinct(named).filter(country => country !== known);
  const place = (other: Country | null): Parties =>
    seller ? { kind: 'flow', seller, buyer: other } : { kind: 'flow', seller: other, buyer };
  if (others.length > 1) return null;
  if (others.length === 1)
    return {
      parties: place(others[0]!),
      certain: Boolean(toward || from || (owner && isCommodity) || isGiven(naming, named, others[0]!)),
    };
  // Nobody else is named: all its exports, or those to the other country of the article.
  const isPartnerMeant =
    Boolean(toward || from) || measureWording().between.test(context.text.slice(sentence.start, sentence.end));
  const other = otherOfPair(context, known);
  if (isPartnerMeant) return other ? { parties: place(other), certain: false } : null;
  const isTotal = isWholeSum(context.text, naming);
  return { parties: place(isTotal ? null : other), certain: isTotal };
}

/** "It sold China goods": whom, right behind the verb. */
function isGiven({ verb, end }: Naming, named: Party[], other: Country): boolean {
  return verb && named.some(({ start, countries }) => countries[0] === other && start - end <= 5 && start > end);
}

/** "total exports", "foreign trade": with the whole world. */
function isWholeSum(text: string, { start }: Naming): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  return /\b(?:total|overall)\b[^.,;]*$|\bforeign $/i.test(before);
}

/** "Deliveries through the Power of Siberia": between the two countries of the article the rows have it one way only. */
function onlyFlowOnRecord(context: CheckContext, { measure }: Naming, named: Party[]): Found | null {
  const { pair } = context;
  if (!pair || named.some(({ countries }) => countries.some(country => !pair.includes(country)))) return null;
  const ways = new Set(
    context
      .figuresOf(measure.measure)
      .filter(({ reporter, partner }) => pair.includes(reporter) && partner !== null && pair.includes(partner))
      .map(({ reporter }) => reporter),
  );
  const [reporter] = ways;
  if (ways.size !== 1 || !reporter) return null;
  const partner = otherOfPair(context, reporter);
  const [seller, buyer] = measure.flow === 'out' ? [reporter, partner] : [partner, reporter];
  return { parties: { kind: 'flow', seller, buyer }, certain: false };
}

/** The countries a sentence names, each with its role towards the measure. */
function partiesIn(context: CheckContext, naming: Naming, sentence: Span): Party[] {
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
function namesStranger({ text }: CheckContext, naming: Naming, named: Party[], sentence: Span): boolean {
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

function nearest(named: Party[], naming: Naming, role: Party['role']): Party | undefined {
  const distance = ({ start, end }: Party) => (end <= naming.start ? naming.start - end : start - naming.end);
  return named.filter(party => party.role === role).sort((one, other) => distance(one) - distance(other))[0];
}

function single(party: Party | undefined): Country | null {
  return party?.countries.length === 1 && party.countries[0] !== 'IGO' ? party.countries[0]! : null;
}

/** Countries in the order of naming; an organisation counts as one, so that it is not taken for nobody. */
function distinct(parties: Party[]): Country[] {
  return [...new Set(parties.flatMap(({ countries }) => countries))];
}

function otherOfPair({ pair }: CheckContext, country: Country): Country | null {
  return pair?.includes(country) ? (pair.find(other => other !== country) ?? null) : null;
}
