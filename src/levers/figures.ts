/** Figures of the evidence by measure and year: thousands of rows are sorted once, then each lever takes its own. */
import type { FigureRow } from '../datasets/row.js';
import type { Country } from '../reading.js';
import type { Question } from './lever.js';

/** Which figures: all of a measure, or those of one data set. */
export interface Wanted {
  measure: string;
  dataset?: string;
}

type ByYear = ReadonlyMap<number, FigureRow[]>;

/**
 * The latest year, up to the year asked for, in which every wanted measure has a row of each country, its own or one
 * about it as a partner; `null` where there is none. A year that is known of other countries only is passed over.
 */
export function latestYearOf(question: Question, wanted: Wanted[], countries: Country[]): number | null {
  const { evidence, year } = question;
  const tables = wanted.map(one => byYear(evidence.figures, one));
  const years = [...tables[0]!.keys()].filter(candidate => candidate <= (year ?? Number.POSITIVE_INFINITY));
  const known = years.filter(candidate =>
    tables.every(table => countries.every(country => tellsOf(table.get(candidate) ?? [], country))),
  );
  return known.length ? Math.max(...known) : null;
}

/** The figures of a measure in a year. The same evidence gives the same list. */
export function figuresIn({ evidence }: Question, year: number, wanted: Wanted): FigureRow[] {
  return byYear(evidence.figures, wanted).get(year) ?? NONE;
}

/** What a measure says of each country in the latest year that has all of them, in their order; else `null`. */
export function latestOfEach(question: Question, wanted: Wanted, countries: Country[]): FigureRow[] | null {
  const year = latestYearOf(question, [wanted], countries);
  if (year === null) return null;
  const rows = figuresIn(question, year, wanted);
  const found = countries.map(country => rows.find(row => row.reporter === country && row.partner === null));
  return found.every(row => row !== undefined) ? found : null;
}

/** The year in which a period begins. */
export function yearOf({ from }: { from: string }): number {
  return Number(from.slice(0, 4));
}

const NONE: FigureRow[] = [];

function tellsOf(rows: FigureRow[], country: Country): boolean {
  return rows.some(({ reporter, partner }) => reporter === country || partner === country);
}

/** The figures of each measure, sorted by year once they are asked for. */
interface Index {
  byMeasure: Map<string, FigureRow[]>;
  byYear: Map<string, ByYear>;
}

const indexes = new WeakMap<readonly FigureRow[], Index>();

function byYear(figures: readonly FigureRow[], { measure, dataset }: Wanted): ByYear {
  let index = indexes.get(figures);
  if (!index) indexes.set(figures, (index = { byMeasure: byMeasure(figures), byYear: new Map() }));
  const key = `${measure}\n${dataset ?? ''}`;
  let years = index.byYear.get(key);
  if (!years) index.byYear.set(key, (years = yearsOf(index.byMeasure.get(measure) ?? NONE, dataset)));
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

function yearsOf(rows: FigureRow[], dataset: string | undefined): ByYear {
  const years = new Map<number, FigureRow[]>();
  for (const row of rows) {
    if (dataset !== undefined && row.dataset !== dataset) continue;
    const year = yearOf(row);
    const known = years.get(year);
    if (known) known.push(row);
    else years.set(year, [row]);
  }
  return years;
}
