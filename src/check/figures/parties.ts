/** Whose measure it is: two countries that trade, seller and buyer, or one country, by the words around the measure's name. */
import type { Country, FigureClaim, Span } from '../../reading.js';
import { type CheckContext, figuresIn, sentenceAt } from '../context.js';
import { measureWording, type Naming, namingsIn } from './measures.js';
import { distinct, isStateWord, namesStranger, nearest, type Party, partiesIn, single } from './named-parties.js';

/** `between`: both directions together; `flow`: goods from seller to buyer; `null` for a partner means the whole world. */
export type Parties =
  | { kind: 'between'; one: Country; other: Country | null }
  | { kind: 'flow'; seller: Country | null; buyer: Country | null }
  | { kind: 'country'; country: Country; other: Country | null };

interface Found {
  parties: Parties;
  certain: boolean;
}

/** `null` where the words leave open who is meant, or name somebody that no row is about. */
export function partiesOf(context: CheckContext, naming: Naming, claim: FigureClaim, sentence: Span): Found | null {
  const named = partiesIn(context, naming, sentence);
  if (namesStranger(context, naming, named, sentence) || isOwnerOpen(context, naming, named)) return null;
  const found =
    naming.measure.of === 'country'
      ? ofCountry(context, named, naming, claim, sentence)
      : naming.measure.flow === 'both'
        ? between(context, named, naming, sentence)
        : flow(context, named, naming, sentence);
  return found && Object.values(found.parties).includes('IGO') ? null : found;
}

function ofCountry(
  context: CheckContext,
  named: Party[],
  naming: Naming,
  claim: FigureClaim,
  sentence: Span,
): Found | null {
  const next = countryBehind(context, named, claim) ?? nextCountry(context, named, claim, sentence);
  const whole = statesAmong(context, named);
  const certain = !isOfUnread(context, naming, whole, sentence);
  if (next) return { parties: { kind: 'country', country: next, other: null }, certain };
  const owner =
    whole.find(({ end }) => end <= naming.start && WHOSE.test(context.text.slice(end, naming.start))) ??
    whole.find(({ role, end }) => role === 'owner' && end <= naming.start) ??
    whole.find(({ end }) => end <= naming.start && HAS.test(context.text.slice(end, naming.start))) ??
    whole.find(({ role, start }) => role === 'of' && start >= naming.end && start - naming.end < 8) ??
    (distinct(whole).length === 1 ? whole[0] : undefined);
  if (owner?.countries.length !== 1) return null;
  const country = owner.countries[0]!;
  // "Tripled" is a country against itself, whoever else the sentence names; "three times" may be of another.
  if (
    /\p{L}ed$/u.test(context.text.slice(claim.start, claim.end)) ||
    (claim.unit !== 'times' && claim.unit !== 'percent' && claim.unit !== 'fraction')
  )
    return { parties: { kind: 'country', country, other: null }, certain };
  const others = distinct(whole).filter(other => other !== country);
  return others.length === 1 ? { parties: { kind: 'country', country, other: others[0]! }, certain: true } : null;
}

/** "Japan bought Philippine goods worth $9 billion, a tenth of the country's exports": which of the two, the words leave open. */
function isOwnerOpen({ text }: CheckContext, naming: Naming, named: Party[]): boolean {
  const owner = nearest(named, naming, 'owner');
  if (!owner || !/^(?:the |that )?(?:country|nation|state)\b/i.test(text.slice(owner.start, owner.end))) return false;
  return distinct(named.filter(({ end }) => end <= owner.start)).length > 1;
}

/** Those that are named as states: not a town, an army, the people counted. */
function statesAmong({ text }: CheckContext, named: Party[]): Party[] {
  return named.filter(({ start, end, countries }) => isStateWord(text.slice(start, end), countries[0]!));
}

/** "GDP stood at $1.7 trillion in Australia and at $1.4 trillion in Indonesia": the country that stands right behind it. */
function countryBehind({ text }: CheckContext, named: Party[], { end, unit }: FigureClaim): Country | null {
  if (/^(?:times|percent|fraction)$/.test(unit)) return null;
  const behind = named.find(({ start }) => start >= end && /^ (?:in|for) (?:the )?$/.test(text.slice(end, start)));
  return behind && isStateWord(text.slice(behind.start, behind.end), behind.countries[0]!) ? single(behind) : null;
}

/**
 * "India had a population of 1.4 billion and Pakistan one of 240 million": the country that stands between the figure before
 * and this one, where that is of the same kind and the measure is not named again.
 */
function nextCountry(context: CheckContext, named: Party[], claim: FigureClaim, sentence: Span): Country | null {
  const before = figuresIn(context, { start: sentence.start, end: claim.start })
    .filter(({ unit, change }) => (unit === claim.unit || (isMoney(unit) && isMoney(claim.unit))) && !change)
    .at(-1);
  if (!before || claim.change) return null;
  const between = statesAmong(context, named).filter(({ start, end }) => start >= before.end && end <= claim.start);
  const countries = distinct(between);
  return countries.length === 1 ? countries[0]! : null;
}

/** The amount before may be in another currency. */
function isMoney(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit);
}

/** "Egypt, whose economy". */
const WHOSE = /^,? whose $/;

/**
 * "its economy", "a neighbour whose economy", where what the pronoun stands for was not read, or is no state of this sentence
 * and not one of those that the sentence before names: another may be meant.
 */
function isOfUnread(context: CheckContext, naming: Naming, whole: Party[], sentence: Span): boolean {
  const { text } = context;
  const word = /\b(?:its|their|whose) (?:\w+ )?$/i.exec(text.slice(Math.max(0, naming.start - 24), naming.start));
  if (!word) return false;
  const at = naming.start - word[0].length;
  const pronoun = whole.find(({ start, end }) => start <= at && at < end);
  if (!pronoun) return !whole.some(({ end }) => end <= at && WHOSE.test(text.slice(end, naming.start)));
  const before = whole.filter(({ end }) => end <= at);
  const near =
    before.length > 0
      ? before
      : statesAmong(context, partiesIn(context, naming, sentenceAt(context, Math.max(0, sentence.start - 3))));
  return near.length > 0 && !distinct(near).includes(pronoun.countries[0]!);
}

/** "Egypt has a population of", "Egypt, with an economy of", "Egypt spent $4 billion on its military". */
const HAS = /^,? (?:(?:has|had|with|boasts) (?:an? |the )?(?:\w+ )?|(?:spends|spent) [^,;:]{0,30})$/;

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
function flow(context: CheckContext, all: Party[], naming: Naming, sentence: Span): Found | null {
  const named = inOwnClause(context, all, naming, sentence);
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

/**
 * "Vietnam bought goods from Thailand and sold it goods": the second verb has the subject of the first, and what stands
 * between them belongs to the first.
 */
function inOwnClause(context: CheckContext, named: Party[], naming: Naming, sentence: Span): Party[] {
  const { text } = context;
  if (
    !naming.verb ||
    !/\b(?:and|but|while)(?: (?:also|only|then|itself))? $/.test(text.slice(sentence.start, naming.start))
  )
    return named;
  const first = namingsIn(text.slice(sentence.start, naming.start), sentence.start).find(({ verb }) => verb);
  const subject = first && nearest(partiesIn(context, first, sentence), first, 'owner');
  if (!subject) return named;
  const behind = named.filter(({ start }) => start >= naming.end);
  const other = named.filter(({ end, countries }) => end <= naming.start && single(subject) !== countries[0]);
  // Nobody sells to himself: "it" is the other country of the first clause.
  const isToIt = distinct(other).length === 1 && /^ (?:it|them) /.test(text.slice(naming.end, naming.end + 6));
  return isToIt
    ? [
        { ...subject, role: 'owner' },
        { ...other[0]!, role: /sold|export|shipped/i.test(text.slice(naming.start, naming.end)) ? 'to' : 'from' },
      ]
    : [{ ...subject, role: 'owner' }, ...behind];
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

function otherOfPair({ pair }: CheckContext, country: Country): Country | null {
  return pair?.includes(country) ? (pair.find(other => other !== country) ?? null) : null;
}
