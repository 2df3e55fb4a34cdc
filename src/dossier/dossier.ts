import { countryName } from '../actors/countries.js';
import { nameInSentence } from '../actors/name-in-sentence.js';
import type { Balance } from '../balance/balance.js';
import type { EvidenceRef } from '../evidence.js';
import type { Country, Day } from '../reading.js';
import type { Evidence } from '../record/evidence.js';
import { address } from './sections/address.js';
import { coming } from './sections/coming.js';
import { deeds } from './sections/deeds.js';
import { judgements } from './sections/judgements.js';
import { meetings } from './sections/meetings.js';
import { offices } from './sections/offices.js';
import { outsideOptions } from './sections/outside-options.js';
import { positions } from './sections/positions.js';
import { trade } from './sections/trade.js';
import { makeVerdict, type Verdict } from './verdict.js';

/** All that is known about two countries, in words and numbers that each lead back to a sentence or a row. */
export interface Dossier {
  pair: [Country, Country];
  names: [string, string];
  standing: Evidence['standing'];
  articles: Evidence['articles'];
  verdict: Verdict;
  /** Only subjects of which something is known. */
  sections: Section[];
  /** Titles of the subjects of which nothing is known. */
  unknown: string[];
}

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

/** The sections in the order they are shown: what is counted first, what is concluded last, then what is coming. */
const SECTIONS: { title: string; make: (subject: Subject) => Section | null }[] = [
  { title: 'Meetings', make: meetings },
  { title: 'Forms of address', make: address },
  { title: 'Trade', make: trade },
  { title: 'Outside options', make: outsideOptions },
  { title: 'Sanctions', make: deeds('sanctions') },
  { title: 'Positions', make: positions },
  { title: 'Agreements', make: deeds('agreements') },
  { title: 'Military ties', make: deeds('military') },
  { title: 'Mediation', make: deeds('mediation') },
  { title: 'Offices', make: offices },
  { title: 'Judgements', make: judgements },
  { title: 'What is coming', make: coming },
];

/** Makes the dossier of a pair. Exchanging the two countries mirrors it: the same rules and words for both. */
export function makeDossier(a: Country, b: Country, evidence: Evidence, balance: Balance): Dossier {
  const subject: Subject = { a, b, nameA: nameInSentence(a), nameB: nameInSentence(b), evidence };
  const made = SECTIONS.map(({ title, make }) => ({ title, section: make(subject) }));
  return {
    pair: [a, b],
    names: [countryName(a), countryName(b)],
    standing: evidence.standing,
    articles: evidence.articles,
    verdict: makeVerdict(balance),
    sections: made.flatMap(({ section }) => section ?? []),
    unknown: made.filter(({ section }) => !section).map(({ title }) => title),
  };
}
