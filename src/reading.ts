/**
 * What a reading is: the shapes that `upperhand read` prints and everything after it stands on.
 *
 * Offsets are UTF-16 code units into `document.text`, end exclusive. Every field is always present: what is unknown is
 * `null`, what is empty is `[]`. `schema/reading.schema.json` says the same for other languages; a test holds the two
 * together.
 */

/** ISO 3166-1 alpha-3 code, `XKX` for Kosovo, `IGO` for an international organisation (its name stands in `names`). */
export type Country = string;

/** A day as `YYYY-MM-DD`. */
export type Day = string;

/** A stretch of the text, in UTF-16 code units, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A stretch of days, both ends included; `null` where that end is not known. */
export interface DayRange {
  from: Day | null;
  to: Day | null;
}

/** When an article was published, and how that is known. */
export interface PublicationDate {
  /** The day itself, where it is known or the inferred range is one day long. */
  value: Day | null;
  earliest: Day | null;
  latest: Day | null;
  /** `given` by the caller, found in `metadata` (or a dateline), `inferred` from the text's own clues, or `unknown`. */
  basis: 'given' | 'metadata' | 'inferred' | 'unknown';
}

export interface ReadDocument {
  id: string;
  title: string | null;
  publisher: string | null;
  url: string | null;
  language: string | null;
  text: string;
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  sha256: string;
  /** Length of the text in UTF-16 code units. */
  length: number;
  date: PublicationDate;
}

export interface ReadSentence extends Span {
  /** A line of the page rather than of the article: "Leave a comment", "Advertisement". */
  boilerplate: boolean;
}

export type MentionKind = 'name' | 'office' | 'metonym' | 'demonym' | 'pronoun' | 'nominal' | 'organisation' | 'place';

/** Words that stand for a person, a state or an organisation. */
export interface Mention extends Span {
  /** Several for "the two leaders", none where the country is not known. */
  countries: Country[];
  person: string | null;
  organisation: string | null;
  /** The words themselves, or the full name they were resolved to. */
  name: string;
  kind: MentionKind;
}

/** A time expression, valued as TIMEX3 does, with the days it covers. */
export interface TimeExpression extends Span, DayRange {
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  value: string;
}

/** Who asserts a claim, where the article does not do so itself. */
export interface Attribution {
  name: string;
  country: Country | null;
  start: number;
  end: number;
}

export interface ClaimLink {
  type: 'denies' | 'converts' | 'repeats' | 'fulfils' | 'contradicts' | 'supports';
  /** The id of the claim it points to. */
  claim: string;
}

interface ClaimBase extends Span {
  /** The same text read by the same version gives the same id. */
  id: string;
  /** Of the claims given 0.8, eight in ten are right. */
  confidence: number;
  by: Attribution | 'author';
  denied_by: Attribution | null;
  links: ClaimLink[];
}

/** The sixteen event types of PLOVER (Halterman et al., 2023). */
export const PLOVER_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;

export type PloverType = (typeof PLOVER_TYPES)[number];

/** The status of a deed. Said, inferred and unknown stay apart; an allegation is never counted as a deed. */
export type Modality = 'happened' | 'announced' | 'expected' | 'proposed' | 'conditional' | 'alleged' | 'denied';

export interface ActionClaim extends ClaimBase {
  kind: 'action';
  type: PloverType;
  /** The type of the act that is agreed, promised, requested, refused or threatened. */
  of: PloverType | null;
  /** PLOVER's mode in words: `visit`, `meet`, `phone`, `third-party` ... */
  mode: string | null;
  trigger: Span;
  source: Country[];
  target: Country[];
  third: Country[];
  /** Names of organisations and armed groups among the parties. */
  names: string[];
  /** When the deed was or will be done, with the words that say so. */
  when: DayRange & { start: number | null; end: number | null };
  /** When it was said. */
  said: DayRange;
  place: ({ name: string; country: Country | null } & Span) | null;
  modality: Modality;
  negated: boolean;
  /** True on at most one action of a sentence. */
  main: boolean;
}

export interface StatementClaim extends ClaimBase {
  kind: 'statement';
  speaker: ({ name: string; person: string | null; country: Country | null } & Span) | null;
  cue: Span | null;
  content: Span[];
  form: 'direct' | 'indirect' | 'mixed';
  /** assert, praise, accuse, condemn, deny, promise, demand, reject, propose, welcome, concern, silence ... */
  stance: string;
}

export type Approximation = 'about' | 'almost' | 'more than' | 'less than' | 'up to';

export interface FigureClaim extends ClaimBase {
  kind: 'figure';
  value: number;
  /** ISO 4217 for money; else `percent`, `percentage point`, `times`, `fraction`, `meeting`, `barrel/day`, `person` ... */
  unit: string;
  approximate: Approximation | null;
  range: [number, number] | null;
  change: {
    direction: 'up' | 'down' | null;
    /** The period or value the change is counted from. */
    base: string | null;
    from: number | null;
  } | null;
  /** What was measured, not when it was said. */
  period: DayRange | null;
  subject: string | null;
  place: string | null;
  /** Why the value or the unit may be another, in words, where that lowers the confidence: 12.500, 2m, ¥. */
  doubt: string | null;
}

export interface AddressClaim extends ClaimBase {
  kind: 'address';
  speaker: string | null;
  addressee: string | null;
  term: string;
  occasion: string | null;
  /** 0 (a bare title) to 1 (kinship), by the scale in data/address-warmth.yaml; `null` where the scale has no word for it. */
  warmth: number | null;
}

export interface OfficeClaim extends ClaimBase {
  kind: 'office';
  person: string;
  office: string;
  country: Country | null;
  from: Day | null;
  to: Day | null;
}

export interface JudgementClaim extends ClaimBase {
  kind: 'judgement';
  form: 'verdict' | 'dependence' | 'motive' | 'forecast' | 'opinion';
  about: [Country, Country] | null;
  favours: Country | null;
  dimension: string | null;
  /** For a forecast: the day from which it can be scored. */
  due: Day | null;
  headline: boolean;
}

export type Claim = ActionClaim | StatementClaim | FigureClaim | AddressClaim | OfficeClaim | JudgementClaim;
export type ClaimKind = Claim['kind'];

/** All kinds of claim, in the order of the contract. */
export const claimKinds = ['action', 'statement', 'figure', 'address', 'office', 'judgement'] as const;

/**
 * A claim as its reader leaves it: what was read and where. Who asserts it, how it is linked and its id are added once,
 * for all kinds alike, in claims/assemble.ts.
 */
export type Found<C extends Claim> = C extends Claim ? Omit<C, 'id' | 'by' | 'denied_by' | 'links'> : never;

/** One article, read. */
export interface Reading {
  document: ReadDocument;
  sentences: ReadSentence[];
  mentions: Mention[];
  times: TimeExpression[];
  claims: Claim[];
}
