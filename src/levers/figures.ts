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
 * The latest year, up to the year asked for and not before the first one asked for, in which every wanted measure has a
 * row of each country, its own or one about it as a partner; `null` where there is none. A year that is known of other
 * countries only is passed over.
 */
export function latestYearOf(question: Question, wanted: Wanted[], countries: Country[]): number | null {
  const { evidence, year, since } = question;
  const last = year ?? Number.POSITIVE_INFINITY;
  const first = since ?? Number.NEGATIVE_INFINITY;
  const years = [...byYear(evidence.figures, wanted[0]!).keys()]
    .filter(candidate => candidate <= last && candidate >= first)
    .sort((one, other) => other - one);
  return (
    years.find(candidate =>
      wanted.every(measure => {
        const rows = figuresIn(question, candidate, measure);
        return countries.every(country => tellsOf(rows, country)) && rows.length > 0;
      }),
    ) ?? null
  );
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
