/** Evidence made by hand: rows as short as a test can say them. */
import type { EventRow, FigureRow } from '../../src/datasets/row.js';
import type { ActionClaim, Claim } from '../../src/reading.js';
import type { Evidence, KeptClaim } from '../../src/record/evidence.js';
import { makeLedger } from '../../src/record/ledger/ledger.js';

export function evidenceOf(rows: { figures?: FigureRow[]; events?: EventRow[] } = {}): Evidence {
  return {
    standing: 'record',
    figures: rows.figures ?? [],
    events: rows.events ?? [],
    claims: [],
    ledger: makeLedger([], rows.events ?? []),
    articles: { count: 0, earliest: null, latest: null },
  };
}

/** The evidence with more claims, and what they report in its ledger. */
export function withClaims(evidence: Evidence, claims: KeptClaim[]): Evidence {
  const all = [...evidence.claims, ...claims];
  return { ...evidence, claims: all, ledger: makeLedger(all, evidence.events) };
}

/** A figure of a country, of a year. */
export function figure(measure: string, reporter: string, value: number, year = 2023, dataset = 'test'): FigureRow {
  return {
    kind: 'figure',
    id: [dataset, measure, reporter, year].join(':'),
    dataset,
    measure,
    reporter,
    partner: null,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    value,
    unit: 'USD',
    source: 'a test',
    url: null,
    note: null,
  };
}

export const gdp = (country: string, value: number, year = 2023) => figure('gdp', country, value, year);

/** Exports of goods. */
export function goods(reporter: string, partner: string, value: number, year = 2023): FigureRow {
  const row = figure('goods exports', reporter, value, year, 'baci-hs22-v202501');
  return { ...row, id: `${row.id}:${partner}`, partner };
}

/** Arms delivered, in million TIV. */
export function arms(supplier: string, recipient: string, value: number, year: number): FigureRow {
  const row = figure('arms transfers', supplier, value, year, 'sipri-arms');
  return { ...row, id: `${row.id}:${recipient}`, partner: recipient, unit: 'million TIV' };
}

/** The three rows of an ideal point, with how far its quantiles lie from it. */
export function idealPoint(country: string, point: number, width = 0, year = 2019): FigureRow[] {
  return [
    figure('UN ideal point', country, point, year),
    figure('UN ideal point, 5 percent quantile', country, point - width, year),
    figure('UN ideal point, 95 percent quantile', country, point + width, year),
  ];
}

/** A meeting of two, with the country that received the other. */
export function meeting(a: string, b: string, host: string, day: string, format = 'state visit'): EventRow {
  return event('meeting', a, b, day, { host, country: host, format });
}

/** A form of address that a side's leader used of the other's. */
export function address(by: string, to: string, text: string, day: string): EventRow {
  return event('address', by, to, day, { text });
}

/** A visit that an article tells of. */
export function claimedVisit(
  guest: string,
  host: string,
  when: { from: string; to: string },
  more: Partial<ActionClaim> = {},
): KeptClaim {
  return claimOf({
    ...{
      kind: 'action',
      id: `${guest} ${host} ${when.from}`,
      type: 'CONSULT',
      of: null,
      mode: 'visit',
      trigger: { start: 0, end: 7 },
    },
    ...{ source: [guest], target: [host], third: [], names: [], said: { from: null, to: null }, place: null },
    ...{ when: { ...when, start: null, end: null }, modality: 'happened', negated: false, main: true },
    ...more,
  });
}

/** A claim of an article that was surely read, as far as it is told; the sentence is what it was read in. */
export function claimOf(told: object, text = 'A visit'): KeptClaim {
  const base = {
    id: JSON.stringify(told),
    start: 0,
    end: 7,
    confidence: 1,
    by: 'author',
    denied_by: null,
    links: [],
  };
  const claim = { ...base, ...told } as unknown as Claim;
  const date = { value: '2023-01-01', earliest: '2023-01-01', latest: '2023-01-01', basis: 'given' as const };
  const article = { id: 'a', title: null, publisher: null, url: null, date };
  return { claim, article, sentence: { start: 0, end: text.length, text }, countries: [] };
}

function event(type: string, a: string, b: string, day: string, more: Partial<EventRow>): EventRow {
  return {
    kind: 'event',
    id: [type, a, b, day].join(':'),
    dataset: 'test',
    type,
    a,
    b,
    from: day,
    to: day,
    persons: [],
    place: null,
    country: null,
    host: null,
    format: null,
    text: null,
    source: 'a test',
    url: null,
    note: null,
    ...more,
  };
}
