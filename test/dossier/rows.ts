/** Rows made by hand, as short as a test can say them. */
import type { EventRow, FigureRow } from '../../src/datasets/row.js';
import type { Claim } from '../../src/reading.js';
import type { Evidence, KeptClaim } from '../../src/record/evidence.js';
import { makeLedger } from '../../src/record/ledger/ledger.js';

export function evidenceOf(given: { figures?: FigureRow[]; events?: EventRow[]; claims?: KeptClaim[] }): Evidence {
  const { figures = [], events = [], claims = [] } = given;
  const count = new Set(claims.map(({ article }) => article.id)).size;
  const day = count ? '2024-05-18' : null;
  const ledger = makeLedger(claims, events);
  return { standing: 'record', figures, events, claims, ledger, articles: { count, earliest: day, latest: day } };
}

/** An event; what it is not given is unknown. */
export function event(type: string, a: string, b: string | null, from: string, rest: Partial<EventRow> = {}): EventRow {
  const unknown = { to: null, persons: [], place: null, country: null, host: null, format: null, text: null };
  const row = { dataset: 'test', source: 'The Gazette', url: 'https://example.org/', note: null };
  return { kind: 'event', id: [type, a, b, from].join(':'), type, a, b, from, ...row, ...unknown, ...rest };
}

/** What one country sold another in a year, in US dollars. */
export function sold(reporter: string, partner: string, value: number, year = 2023): FigureRow {
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  const row = { dataset: 'test', source: 'The Customs', url: null, note: null, unit: 'USD', ...period };
  return {
    kind: 'figure',
    id: [reporter, partner, year].join(':'),
    measure: 'goods exports',
    reporter,
    partner,
    value,
    ...row,
  };
}

/**
 * A claim with the sentence it stands in, of an article of The Gazette.
 *
 * @param countries that the sentence names.
 */
export function told(sentence: string, claim: Record<string, unknown>, countries: string[] = []): KeptClaim {
  const base = {
    id: sentence.slice(0, 12),
    start: 0,
    end: sentence.length,
    confidence: 0.8,
    by: 'author',
    denied_by: null,
  };
  const date = { value: '2024-05-18', earliest: '2024-05-18', latest: '2024-05-18', basis: 'given' };
  return {
    claim: { ...base, links: [], ...claim } as unknown as Claim,
    article: { id: 'gazette-1', title: 'A visit', publisher: 'The Gazette', url: null, date },
    sentence: { ...placeOf(sentence), text: sentence },
    countries,
  } as unknown as KeptClaim;
}

/** The sentences of the article stand behind each other. */
function placeOf(sentence: string): { start: number; end: number } {
  const start = places.get(sentence) ?? 1000 * places.size;
  places.set(sentence, start);
  return { start, end: start + sentence.length };
}

const places = new Map<string, number>();

/** A deed that an article tells of. */
export function deed(sentence: string, type: string, source: string[], target: string[], rest: object = {}): KeptClaim {
  const days = { from: null, to: null, start: null, end: null };
  const unknown = {
    of: null,
    mode: null,
    third: [],
    names: [],
    when: days,
    said: { from: null, to: null },
    place: null,
    trigger: { start: 0, end: 0 },
  };
  const action = { kind: 'action', type, source, target, modality: 'happened', negated: false, main: true };
  return told(sentence, { ...action, ...unknown, ...rest }, [...new Set([...source, ...target])].sort());
}
