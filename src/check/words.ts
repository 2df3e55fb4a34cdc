/** Amounts, days and rows in the words of a check. */
import { countryName } from '../actors/countries.js';
import type { EventRow, FigureRow } from '../datasets/row.js';
import type { EvidenceRef } from '../evidence.js';
import { fractionWords } from '../fraction-words.js';
import type { Day, FigureClaim } from '../reading.js';
import type { Check } from './verdict.js';

const SCALES: [number, string][] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
];

/** `1.28 trillion CNY`, `29.3 %`, `39 meetings`, `two-thirds`. */
export function amountWords(value: number, unit: string): string {
  if (unit === 'fraction' && value < 1) return fractionWords(value);
  if (unit === 'percent') return `${digits(value)} %`;
  const [size, word] = SCALES.find(([scale]) => Math.abs(value) >= scale) ?? [1, ''];
  const isPlural = !/^[A-Z]{3}/.test(unit) && value !== 1 && /^[a-z]+(?: [a-z]+)?$/.test(unit);
  const plural = isPlural ? `${unit}s`.replace(/([^aeiou])ys$/, '$1ies').replace(/^persons$/, 'people') : unit;
  return [digits(value / size), word, plural].filter(Boolean).join(' ');
}

/** `14 March 2013`. */
export function dayWords(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** `2022`, `November 2022`, `1 January 2023 to 30 April 2023`. */
export function periodWords(from: Day, to: Day): string {
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  if (from === to) return dayWords(from);
  if (from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && Number(to.slice(8)) >= 28) {
    return `${MONTHS[Number(from.slice(5, 7)) - 1]} ${year}`;
  }
  return `${dayWords(from)} to ${dayWords(to)}`;
}

/** `, 1 March 2013 to 18 May 2024`, ` since 2013`, ` up to 18 May 2024`; nothing where nothing limits it. */
export function openPeriodWords(from: Day | null, to: Day | null): string {
  if (from && to) return `, ${periodWords(from, to)}`;
  if (from) return ` since ${dayWords(from)}`;
  return to ? ` up to ${dayWords(to)}` : '';
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `Goods trade of China with Russia, 2022`. */
export function labelOfFigure(row: FigureRow): string {
  const relation = /exports/.test(row.measure) ? 'to' : /imports/.test(row.measure) ? 'from' : 'with';
  const partner = row.partner
    ? ` ${relation} ${row.partner === 'ROW' ? 'the rest of the world' : countryName(row.partner)}`
    : '';
  const measure =
    row.measure === 'exchange rate'
      ? `Exchange rate ${row.unit}`
      : `${capital(row.measure)} of ${countryName(row.reporter)}${partner}`;
  return `${measure}, ${periodWords(row.from, row.to)}`;
}

/** Where the check of a claim stands: its span and its id. */
export function spanOf({ start, end, id }: FigureClaim): Pick<Check, 'start' | 'end' | 'claim'> {
  return { start, end, claim: id };
}

export function refOfFigure(row: FigureRow): EvidenceRef {
  return {
    kind: 'row',
    id: row.id,
    label: labelOfFigure(row),
    value: row.value,
    unit: row.unit,
    source: row.source,
    url: row.url,
  };
}

export function refOfEvent(row: EventRow): EvidenceRef {
  const who = row.persons.length
    ? row.persons.join(' and ')
    : [row.a, ...(row.b ? [row.b] : [])].map(countryName).join(' and ');
  const label = [`${capital(row.type)}: ${who}`, row.text, row.place, row.format].filter(Boolean).join(', ');
  return {
    kind: 'row',
    id: row.id,
    label,
    value: periodWords(row.from, row.to ?? row.from),
    unit: null,
    source: row.source,
    url: row.url,
  };
}

/** At most four digits that tell, without tails of zeros: 153.2, 29.3, 8.303, 1.28. */
export function digits(value: number): string {
  const size = Math.abs(value);
  const places = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 1 : 3;
  return NUMBERS.format(Number(value.toFixed(places)));
}

/** Made once: to make one takes longer than all that is written with it in an article. */
const NUMBERS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });

function capital(words: string): string {
  if (ABBREVIATIONS.has(words)) return words.toUpperCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Measures that are written in capitals. */
const ABBREVIATIONS = new Set(['gdp', 'cinc']);

/** A text on one line, cut between two words where it is longer than so many characters. */
export function shortened(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const end = line.lastIndexOf(' ', longest);
  return `${line.slice(0, end > 0 ? end : longest)} …`;
}
