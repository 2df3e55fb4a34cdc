import type { CameoCode } from '../../claims/actions/cameo.js';
import type { ActionClaim, Country, Day, Modality, PloverType } from '../../reading.js';
import type { KeptClaim } from '../kept-claim.js';

/** How closely the time of an event is known. A day: it may have lasted several that are each known. */
export type Precision = 'day' | 'month' | 'year' | 'unknown';

/** One real event, with every claim and row that reports it. */
export interface RecordedEvent {
  /**
   * `consult-chn-rus-2023-03-20`: type, parties and first day, and a number where there are several; of an event without a
   * day, the article and claim that told of it first. The same while what it is made of says the same.
   */
  id: string;
  type: PloverType;
  mode: string | null;
  /** The type of the act that is agreed, promised, requested, refused or threatened. */
  of: PloverType | null;
  /** Who did it to whom, and third parties: ISO3, sorted. Both lists name all of a mutual act. */
  source: Country[];
  target: Country[];
  third: Country[];
  /** Names of organisations and armed groups among the parties. */
  names: string[];
  /** The first and last day it may have been done; `null` where that is not known. */
  from: Day | null;
  to: Day | null;
  precision: Precision;
  /** What most reports say; of as many on both sides, the less certain. */
  modality: Modality;
  /** Reported as not having taken place. */
  negated: boolean;
  place: { name: string; country: Country | null } | null;
  /** Of a meeting: the country that received the other. */
  host: Country | null;
  /** All that report it, by the dates of their articles. Empty: a row alone knows of it. */
  claims: (KeptClaim & { claim: ActionClaim })[];
  /** Ids of the rows that are the same event. */
  rows: string[];
  /** How many reports are independent: copies of one text count once. */
  reports: number;
  disputed: DisputedField[];
  /** How sure it is that all of this is one event: the score of the least sure member, 0.5 to 1; 1 where there is one alone. */
  score: number;
  /** Its code in the older vocabulary, and its place on the Goldstein scale (claims/actions/cameo.ts). */
  cameo: CameoCode;
}

/** A field on which reports differ, with what each says. */
export interface DisputedField {
  field: 'mode' | 'from' | 'to' | 'modality' | 'place' | 'host' | 'third' | 'of';
  values: { value: string; claims: KeptClaim[]; rows: string[] }[];
}
