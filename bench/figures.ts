/**
 * How well figures are read: of the labelled texts, how many are found with span, value, unit, approximation, and direction
 * and base of change all right, and how many are found that are none.
 *
 *   npm run build && node .build/tools/bench/figures.js data/training/figures.jsonl data/training/analysis.jsonl [--misses 40]
 */
import { findMentions } from '../src/actors/mentions.js';
import { articleFromText } from '../src/article/article.js';
import { readFigures } from '../src/claims/figure.js';
import { parseSentences } from '../src/language/parse.js';
import type { DayRange, FigureClaim, Found } from '../src/reading.js';
import { daysOfValue } from '../src/time/calendar.js';
import { findTimes } from '../src/time/find.js';
import { linesOf } from './labelled.js';

interface Labelled {
  id: string;
  date: string;
  text: string;
  figures?: {
    span: [number, number];
    value: number;
    unit: string;
    approximate: string | null;
    /** `base` is compared where the label gives it in words of the text, or says with `null` that none is named. */
    change: { direction: string | null; base?: string | null } | null;
    /** Compared where it is labelled; not part of "all right". */
    period?: DayRange | string | null;
  }[];
}

const flag = process.argv.indexOf('--misses');
const shown = flag < 0 ? 0 : Number(process.argv[flag + 1]);
const paths = process.argv.slice(2, flag < 0 ? undefined : flag);
const count = {
  gold: 0,
  found: 0,
  span: 0,
  value: 0,
  unit: 0,
  approximate: 0,
  change: 0,
  all: 0,
  scale: 0,
  texts: 0,
  dated: 0,
  period: 0,
};
let missed = 0;

for (const item of paths.flatMap(path => linesOf<Labelled>(path))) if (item.figures) measure(item, item.figures);

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
console.log(
  `figures: labelled ${count.gold} in ${count.texts} texts, found ${count.found}; span ${percent(count.span, count.gold)}, ` +
    `of those: value ${percent(count.value, count.span)} (scale errors ${count.scale}), unit ${percent(count.unit, count.span)}, ` +
    `approximate ${percent(count.approximate, count.span)}, change ${percent(count.change, count.span)}`,
);
console.log(
  `figures: all right, recall ${percent(count.all, count.gold)}, precision ${percent(count.all, count.found)}`,
);
if (count.dated > 0) console.log(`figures: period, of ${count.dated} labelled: ${percent(count.period, count.dated)}`);

function measure(item: Labelled, wanted: NonNullable<Labelled['figures']>): void {
  const got = figuresOf(item);
  count.texts += 1;
  count.gold += wanted.length;
  count.found += got.length;
  const taken = new Set<Found<FigureClaim>>();
  for (const gold of wanted) {
    const match = got.find(({ start, end }) => start === gold.span[0] && end === gold.span[1]);
    const overlap = match ?? got.find(({ start, end }) => start < gold.span[1] && gold.span[0] < end);
    if (overlap) taken.add(overlap);
    const words = item.text.slice(...gold.span);
    if (!match) {
      miss(
        item,
        `${overlap ? `span "${item.text.slice(overlap.start, overlap.end)}" for` : 'missed'} "${words}" (${gold.value} ${gold.unit})`,
      );
      continue;
    }
    count.span += 1;
    const value = Math.abs(match.value - gold.value) <= 0.001 * Math.max(1, Math.abs(gold.value));
    const unit = match.unit === gold.unit;
    const approximate = (match.approximate ?? null) === (gold.approximate ?? null);
    const base = isSameBase(gold.change?.base, match.change?.base ?? null, item.text);
    const change =
      (match.change?.direction ?? null) === (gold.change?.direction ?? null) && !match.change === !gold.change && base;
    count.value += Number(value);
    count.unit += Number(unit);
    count.approximate += Number(approximate);
    count.change += Number(change);
    count.all += Number(value && unit && approximate && change);
    if (gold.period !== undefined) {
      const right = isOfPeriod(match.period, gold.period);
      count.dated += 1;
      count.period += Number(right);
      if (!right) {
        const have = match.period && `${match.period.from} to ${match.period.to}`;
        miss(item, `"${words}": want period ${JSON.stringify(gold.period)}; got ${have}`);
      }
    }
    if (!value && (match.value / gold.value >= 9.99 || match.value / gold.value <= 0.1001)) count.scale += 1;
    if (!(value && unit && approximate && change)) {
      const show = (figure: {
        value: number;
        unit: string;
        approximate?: string | null;
        change: { direction: string | null; base?: string | null } | null;
      }) =>
        `${figure.value} ${figure.unit} ${figure.approximate ?? '-'} ${figure.change ? `${figure.change.direction ?? 'change'} (${figure.change.base ?? ''})` : '-'}`;
      miss(item, `"${words}": want ${show(gold)}; got ${show(match)}`);
    }
  }
  for (const extra of got)
    if (!taken.has(extra))
      miss(item, `extra "${item.text.slice(extra.start, extra.end)}" (${extra.value} ${extra.unit})`);
}

/** Labels that paraphrase the base, or that have no such field, are not compared. */
function isSameBase(gold: string | null | undefined, got: string | null, text: string): boolean {
  if (gold === undefined || (gold !== null && !text.includes(gold))) return true;
  const bare = (words: string | null) => words?.toLowerCase().replace(/^(?:the|a|an) /, '') ?? null;
  return bare(gold) === bare(got);
}

/** A period as it is labelled, days or a value like 2022, 2022-Q1 or 2022-03/2022-05, or within it: "on Friday" of a labelled month. */
function isOfPeriod(got: DayRange | null, gold: DayRange | string | null): boolean {
  if (got === null || gold === null) return got === gold;
  const [first = '', last = first] = typeof gold === 'string' ? gold.split('/') : [];
  const wanted = typeof gold === 'string' ? { from: daysOfValue(first).from, to: daysOfValue(last).to } : gold;
  return (got.from ?? '') >= (wanted.from ?? '') && (got.to ?? '') <= (wanted.to ?? '');
}

function figuresOf(item: Labelled): Found<FigureClaim>[] {
  const article = articleFromText({ id: item.id, text: item.text, date: item.date });
  const sentences = parseSentences(article.text);
  const mentions = findMentions(article, sentences);
  const times = findTimes(article, sentences);
  return readFigures({ article, sentences, mentions, times });
}

function miss(item: Labelled, what: string): void {
  if (missed++ < shown) console.log(`  ${item.id}: ${what}`);
}
