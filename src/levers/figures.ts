/** Figures of the evidence by measure and year: thousands of rows are sorted once, then each lever takes its own. */
import type { FigureRow } from '../datasets/row.js';
import type { Country } from '../reading.js';
import type { Question } from './lever.js';

/** Which figures: all of a measure, those of one data set, or those of one kind of data set. */
export interface Wanted {
  measure: string;
  dataset?: string;
  /** How the names of the data sets begin that each hold a whole; of several in a year, the one with most rows is taken. */
  wholes?: readonly string[];
}

type ByYear = ReadonlyMap<number, FigureRow[]>;

/**
 * The latest year, up to the year asked for and not before the first one asked for, in which every wanted measure has a
 * row of each country, its own or one about it as a partner; `null` where there is none. A year that is known of other
 * countries only is passed over.
 */
export function latestYearOf(question: Question, wanted: Wanted[], countries: Country[]): number | null {
  const isKnown = (year: number) =>
    wanted.every(measure => {
      const rows = figuresIn(question, year, measure);
      return countries.every(country => tellsOf(rows, country)) && rows.length > 0;
    });
  return yearsOf(question, wanted[0]!).find(isKnown) ?? null;
}

/** The years that a measure is known of, up to the one asked for and not before the first one; the latest first. */
export function yearsOf({ evidence, year, since }: Question, wanted: Wanted): number[] {
  const last = year ?? Number.POSITIVE_INFINITY;
  const first = since ?? Number.NEGATIVE_INFINITY;
  const years = [...byYear(evidence.figures, wanted).keys()];
  return years.filter(known => known <= last && known >= first).sort((one, other) => other - one);
}

/** The figures of a measure in a year. The same evidence gives the same list. */
export function figuresIn({ evidence, without }: Question, year: number, wanted: Wanted): FigureRow[] {
  const rows = byYear(evidence.figures, wanted).get(year) ?? NONE;
  return without ? rowsWithout(rows, without) : rows;
}

/** The same list each time, so that what is worked out from it can be kept; that itself where nothing is left out. */
function rowsWithout(rows: FigureRow[], without: (row: FigureRow) => boolean): FigureRow[] {
  let known = left.get(without);
  if (!known) left.set(without, (known = new WeakMap()));
  let kept = known.get(rows);
  if (!kept) {
    kept = rows.some(without) ? rows.filter(row => !without(row)) : rows;
    known.set(rows, kept);
  }
  return kept;
}

const left = new WeakMap<(row: FigureRow) => boolean, WeakMap<FigureRow[], FigureRow[]>>();

/** What a measure says of each country in the latest year that has all of them, in their order; else `null`. */
export function latestOfEach(question: Question, wanted: Wanted, countries: Country[]): FigureRow[] | null {
  const year = latestYearOf(question, [wanted], countries);
  if (year === null) return null;
  const known = ofAllIn(question, year, wanted);
  const found = countries.map(country => known.get(country));
  return found.every(row => row !== undefined) ? found : null;
}

/** What a measure says of each country in a year, by country. */
export function ofAllIn(question: Question, year: number, wanted: Wanted): Map<Country, FigureRow> {
  const rows = figuresIn(question, year, wanted);
  let known = tables.get(rows);
  if (!known) {
    known = new Map(rows.filter(({ partner }) => partner === null).map(row => [row.reporter, row]));
    tables.set(rows, known);
  }
  return known;
}

const tables = new WeakMap<FigureRow[], Map<Country, FigureRow>>();

/** The year in which a period begins. */
export function yearOf({ from }: { from: string }): number {
  return Number(from.slice(0, 4));
}

const NONE: FigureRow[] = [];
const NO_WHOLES: readonly string[] = [];

function tellsOf(rows: FigureRow[], country: Country): boolean {
  return rows.some(({ reporter, partner }) => reporter === country || partner === country);
}

/** The figures of each measure, sorted by year once they are asked for. */
interface Index {
  byMeasure: Map<string, FigureRow[]>;
  byYear: Map<string, ByYear>;
}

const indexes = new WeakMap<readonly FigureRow[], Index>();

function byYear(figures: readonly FigureRow[], wanted: Wanted): ByYear {
  let index = indexes.get(figures);
  if (!index) indexes.set(figures, (index = { byMeasure: byMeasure(figures), byYear: new Map() }));
  const { measure, dataset = '', wholes = NO_WHOLES } = wanted;
  const key = `${measure}\n${dataset}\n${wholes.join()}`;
  let years = index.byYear.get(key);
  if (!years) index.byYear.set(key, (years = sortedByYear(index.byMeasure.get(measure) ?? NONE, wanted)));
  return years;
}

function byMeasure(figures: readonly FigureRow[]): Map<string, FigureRow[]> {
  const measures = new Map<string, FigureRow[]>();
  let [measure, rows]: [string, FigureRow[]] = ['', []];
  for (const row of figures) {
    // Rows of a measure mostly stand together.
    if (row.measure !== measure) {
      measure = row.measure;
      rows = measures.get(measure) ?? [];
      measures.set(measure, rows);
    }
    rows.push(row);
  }
  return measures;
}

function sortedByYear(rows: FigureRow[], { dataset, wholes }: Wanted): ByYear {
  const years = new Map<number, FigureRow[]>();
  for (const row of rows) {
    if (dataset !== undefined && row.dataset !== dataset) continue;
    if (wholes && !wholes.some(name => row.dataset.startsWith(name))) continue;
    const year = yearOf(row);
    const known = years.get(year);
    if (known) known.push(row);
    else years.set(year, [row]);
  }
  if (wholes) for (const [year, known] of years) years.set(year, largestDataset(known));
  return years;
}

/** The rows of the data set that has most of them; of two alike, of the one whose name is later. */
function largestDataset(rows: FigureRow[]): FigureRow[] {
  const datasets = new Map<string, number>();
  for (const { dataset } of rows) datasets.set(dataset, (datasets.get(dataset) ?? 0) + 1);
  if (datasets.size === 1) return rows;
  const [[largest]] = [...datasets].sort(([a, m], [b, n]) => n - m || (a < b ? 1 : -1)) as [[string, number]];
  return rows.filter(({ dataset }) => dataset === largest);
}
