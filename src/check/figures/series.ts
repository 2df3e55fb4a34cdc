/** The rows that hold a topic: levels and growth as published, or worked out from other rows, with the arithmetic. */
import type { FigureRow } from '../../datasets/row.js';
import { grouped } from '../../grouped.js';
import { madeOnce } from '../../made-once.js';
import type { Country, DayRange } from '../../reading.js';
import type { CheckContext } from '../context.js';
import { amountWords } from '../words.js';
import type { Known } from './known.js';
import type { Measure } from './measures.js';
import type { Topic } from './topic.js';

/** Amounts of a topic, in every unit the rows have, for a period. */
export function levelsOf(context: CheckContext, topic: Topic, period: DayRange): Known[] {
  return seriesOf(context, topic).filter(({ from, to }) => from === period.from && to === period.to);
}

/** All amounts of a topic, over all periods the rows have. */
export function seriesOf(context: CheckContext, { measure, parties }: Topic): Known[] {
  switch (parties.kind) {
    case 'country':
      return rowsOf(context, measure.measure, parties.country, null).map(asKnown);
    case 'flow':
      return flowLevels(context, measure, parties.seller, parties.buyer);
    case 'between':
      return tradeLevels(context, measure, parties.one, parties.other);
  }
}

/** Growth of a topic as published, by the currency it is counted in (`null` where amounts are no money). */
export function growthOf(
  context: CheckContext,
  { measure, parties }: Topic,
  period: DayRange,
): { known: Known; currency: string | null }[] {
  if (parties.kind === 'country') return [];
  const sides =
    parties.kind === 'between'
      ? [[measure.measure, parties.one, parties.other] as const, [measure.measure, parties.other, parties.one] as const]
      : reportedAs(measure, parties.seller, parties.buyer);
  return sides
    .flatMap(([name, reporter, partner]) => (reporter && partner ? growthRows(context, name, reporter, partner) : []))
    .filter(({ from, to }) => from === period.from && to === period.to)
    .map(row => ({ known: asKnown(row), currency: / in ([A-Z]{3})$/.exec(row.measure)?.[1] ?? null }));
}

/** Which share of the whole of one country's exports, imports or trade the other has, as published or from flows. */
export function sharesOf(
  context: CheckContext,
  topic: Topic,
  whole: Country,
  part: Country,
  period: DayRange,
): Known[] {
  const name = topic.measure.flow === 'both' ? 'foreign trade' : topic.measure.flow === 'out' ? 'exports' : 'imports';
  const published = rowsOf(context, `share of ${name}`, whole, part).map(asKnown);
  const isPeriod = ({ from, to }: Known) => from === period.from && to === period.to;
  if (published.some(isPeriod)) return published.filter(isPeriod);
  const totals = seriesOf(context, { ...topic, parties: wholeOf(topic, whole) }).filter(isPeriod);
  const parts = seriesOf(context, { ...topic, parties: partOf(topic, whole, part) }).filter(isPeriod);
  return totals.flatMap(total =>
    parts
      .filter(({ rows, unit }) => unit === total.unit && rows[0]!.dataset === total.rows[0]!.dataset)
      .map(({ value, unit, from, to, rows }) => ({
        value: (100 * value) / total.value,
        unit: 'percent',
        from,
        to,
        rows,
        how: `${amountWords(value, unit)} of ${amountWords(total.value, unit)} = ${amountWords((100 * value) / total.value, 'percent')}`,
      })),
  );
}

function wholeOf({ measure }: Topic, whole: Country): Topic['parties'] {
  if (measure.flow === 'both') return { kind: 'between', one: whole, other: null };
  return measure.flow === 'out'
    ? { kind: 'flow', seller: whole, buyer: null }
    : { kind: 'flow', seller: null, buyer: whole };
}

function partOf({ measure }: Topic, whole: Country, part: Country): Topic['parties'] {
  if (measure.flow === 'both') return { kind: 'between', one: whole, other: part };
  return measure.flow === 'out'
    ? { kind: 'flow', seller: whole, buyer: part }
    : { kind: 'flow', seller: part, buyer: whole };
}

/** One flow as either side reports it; with nobody on one side, the sum over all partners of a data set. */
function flowLevels(context: CheckContext, measure: Measure, seller: Country | null, buyer: Country | null): Known[] {
  if (!seller || !buyer) return totals(context, measure, seller, buyer);
  return reportedAs(measure, seller, buyer).flatMap(([name, reporter, partner]) =>
    rowsOf(context, name, reporter!, partner).map(asKnown),
  );
}

/** Trade as published by either side, else both flows of one data set added up. */
function tradeLevels(context: CheckContext, measure: Measure, one: Country, other: Country | null): Known[] {
  const published = other
    ? [...rowsOf(context, measure.measure, one, other), ...rowsOf(context, measure.measure, other, one)].map(asKnown)
    : [];
  const [exports] = measure.sum ?? [];
  if (!exports) return published;
  const flowMeasure: Measure = { ...measure, measure: exports, flow: 'out' };
  const out = other ? flowLevels(context, flowMeasure, one, other) : totals(context, flowMeasure, one, null);
  const back = other ? flowLevels(context, flowMeasure, other, one) : totals(context, flowMeasure, null, one);
  const added = out.flatMap(sold =>
    back.filter(bought => isSameSource(sold, bought)).map(bought => sum([sold, bought])),
  );
  const isPublished = (known: Known) =>
    published.some(({ from, to, unit }) => from === known.from && to === known.to && unit === known.unit);
  return [...published, ...added.filter(known => !isPublished(known))];
}

/** The flows of goods of a country with each of its partners, as a seller or as a buyer, over all periods and data sets. */
export function tradesOf(
  context: CheckContext,
  country: Country,
  side: 'sold' | 'bought',
): { partner: Country; from: string; row: FigureRow }[] {
  const rows =
    side === 'sold' ? sellersOf(context, 'goods exports', country) : buyersOf(context, 'goods exports', country);
  return rows.map(row => ({ partner: side === 'sold' ? row.partner! : row.reporter, from: row.from, row }));
}

/** All a country sells or buys, where a data set has its rows with every partner, the rest of the world included. */
function totals(context: CheckContext, measure: Measure, seller: Country | null, buyer: Country | null): Known[] {
  const name = measure.flow === 'out' ? measure.measure : measure.mirror;
  const country = seller ?? buyer;
  if (!name || !country) return [];
  const rows = seller ? sellersOf(context, name, seller) : buyersOf(context, name, buyer!);
  const sets = grouped(rows, ({ dataset, from, to, unit }) => `${dataset} ${from} ${to} ${unit}`);
  return [...sets.values()]
    .filter(set => set.some(({ partner, reporter }) => partner === 'ROW' || reporter === 'ROW'))
    .map(set => sum(set.map(asKnown)));
}

/** The names under which seller and buyer report a flow: measure, reporter, partner. */
function reportedAs(
  { measure, flow, mirror }: Measure,
  seller: Country | null,
  buyer: Country | null,
): [string, Country | null, Country | null][] {
  const [own, other] = flow === 'out' ? [seller, buyer] : [buyer, seller];
  return mirror
    ? [
        [measure, own, other],
        [mirror, other, own],
      ]
    : [[measure, own, other]];
}

function isSameSource(one: Known, other: Known): boolean {
  const [a, b] = [one.rows[0]!, other.rows[0]!];
  return a.dataset === b.dataset && a.from === b.from && a.to === b.to && a.unit === b.unit;
}

function sum(parts: Known[]): Known {
  const [first] = parts;
  const value = parts.reduce((total, part) => total + part.value, 0);
  const how =
    parts.length <= 3
      ? `${parts.map(part => amountWords(part.value, part.unit)).join(' + ')} = ${amountWords(value, first!.unit)}`
      : `the sum over ${parts.length} partners = ${amountWords(value, first!.unit)}`;
  return { ...first!, value, rows: parts.length <= 3 ? parts.flatMap(({ rows }) => rows) : first!.rows, how };
}

function asKnown(row: FigureRow): Known {
  return { value: row.value, unit: row.unit, from: row.from, to: row.to, rows: [row], how: null };
}

interface Index {
  byPair: Map<string, FigureRow[]>;
  bySeller: Map<string, FigureRow[]>;
  byBuyer: Map<string, FigureRow[]>;
  growth: Map<string, FigureRow[]>;
}

function rowsOf(context: CheckContext, measure: string, reporter: Country, partner: Country | null): FigureRow[] {
  return indexOf(context.evidence.figures).byPair.get(`${measure} ${reporter} ${partner}`) ?? [];
}

function growthRows(context: CheckContext, measure: string, reporter: Country, partner: Country): FigureRow[] {
  return indexOf(context.evidence.figures).growth.get(`${measure} ${reporter} ${partner}`) ?? [];
}

function sellersOf(context: CheckContext, measure: string, seller: Country): FigureRow[] {
  return indexOf(context.evidence.figures).bySeller.get(`${measure} ${seller}`) ?? [];
}

function buyersOf(context: CheckContext, measure: string, buyer: Country): FigureRow[] {
  return indexOf(context.evidence.figures).byBuyer.get(`${measure} ${buyer}`) ?? [];
}

/** Rows by what they measure and of whom. */
const indexOf = madeOnce((rows: FigureRow[]): Index => {
  const index: Index = { byPair: new Map(), bySeller: new Map(), byBuyer: new Map(), growth: new Map() };
  for (const row of rows) {
    const growth = / growth\b.*$/.exec(row.measure);
    if (growth) {
      push(index.growth, `${row.measure.slice(0, growth.index)} ${row.reporter} ${row.partner}`, row);
      continue;
    }
    push(index.byPair, `${row.measure} ${row.reporter} ${row.partner}`, row);
    push(index.bySeller, `${row.measure} ${row.reporter}`, row);
    if (row.partner) push(index.byBuyer, `${row.measure} ${row.partner}`, row);
  }
  return index;
});

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
