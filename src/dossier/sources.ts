/** Who the evidence of a pair comes from: outlets, their countries, data sets; and how the balance hangs on them. */
import { countryName } from '../actors/countries.js';
import type { Balance } from '../balance/balance.js';
import { outletCountry } from '../balance/outlets.js';
import type { Removal } from '../balance/verdict.js';
import type { EventRow, FigureRow, Row } from '../datasets/row.js';
import { grouped } from '../grouped.js';
import { knownTable } from '../knowledge.js';
import type { Country, Day } from '../reading.js';
import type { Evidence } from '../record/evidence.js';
import { outletOf } from './chronology/event.js';

/** Where the evidence of a pair comes from. */
export interface Sources {
  pair: [Country, Country];
  names: [string, string];
  /** Claims about either of the two and rows about them: `part` counts of these. */
  pieces: number;
  /** What the balance rests on: pieces of evidence of its levers. */
  balance: Pick<Balance, 'share' | 'favours' | 'strength'> & { pieces: number };
  countries: CountryShare[];
  outlets: OutletShare[];
  datasets: DatasetShare[];
}

/** What comes from one publisher. */
export interface OutletShare {
  name: string;
  /** Where it publishes from; `null` where that is not known, and for data sets and international organisations. */
  country: Country | null;
  articles: number;
  claims: number;
  rows: number;
  /** How many of the rows are events, which a chronology lists. */
  events: number;
  /** Its share of all pieces, 0 to 1. */
  part: number;
}

/** What comes from the outlets of one country. */
export interface CountryShare extends Omit<OutletShare, 'country'> {
  country: Country | null;
  outlets: number;
  /** The balance without them; `null` where it does not rest on any of them. */
  without: Removal | null;
}

/** Rows of one data set. */
export interface DatasetShare {
  dataset: string;
  title: string;
  vintage: string | null;
  terms: string | null;
  url: string | null;
  rows: number;
  /** The first and last day its rows are of. */
  from: Day;
  to: Day;
}

/** @param balance of the same evidence, with its robustness: what it would be without each country's outlets. */
export function makeSources(a: Country, b: Country, evidence: Evidence, balance: Balance): Sources {
  const rows: Row[] = [...evidence.events, ...evidence.figures.filter(row => isTheirs(row, a, b))];
  const { claims } = evidence;
  const pieces = rows.length + claims.length;
  const outlets = new Map<string, OutletShare & { ids: Set<string> }>();
  const at = (name: string, source: string | null) => {
    const known = outlets.get(name);
    if (known) return known;
    const made = {
      name,
      country: outletCountry(source),
      articles: 0,
      claims: 0,
      rows: 0,
      events: 0,
      part: 0,
      ids: new Set<string>(),
    };
    outlets.set(name, made);
    return made;
  };
  for (const kept of claims) {
    const outlet = at(outletOf(kept), kept.article.publisher);
    outlet.claims++;
    outlet.ids.add(kept.article.id);
  }
  for (const row of rows) {
    const outlet = at(row.source, row.source);
    outlet.rows++;
    if (row.kind === 'event') outlet.events++;
  }
  const shares = [...outlets.values()]
    .map(({ ids, ...outlet }) => ({ ...outlet, articles: ids.size, part: (outlet.claims + outlet.rows) / pieces }))
    .sort((one, other) => other.part - one.part || one.name.localeCompare(other.name, 'en'));
  const { share, favours, strength, robustness } = balance;
  return {
    pair: [a, b],
    names: [countryName(a), countryName(b)],
    pieces,
    balance: { share, favours, strength, pieces: robustness?.tried.of ?? 0 },
    countries: byCountry(shares, robustness?.outlets ?? []),
    outlets: shares,
    datasets: datasetsOf(rows),
  };
}

function byCountry(outlets: OutletShare[], removals: Removal[]): CountryShare[] {
  const countries = new Map<Country | null, CountryShare>();
  for (const { country, articles, claims, rows, events, part } of outlets) {
    const here = countries.get(country) ?? {
      name: country === null ? 'No country, or not known' : countryName(country),
      country,
      outlets: 0,
      articles: 0,
      claims: 0,
      rows: 0,
      events: 0,
      part: 0,
      without: removals.find(({ without }) => without === country) ?? null,
    };
    here.outlets++;
    here.articles += articles;
    here.claims += claims;
    here.rows += rows;
    here.events += events;
    here.part += part;
    countries.set(country, here);
  }
  return [...countries.values()].sort(
    (one, other) => other.part - one.part || one.name.localeCompare(other.name, 'en'),
  );
}

/** A figure of one of the two alone, or of one to the other or to the rest of the world. */
function isTheirs({ reporter, partner }: FigureRow, a: Country, b: Country): boolean {
  const pair: (Country | null)[] = [a, b];
  return pair.includes(reporter) && (partner === null || partner === 'ROW' || pair.includes(partner));
}

function datasetsOf(rows: Row[]): DatasetShare[] {
  return [...grouped(rows, ({ dataset }) => dataset)]
    .map(([dataset, own]) => {
      const terms = termsOf(dataset);
      const urls = new Set(own.map(({ url }) => url));
      return {
        dataset,
        title: terms?.title ?? dataset,
        vintage: terms?.vintage || null,
        terms: terms?.terms || null,
        // Rows that each name an address of their own have none in common.
        url: urls.size === 1 ? [...urls][0]! : null,
        rows: own.length,
        from: own.map(({ from }) => from).sort()[0]!,
        to: own.map(lastDayOf).sort().at(-1)!,
      };
    })
    .sort((one, other) => other.rows - one.rows || (one.dataset < other.dataset ? -1 : 1));
}

function lastDayOf(row: EventRow | FigureRow): Day {
  return row.to ?? row.from;
}

/** The edition and terms of a data set, by its name or by what its name is made like. */
function termsOf(dataset: string): Record<string, string> | undefined {
  table ??= knownTable('datasets/terms.csv');
  return (
    table.find(known => known.dataset === dataset) ??
    table.find(({ dataset: like }) => {
      const [start, end] = like!.split('*') as [string, string | undefined];
      return end !== undefined && dataset.startsWith(start) && dataset.includes(end);
    })
  );
}

let table: Record<string, string>[] | null = null;
