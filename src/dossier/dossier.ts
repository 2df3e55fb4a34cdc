import { countryName } from '../actors/countries.js';
import { nameInSentence } from '../actors/name-in-sentence.js';
import { type Balance, balance } from '../balance/balance.js';
import { madeOnce, remembered } from '../made-once.js';
import type { Country } from '../reading.js';
import type { Evidence } from '../record/evidence.js';
import type { Section, Subject } from './section.js';
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

/** The balance of a pair and the dossier with it, made once for the same evidence. */
export function measuredDossier(a: Country, b: Country, evidence: Evidence): { balance: Balance; dossier: Dossier } {
  return remembered(madeOf(evidence), `${a}-${b}`, () => {
    const measured = balance(a, b, evidence);
    return { balance: measured, dossier: makeDossier(a, b, evidence, measured) };
  });
}

const madeOf = madeOnce((_evidence: Evidence) => new Map<string, { balance: Balance; dossier: Dossier }>());

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
