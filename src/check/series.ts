/** Which series of the rows a figure speaks of: a measure of one country towards another, over a period. */
import type { FigureRow } from '../datasets/row.js';
import { knownList } from '../knowledge.js';
import type { Country, FigureClaim } from '../reading.js';
import { type CheckContext, mentionsIn, pairOf, sentenceAt } from './context.js';

interface Measure {
  measure: string;
  words: string[];
  flow: 'in' | 'out' | 'both';
  mirror?: string;
}

/** A series: the measure, and the rows of it for the two countries, under either side's statistics. */
export interface Series {
  measure: string;
  /** Rows of levels, and of growth stated as such, with its currency (`null` where amounts are no money). */
  levels: FigureRow[];
  growth: { row: FigureRow; currency: string | null }[];
  /** The countries whose statistics these are. */
  reporters: Country[];
}

let measures: { entry: Measure; pattern: RegExp }[] | null = null;

/** The series a figure's subject names, or `null`: an article speaks of much that no row is about. */
export function seriesOf(context: CheckContext, claim: FigureClaim): Series | null {
  const sentence = sentenceAt(context, claim.start);
  const entry =
    measureNamed(claim.subject) ??
    (claim.subject === null ? measureNamed(context.text.slice(sentence.start, claim.start)) : null);
  const pair = entry && pairOf(context, claim);
  if (!entry || !pair) return null;
  const wanted = sides(context, claim, entry, pair);
  const fits = (row: FigureRow) =>
    wanted.some(
      ({ reporter, partner, measure }) =>
        row.reporter === reporter && row.partner === partner && row.measure.startsWith(measure),
    );
  const rows = wanted.flatMap(({ measure }) => [
    ...context.figuresOf(measure),
    ...[...currenciesOf(context)].flatMap(currency => context.figuresOf(`${measure} growth in ${currency}`)),
    ...context.figuresOf(`${measure} growth`),
  ]);
  const own = [...new Set(rows)].filter(fits);
  if (own.length === 0) return null;
  return {
    measure: entry.measure,
    levels: own.filter(row => !/ growth\b/.test(row.measure)),
    growth: own
      .filter(row => / growth\b/.test(row.measure))
      .map(row => ({ row, currency: / in ([A-Z]{3})$/.exec(row.measure)?.[1] ?? null })),
    reporters: [...new Set(own.map(({ reporter }) => reporter))],
  };
}

/** Whose statistics a figure is from, where its sentence says so: "according to Chinese data". */
export function statisticsOf(context: CheckContext, claim: FigureClaim): Country | null {
  const sentence = sentenceAt(context, claim.start);
  const source = /\b(?:data|figures|statistics|customs|ministry|bureau|office)\b/i;
  const from = mentionsIn(context, sentence).find(({ end, start, countries }) => {
    const before = context.text.slice(Math.max(sentence.start, start - 30), start);
    const after = context.text.slice(start, Math.min(sentence.end, end + 25));
    return countries.length === 1 && /\b(?:according to|by|from|citing)\b[^.;]*$/i.test(before) && source.test(after);
  });
  return from?.countries[0] ?? null;
}

function measureNamed(words: string | null): Measure | null {
  if (!words) return null;
  measures ??= knownList<Measure[]>('check/measures.yaml').map(entry => ({
    entry,
    pattern: new RegExp(`\\b(?:${entry.words.join('|')})\\b`, 'i'),
  }));
  return measures.find(({ pattern }) => pattern.test(words))?.entry ?? null;
}

/** Who reports what about whom: trade either way; "Chinese exports to Russia" also as what Russia bought of China. */
function sides(
  context: CheckContext,
  claim: FigureClaim,
  { measure, flow, mirror }: Measure,
  [one, other]: [Country, Country],
): { reporter: Country; partner: Country; measure: string }[] {
  if (flow === 'both')
    return [
      { reporter: one, partner: other, measure },
      { reporter: other, partner: one, measure },
    ];
  const seller = sellerOf(context, claim, [one, other], flow);
  if (!seller) return [];
  const buyer = seller === one ? other : one;
  const [reporter, partner] = flow === 'out' ? [seller, buyer] : [buyer, seller];
  return [
    { reporter, partner, measure },
    ...(mirror ? [{ reporter: partner, partner: reporter, measure: mirror }] : []),
  ];
}

/** The country goods come from: named before "to", after "from", or as the owner of the exports. */
function sellerOf(
  context: CheckContext,
  claim: FigureClaim,
  pair: [Country, Country],
  flow: 'in' | 'out',
): Country | null {
  const sentence = sentenceAt(context, claim.start);
  for (const { start, end, countries } of mentionsIn(context, sentence)) {
    const country = countries.length === 1 && pair.includes(countries[0]!) ? countries[0]! : null;
    if (!country) continue;
    const other = pair[0] === country ? pair[1] : pair[0];
    const before = context.text.slice(Math.max(sentence.start, start - 8), start);
    const after = context.text.slice(end, end + 20);
    if (/\bfrom (?:the )?$/i.test(before)) return country;
    if (/\bto (?:the )?$/i.test(before)) return other;
    if (/^(?:['’]s?)?\s(?:\w+ )?(?:exports|sales|shipments|sold|exported)\b/i.test(after)) return country;
    if (/^(?:['’]s?)?\s(?:\w+ )?(?:imports|purchases|bought|imported)\b/i.test(after)) return other;
  }
  return flow === 'in' || flow === 'out' ? null : pair[0];
}

function currenciesOf({ evidence }: CheckContext): Set<string> {
  const known = currencySets.get(evidence.figures);
  if (known) return known;
  const found = new Set(evidence.figures.filter(({ unit }) => /^[A-Z]{3}$/.test(unit)).map(({ unit }) => unit));
  currencySets.set(evidence.figures, found);
  return found;
}

const currencySets = new WeakMap<FigureRow[], Set<string>>();
