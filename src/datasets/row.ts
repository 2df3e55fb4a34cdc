/**
 * The two shapes that data come in. A loader (one file a source) turns a file into these rows; levers, checks and
 * dossiers read nothing else. Where a row comes from stays with it.
 */
import type { Country, Day } from '../reading.js';

interface RowBase {
  /** Stable: the same cell of the same data set has the same id. */
  id: string;
  /** Data set and vintage: `baci-hs22-v202501`. */
  dataset: string;
  /** Who published it, in words a footnote can print. */
  source: string;
  url: string | null;
  note: string | null;
}

/** A number about a country or about one country's relation to another over a period. */
export interface FigureRow extends RowBase {
  kind: 'figure';
  /** `goods exports`, `gdp`, `population`, `cinc`, `goods trade`, `goods trade growth`, `exchange rate` ... */
  measure: string;
  reporter: Country;
  /** The other country, `ROW` for the rest of the world, or `null` where the number is the reporter's own. */
  partner: Country | null;
  from: Day;
  to: Day;
  value: number;
  /** ISO 4217 code, `percent`, `index`, `person`, `CNY/GBP` ... */
  unit: string;
}

/** Something that happened between two countries, or in one, on a day. */
export interface EventRow extends RowBase {
  kind: 'event';
  /** `meeting`, `call`, `office`, `address`, `agreement`, `exercise`, `sanction`, `vote` ... */
  type: string;
  a: Country;
  b: Country | null;
  from: Day;
  to: Day | null;
  persons: string[];
  place: string | null;
  /** The country it happened in. */
  country: Country | null;
  /** The host, where one of the two received the other. */
  host: Country | null;
  /** Finer kind: `state visit`, `multilateral sidelines`, `video` ... */
  format: string | null;
  /** The words of it: the office's name, the term of address, the title of the document. */
  text: string | null;
}

export type Row = FigureRow | EventRow;

/** The first day of a calendar year. */
export const firstDay = byYear<Day>(year => `${year}-01-01`);

/** The last day of a calendar year. */
export const lastDay = byYear<Day>(year => `${year}-12-31`);

/**
 * What is said of a year, made once for each: tables of fifty thousand rows say it as often, and a string of its own in
 * each row would cost as much as the row.
 */
export function byYear<T>(make: (year: number) => T): (year: number) => T {
  const known = new Map<number, T>();
  return year => {
    let made = known.get(year);
    if (made === undefined) known.set(year, (made = make(year)));
    return made;
  };
}
