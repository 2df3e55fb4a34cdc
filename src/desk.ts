/**
 * The desk: what the pages, the JSON addresses and the command line ask, answered from one record or, without one,
 * from the rows that ship. It holds nothing of its own.
 */
import { type CountryEntry, countries, countryCode } from './actors/countries.js';
import { countryNamed, pairOf } from './actors/pair.js';
import { type Article, articleFromText, type DocumentInput } from './article/article.js';
import { type Balance, type BalanceOptions, balance } from './balance/balance.js';
import { type Movement, type MovementOptions, movement } from './balance/movement.js';
import { type Check, checkReading } from './check/check.js';
import { type Drift, driftFrom } from './check/copies/drift.js';
import { possibleOriginals } from './check/copies/original.js';
import { type Conclusion, conclusionsOf } from './dossier/conclusions.js';
import { type Deciding, deciding } from './dossier/deciding.js';
import { type Dossier, measuredDossier } from './dossier/dossier.js';
import { type ExitAnswer, type ExitQuestion, exitWhatIf } from './dossier/exit-what-if.js';
import { largestPairs, type NamedPair } from './dossier/largest-pairs.js';
import { type LeftOut, leftOut } from './dossier/left-out.js';
import { type SentencesRead, sentencesRead } from './dossier/sentences-read.js';
import { type Views, viewsOf } from './dossier/views.js';
import { type Sanctioner, sanctionersOf } from './levers/exit-cost/coalition.js';
import { READER_VERSION, readArticle } from './read.js';
import type { Country, Day, Reading } from './reading.js';
import { type ApprovedCheck, approvalsOf } from './record/decisions/approvals.js';
import { type DecidedClaim, decisionsOnClaims, readingAsDecided } from './record/decisions/on-claims.js';
import type { Evidence } from './record/evidence.js';
import type { EvidenceRecord, KeptArticle } from './record/record.js';
import type { SearchQuery, SearchResult } from './record/search/query.js';
import { shippedEvidence, shippedRows } from './record/shipped.js';

export { pairOf };

/** An article as it is shown: what was read in it, what held, and how much was not read. */
export interface ReadArticle {
  reading: Reading;
  /** The pair it was checked for: the two countries it names most. */
  pair: [Country, Country] | null;
  /** Of the claims as people left them. */
  checks: Check[];
  /** The claims on which people decided or wrote something. */
  decided: DecidedClaim[];
  /** False for a text that is not in the record: nothing can be decided on it. */
  kept: boolean;
  /** What it leaves out of its own question, by the levers on record. */
  missing: LeftOut[];
  /** Its headline and verdicts, each with what the article offers for it and leaves out. */
  conclusions: Conclusion[];
  /** The kept article that it shares most with, sentence by sentence, where it is a rewritten copy. */
  copy: Drift | null;
  sentences: SentencesRead;
}

export interface FirstPage {
  pair: [Country, Country];
  dossier: Dossier;
  /** The example article, where the desk was given one. */
  example: ReadArticle | null;
}

export interface Desk extends Views, Deciding {
  /** Which reader and measures answer: what a citation names. */
  version: string;
  /** What a first visit shows: the example pair, the example article checked. */
  firstPage(): Promise<FirstPage>;
  countries(): CountryEntry[];
  /** The pairs of the shipped rows that trade most with each other. */
  largestPairs(count: number): NamedPair[];
  /** @throws WrongUse where a country is unknown or both are the same; so do the next two. */
  pair(a: string, b: string): [Country, Country];
  dossier(a: string, b: string): Promise<Dossier>;
  balance(a: string, b: string, options?: BalanceOptions): Promise<Balance>;
  /** The balance year by year (balance/movement.ts). @throws WrongUse as pair does. */
  movement(a: string, b: string, options?: MovementOptions): Promise<Movement>;
  /** What a change of their trade would cost each, by the shipped rows. @throws WrongUse as pair does. */
  exitWhatIf(a: string, b: string, question: ExitQuestion): ExitAnswer;
  /** All who have set sanctions on a country, by what is on record. @throws WrongUse where it is unknown. */
  sanctioners(country: string): Promise<Sanctioner[]>;
  articles(): Promise<KeptArticle[]>;
  /** A kept article, or the example; `null` where there is none of that id. */
  article(id: string): Promise<ReadArticle | null>;
  /** Reads and checks an article without keeping it. */
  checkArticle(article: Article): Promise<ReadArticle>;
  /** The checks of a text that people approved (`upperhand decide approve`); none without a record. */
  approvals(sha256: string): Promise<ApprovedCheck[]>;
  /** Reads and checks a text without keeping it. @throws BadInput where it is empty. */
  readDraft(text: string): Promise<ReadArticle>;
  /** The sentences of kept articles that have all that is asked for; `null` where there is no record to search. */
  search(query: SearchQuery): Promise<SearchResult | null>;
  /** Which state of the record answers are made from: the same number, the same answers. */
  revision(): Promise<number>;
}

/** What a first visit is shown. */
export interface Example {
  pair: [Country, Country];
  article: DocumentInput | null;
}

/** The most pairs that are listed by their trade. */
const LARGEST = 50;

/**
 * Opens a desk on a record; `null` stands on the shipped rows.
 *
 * @param read how articles are read; default: here and now. A server has it done in a process of its own.
 * @param asOf answers as they would have been on that day, by what was known then.
 */
export function openDesk({
  record,
  example,
  asOf = null,
  read = async article => readArticle(article),
}: {
  record: EvidenceRecord | null;
  example: Example;
  asOf?: Day | null;
  read?(article: Article): Promise<Reading>;
}): Desk {
  const evidenceOn = async (a: Country, b: Country, by?: Day) => {
    const day = asOf && by ? (asOf < by ? asOf : by) : (by ?? asOf);
    return record ? record.evidence(a, b, day) : shippedEvidence(a, b, day);
  };
  let largest: NamedPair[] | undefined;
  const checked = (reading: Reading) => checkedArticle(reading, [], evidenceOn, record);
  const exampleArticle = once(async () =>
    example.article ? checked(await read(articleFromText(example.article))) : null,
  );

  async function dossier(one: string, other: string): Promise<Dossier> {
    const [a, b] = pairOf(one, other);
    return measuredDossier(a, b, await evidenceOn(a, b)).dossier;
  }

  async function article(id: string): Promise<ReadArticle | null> {
    const kept = record && (await record.article(id));
    if (kept) {
      const { decisions } = await record.decisions();
      return { ...(await checkedArticle(kept, decisionsOnClaims(kept, decisions), evidenceOn, record)), kept: true };
    }
    const shown = await exampleArticle();
    return shown?.reading.document.id === id ? shown : null;
  }

  const decided = deciding(record, article);
  return {
    ...viewsOf(evidenceOn, decided.decisions),
    ...decided,
    version: READER_VERSION,
    firstPage: async () => ({
      pair: example.pair,
      dossier: await dossier(...example.pair),
      example: await exampleArticle(),
    }),
    countries,
    largestPairs: count => (largest ??= largestPairs(shippedRows().figures, LARGEST)).slice(0, count),
    pair: pairOf,
    dossier,
    balance: async (one, other, options = {}) => {
      const [a, b] = pairOf(one, other);
      return balance(a, b, await evidenceOn(a, b), options);
    },
    movement: async (one, other, options = {}) => {
      const [a, b] = pairOf(one, other);
      return movement(a, b, await evidenceOn(a, b), options);
    },
    exitWhatIf,
    sanctioners: async name => {
      const country = countryNamed(name);
      return sanctionersOf(country, await evidenceOn(country, country));
    },
    articles: async () => (record ? record.articles() : []),
    article,
    checkArticle: async article => checked(await read(article)),
    search: async ({ actors = [], ...query }) =>
      record ? record.search({ ...query, actors: actors.map(name => countryCode(name) ?? name) }, asOf) : null,
    approvals: async sha256 => (record ? approvalsOf((await record.decisions()).decisions, sha256) : []),
    revision: async () => (record ? record.revision() : 0),
    readDraft: async text => checked(await read(articleFromText({ text }))),
  };
}

async function checkedArticle(
  reading: Reading,
  decided: DecidedClaim[],
  evidenceOn: (a: Country, b: Country) => Promise<Evidence>,
  record: EvidenceRecord | null,
): Promise<ReadArticle> {
  const pair = mainPair(reading);
  const evidence = pair ? await evidenceOn(...pair) : NO_EVIDENCE;
  const now = readingAsDecided(reading, decided);
  const missing = pair ? leftOut(now, pair, evidence) : [];
  const checks = checkReading(now, evidence);
  const copy = record && (await copyOn(reading, evidence, record));
  const conclusions = conclusionsOf(now, missing);
  return { reading, pair, checks, decided, kept: false, missing, conclusions, copy, sentences: sentencesRead(reading) };
}

/** Of the kept articles that share sentences with a reading, the one that shares most; `null` where none is a copy. */
async function copyOn(reading: Reading, evidence: Evidence, record: EvidenceRecord): Promise<Drift | null> {
  const drifts: Drift[] = [];
  for (const id of possibleOriginals(reading, evidence)) {
    const kept = await record.article(id);
    const drift = kept && driftFrom(reading, kept);
    if (drift) drifts.push(drift);
  }
  return drifts.sort((one, other) => other.share - one.share)[0] ?? null;
}

/** The two countries an article names most, in the order of the first naming where they are named alike often. */
export function mainPair({ mentions }: Reading): [Country, Country] | null {
  const counts = new Map<Country, number>();
  for (const { countries: named } of mentions) {
    for (const country of named) if (country !== 'IGO') counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one);
  return first && second ? [first[0], second[0]] : null;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

const NO_EVIDENCE: Evidence = {
  standing: 'shipped rows',
  figures: [],
  events: [],
  claims: [],
  ledger: [],
  articles: { count: 0, earliest: null, latest: null },
};
