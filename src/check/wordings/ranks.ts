/** "China was Chile's largest trading partner": a rank among partners, held against the flows of the year. */
import { countryName, knownCountries } from '../../actors/countries.js';
import type { FigureRow } from '../../datasets/row.js';
import { knownList } from '../../knowledge.js';
import type { Country, Span } from '../../reading.js';
import { type CheckContext, sentenceAt } from '../context.js';
import { measureWording } from '../figures/measures.js';
import { isStateWord } from '../figures/named-parties.js';
import { tradesOf } from '../figures/series.js';
import type { Check } from '../verdict.js';
import { amountWords, refOfFigure } from '../words.js';
import { checkOf, ORDINAL, onlyYear, ordinalValue, ordinalWords, statesIn } from './wording.js';

type Way = 'both' | 'out' | 'in';

/** Sums of two sources differ: a partner within this share of another may well stand before it. */
const NEAR = 0.15;
/** Without a year, a row so many years before the article may be meant: it can confirm a rank, and never contradict it. */
const RECENT_YEARS = 2;

interface Ranked {
  country: Country;
  value: number;
  rows: FigureRow[];
}

export function checkRanks(context: CheckContext): Check[] {
  const { pattern, wayOf, isLoose, isWhole } = words();
  return [...context.text.matchAll(pattern)].flatMap(match => {
    const [wording, ordinal, degree, noun] = match;
    const span = { start: match.index, end: match.index + wording.length };
    const named = partiesAround(context, span);
    if (!named || !isWhole(context.text.slice(span.end, span.end + 40))) return [];
    const rank = ordinal ? ordinalValue(ordinal.replace(/[- ]$/, '')) : 1;
    const check = rank && checkRank(context, span, wayOf(noun!), rank, named, isLoose(degree!));
    return check ? [check] : [];
  });
}

function checkRank(
  context: CheckContext,
  span: Span,
  way: Way,
  rank: number,
  { owner, holder }: { owner: Country; holder: Country },
  isLoose: boolean,
): Check | null {
  const said = onlyYear(context, sentenceAt(context, span.start));
  const { year, ranked } = partnersOf(context, owner, way, said);
  const at = ranked.findIndex(({ country }) => country === holder);
  if (year === null || at < 0 || (!said && !isRecent(context, year))) return null;
  const own = ranked[at]!;
  // Whoever is nearly as large may stand before or behind.
  const best = 1 + ranked.filter(({ value }) => value * (1 - NEAR) > own.value).length;
  const worst = ranked.filter(({ value }) => value > own.value * (1 - NEAR)).length;
  const holds = rank >= best && rank <= worst;
  // A rank of another year, or of services too, may well be another one.
  if (!holds && (isLoose || said === null || isWider(context, sentenceAt(context, span.start)))) return null;
  const shown = ranked[rank - 1] ?? own;
  const order = ranked
    .slice(0, Math.max(3, Math.min(rank, 5)))
    .map(({ country, value }) => `${countryName(country)} ${amountWords(value, 'USD')}`)
    .join(', ');
  const what = { both: 'trade', out: 'exports', in: 'imports' }[way];
  const tail =
    at >= 3 ? `; ${countryName(holder)} is ${ordinalWords(at + 1)} with ${amountWords(own.value, 'USD')}` : '';
  return checkOf(context, span, {
    verdict: holds ? 'agrees' : 'differs',
    found: {
      value: holds ? countryName(holder) : countryName(shown.country),
      unit: null,
      period: { from: `${year}-01-01`, to: `${year}-12-31` },
    },
    evidence: [...own.rows, ...(shown === own ? [] : shown.rows)].map(refOfFigure),
    why: `Goods ${what} of ${countryName(owner)} by partner, ${year}: ${order}${tail} (${own.rows[0]!.source}).`,
    confidence: holds ? 0.8 : 0.75,
  });
}

/** The rows hold goods: a sentence that counts services too, or part of a year, ranks by another definition. */
function isWider({ text }: CheckContext, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  return /\bservices\b/i.test(words) || measureWording().parts.test(words);
}

/** The owner ("Chile's", "its", "of Chile") and who is said to hold the rank: the subject before, or what follows "was". */
function partiesAround(context: CheckContext, span: Span): { owner: Country; holder: Country } | null {
  const { text } = context;
  const sentence = sentenceAt(context, span.start);
  const states = statesIn(context, sentence);
  // "America's largest trading partner" may be one mention: its first word is who owns it.
  const covering = states.find(({ start, end }) => start < span.start && end >= span.start);
  const possessing = covering && possessorIn(context, covering, span);
  const before = [...states.filter(({ end }) => end <= span.start), ...(possessing ? [possessing] : [])];
  const after = states.filter(({ start }) => start >= span.end);
  const possessor = before.at(-1);
  const isOwned = possessor && /^(?:[’']s?)? (?:(?:single|by far the) )?$/.test(text.slice(possessor.end, span.start));
  const isPronoun = possessor && /^(?:its|their)$/i.test(text.slice(possessor.start, possessor.end));
  const goods = /^(?: of)? ?$/;
  const behind = after.find(
    ({ start }) =>
      /^ (?:(?:of|for) (?:\w+ )?(?:to|by|in|for) |of |to |for |in )(?:the )?$/.test(text.slice(span.end, start)) ||
      goods.test(text.slice(span.end, start)),
  );
  const inside = covering && ownerWithin(context, covering, span);
  const owner =
    isOwned && (isPronoun || /[’']/.test(text.slice(possessor.end - 2, span.start))) ? possessor : (inside ?? behind);
  if (!owner) return null;
  const others = before.filter(({ country }) => country !== owner.country);
  const holder = others.at(-1);
  if (holder) {
    const edge = owner.end <= span.start ? owner.start : span.start;
    const between = text.slice(holder.end, edge);
    if (
      /^(?:,| (?:is|was|are|were|remains?|remained|became|has been|has long been|had been)(?: (?:by far|still|also|now|easily))?) (?:the |by far the )?$/.test(
        between,
      )
    )
      return { owner: owner.country, holder: holder.country };
  }
  const told = after.find(({ country }) => country !== owner.country);
  const lead = told && text.slice(Math.max(span.end, owner.end), told.start);
  return told &&
    /^(?: of goods| in \d{4})?,? (?:is|was|remains?|remained)(?: (?:still|by far|again))? (?:the )?$/.test(lead!)
    ? { owner: owner.country, holder: told.country }
    : null;
}

/** "the top trading partner of Nigeria", one mention: the state its words end with. */
function ownerWithin(
  { text }: CheckContext,
  { end, country }: Span & { country: Country },
  span: Span,
): (Span & { country: Country }) | null {
  const lead = /^ (?:of|for) (?:the )?/.exec(text.slice(span.end, end))?.[0];
  const start = span.end + (lead?.length ?? 0);
  return lead && isStateWord(text.slice(start, end), country) ? { start, end, country } : null;
}

function possessorIn(
  { text }: CheckContext,
  { start, country }: Span & { country: Country },
  span: Span,
): (Span & { country: Country }) | null {
  const words = text.slice(start, span.start);
  const name = /^(?:the )?(.*?)(?:[’']s?)? $/.exec(words)?.[1];
  return name && isStateWord(name, country) ? { start, end: start + words.indexOf(name) + name.length, country } : null;
}

/** A country's partners by size, of the year that is said, else of the latest there is. */
function partnersOf(
  context: CheckContext,
  owner: Country,
  way: Way,
  said: number | null,
): { year: number | null; ranked: Ranked[] } {
  const flows = [
    ...(way === 'in' ? [] : tradesOf(context, owner, 'sold')),
    ...(way === 'out' ? [] : tradesOf(context, owner, 'bought')),
  ].filter(({ from }) => !said || Number(from.slice(0, 4)) === said);
  // Only a data set with the rest of the world in it has every partner.
  const whole = flows.filter(({ row }) => row.partner === 'ROW' || row.reporter === 'ROW');
  const latest = whole.toSorted((one, other) => other.from.localeCompare(one.from))[0];
  if (!latest) return { year: null, ranked: [] };
  const partners = new Map<Country, Ranked>();
  for (const { partner, row } of flows) {
    if (partner === 'ROW' || row.dataset !== latest.row.dataset || row.from !== latest.from) continue;
    const one = partners.get(partner) ?? { country: partner, value: 0, rows: [] };
    partners.set(partner, { ...one, value: one.value + row.value, rows: [...one.rows, row] });
  }
  return {
    year: Number(latest.from.slice(0, 4)),
    ranked: [...partners.values()].sort((one, other) => other.value - one.value),
  };
}

function isRecent({ published }: CheckContext, year: number): boolean {
  return published !== null && Math.abs(Number(published.slice(0, 4)) - year) <= RECENT_YEARS;
}

interface RankWords {
  pattern: RegExp;
  wayOf: (noun: string) => Way;
  isLoose: (degree: string) => boolean;
  isWhole: (after: string) => boolean;
}

let known: RankWords | null = null;

function words(): RankWords {
  if (known) return known;
  const { degrees, loose, nouns, whole } = knownList<{
    degrees: string[];
    loose: string[];
    nouns: Record<Way, string[]>;
    whole: string[];
  }>('check/ranks.yaml');
  const ways = new Map((['both', 'out', 'in'] as const).flatMap(way => nouns[way].map(noun => [noun, way] as const)));
  const oneOf = (list: string[]) => `(?:${[...list].sort((a, b) => b.length - a.length).join('|')})`;
  const narrowed = new RegExp(`^ (?:of|for) (?!(?:the )?\\p{Lu})(?!${oneOf(whole)}\\b)`, 'u');
  const demonyms = knownCountries().flatMap(({ adjectives }) => adjectives.filter(word => /^\p{Lu}/u.test(word)));
  const ofNation = new RegExp(`^ (?:of|for) (?:the )?${oneOf(demonyms)} (?!${oneOf(whole)}\\b)\\p{Ll}+`, 'u');
  known = {
    pattern: new RegExp(
      `(?:\\b(${ORDINAL}[- ]))?\\b(${oneOf([...degrees, ...loose])}) (?:single )?(${oneOf([...ways.keys()])})\\b`,
      'gi',
    ),
    wayOf: noun => ways.get(noun.toLowerCase())!,
    isLoose: degree => loose.includes(degree.toLowerCase()),
    isWhole: after => !narrowed.test(after) && !ofNation.test(after),
  };
  return known;
}
