/** What a section of a dossier is, and what it is made from. */
import type { EvidenceRef } from '../evidence.js';
import type { Country, Day, DayRange } from '../reading.js';
import type { Evidence } from '../record/evidence.js';

/** One subject of the dossier. */
export interface Section {
  id: string;
  title: string;
  headline: Headline | null;
  lines: Line[];
  chart: Chart | null;
  facts: Fact[];
  /** The day of the latest fact. */
  lastFact: Day | null;
  /** What should be known here and is not, one sentence each. */
  missing: string[];
}

/** The one number of a section. */
export interface Headline {
  number: string;
  unit: string;
  /** What the number is, in words: `meetings in person since 22 Mar 2013`. */
  what: string;
  evidence: EvidenceRef[];
}

/** A piece of a sentence; a number carries what it was made from, the words between carry nothing. */
export interface Phrase {
  text: string;
  evidence: EvidenceRef[];
}

/** A sentence of the dossier. */
export type Line = Phrase[];

/** One thing that happened, was said or was measured. */
export interface Fact {
  from: Day | null;
  to: Day | null;
  /** Where its day is not known: the days on one of which it was told first; `null` where these are not known either. */
  told: DayRange | null;
  words: string;
  /** `happened`, `announced`, `alleged` ... or `null` where it needs no status: a measured number. */
  status: string | null;
  /** Who says so: a person, an institution, the publisher of an article or of a data set. */
  by: string;
  /** For an allegation: who denies it, with the evidence; `null` where no denial is recorded. */
  denial: { by: string; evidence: EvidenceRef[] } | null;
  evidence: EvidenceRef[];
}

export type Chart =
  | {
      kind: 'band';
      title: string;
      unit: string;
      source: string;
      /** A value with the range that is left open, by year; years without a value are gaps. */
      points: { year: number; value: number; low: number; high: number; evidence: EvidenceRef[] }[];
      /** A level that is drawn across: where neither side is ahead. */
      even: number;
    }
  | {
      kind: 'series';
      title: string;
      unit: string;
      source: string;
      /** One line each; `side` says whose it is, for its colour. */
      lines: {
        label: string;
        side: 'a' | 'b' | 'both';
        points: { year: number; value: number; evidence: EvidenceRef[] }[];
      }[];
    }
  | {
      kind: 'columns';
      title: string;
      unit: string;
      source: string;
      /** A count for each year, from the first to the last: none is nothing counted, not nothing known. */
      columns: { year: number; value: number; evidence: EvidenceRef[] }[];
    }
  | {
      kind: 'strip';
      title: string;
      source: string;
      lanes: string[];
      marks: { day: Day; lane: string; side: 'a' | 'b' | 'both'; label: string; evidence: EvidenceRef[] }[];
    }
  | {
      kind: 'bars';
      title: string;
      unit: string;
      source: string;
      /** One bar each, in the order they are drawn; bars of one group stand together under its name. */
      bars: { group: string; label: string; side: 'a' | 'b' | 'both'; value: number; evidence: EvidenceRef[] }[];
    };

/** What every section is made from. */
export interface Subject {
  a: Country;
  b: Country;
  /** As the two stand inside a sentence: `the United States`. */
  nameA: string;
  nameB: string;
  evidence: Evidence;
}
