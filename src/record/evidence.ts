import type { EventRow, FigureRow } from '../datasets/row.js';
import type { KeptClaim } from './kept-claim.js';
import type { RecordedEvent } from './ledger/recorded-event.js';

export { type Copy, type KeptClaim, sentenceRef } from './kept-claim.js';
export type { DisputedField, RecordedEvent } from './ledger/recorded-event.js';

/** All that is known about two countries at one moment: what levers, checks and dossiers are made from. */
export interface Evidence {
  /** `record`: a record was opened; `shipped rows`: there is none, and only the rows that ship are used. */
  standing: 'record' | 'shipped rows';
  figures: FigureRow[];
  events: EventRow[];
  claims: KeptClaim[];
  /**
   * What happened, was announced or is alleged, each event once with all that reports it: claims and rows in one list,
   * by day. Made of `claims` and `events` (ledger/ledger.ts).
   */
  ledger: RecordedEvent[];
  /** How many articles were searched, and over which days; copies of them are counted apart, absent where there are none. */
  articles: { count: number; earliest: string | null; latest: string | null; copies?: number };
}
