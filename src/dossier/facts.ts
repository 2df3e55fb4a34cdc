/** Rows and claims as facts of a dossier, each with the evidence it is. */

import { countryName } from '../actors/countries.js';
import { nameInSentence } from '../actors/name-in-sentence.js';
import type { EventRow, FigureRow, Row } from '../datasets/row.js';
import type { EvidenceRef } from '../evidence.js';
import { grouped } from '../grouped.js';
import { madeOnce } from '../made-once.js';
import type { ActionClaim, Claim, Country, Day, DayRange } from '../reading.js';
import { type Evidence, type KeptClaim, type RecordedEvent, sentenceRef } from '../record/evidence.js';
import { orderOf } from '../record/order.js';
import { nameAlone, sayerOf } from './sayer.js';
import type { Chart, Fact, Headline, Line, Phrase, Section } from './section.js';
import { amountWords, listWords, periodWords } from './words.js';

/** A kept claim of a known kind. */
export type Kept<C extends Claim> = Omit<KeptClaim, 'claim'> & { claim: C };

/** The claims of one kind. */
export function claimsOf<K extends Claim['kind']>(evidence: Evidence, kind: K): Kept<Extract<Claim, { kind: K }>>[] {
  return evidence.claims.filter(({ claim }) => claim.kind === kind) as Kept<Extract<Claim, { kind: K }>>[];
}

/** The deeds that tie the two: each of them is a party, on either side. */
export function deedsBetween({ ledger }: Evidence, a: Country, b: Country): RecordedEvent[] {
  return ledger.filter(event => event.claims.length > 0 && isParty(event, a) && isParty(event, b));
}

/** A deed that data rows of the same list have as well: it counts once, as the row. */
export function isAmong(rows: EventRow[]): (event: RecordedEvent) => boolean {
  const ids = new Set(rows.map(({ id }) => id));
  return event => event.rows.some(id => ids.has(id));
}

/** The sentences in which the event of a row is told. */
export function reportsOfRow({ ledger }: Evidence, row: EventRow): EvidenceRef[] {
  return (eventsByRow(ledger).get(row.id) ?? []).flatMap(({ claims }) => claims.map(sentenceRef));
}

const eventsByRow = madeOnce((ledger: readonly RecordedEvent[]) =>
  grouped(
    ledger.flatMap(event => event.rows.map(row => ({ row, claims: event.claims }))),
    ({ row }) => row,
  ),
);

/** The events of a kind that tie the two, by day. */
export function eventsBetween(evidence: Evidence, types: string[], a: Country, b: Country): EventRow[] {
  return evidence.events
    .filter(row => types.includes(row.type) && ((row.a === a && row.b === b) || (row.a === b && row.b === a)))
    .sort((one, other) => one.from.localeCompare(other.from) || one.id.localeCompare(other.id));
}

/** The figures of a measure that one country reports of the other, by period. */
export function figuresOf(
  evidence: Evidence,
  measure: string,
  reporter: Country,
  partner: Country | null,
): FigureRow[] {
  return evidence.figures
    .filter(row => row.measure === measure && row.reporter === reporter && row.partner === partner)
    .sort((one, other) => one.from.localeCompare(other.from) || one.id.localeCompare(other.id));
}

/** A section, or `null` where there is nothing to show in it. */
export function section(
  id: string,
  title: string,
  content: { headline?: Headline | null; lines?: Line[]; chart?: Chart | null; facts: Fact[]; missing?: string[] },
): Section | null {
  const facts = byDay(oncePerSentence(content.facts));
  const lines = content.lines ?? [];
  if (!facts.length && !lines.length) return null;
  return {
    id,
    title,
    headline: content.headline ?? null,
    lines,
    chart: content.chart ?? null,
    facts,
    lastFact: latestDay(facts),
    missing: content.missing ?? [],
  };
}

/** Words without evidence of their own. */
export function say(text: string): Phrase {
  return { text, evidence: [] };
}

/** A number, or words that state one, with what they were made from. */
export function number(text: string | number, evidence: EvidenceRef[]): Phrase {
  return { text: typeof text === 'number' ? text.toLocaleString('en-US') : text, evidence };
}

/** An event of a data set, with the sentences in which articles tell it. */
export function factOfEvent(row: EventRow, reports: EvidenceRef[] = []): Fact {
  const evidence = [refOfRow(row), ...reports];
  return {
    from: row.from,
    to: row.to ?? row.from,
    told: null,
    words: eventWords(row),
    status: null,
    by: row.source,
    denial: null,
    evidence,
  };
}

export function factOfFigure(row: FigureRow): Fact {
  const words = `${measureWords(row)}: ${amountWords(row.value, row.unit)}`;
  const { from, to, source: by } = row;
  return { from, to, told: null, words, status: null, by, denial: null, evidence: [refOfRow(row)] };
}

/** A deed in the words of its most exact report, with all reports; an allegation comes with its denial. */
export function factOfDeed(event: RecordedEvent, all: Evidence): Fact {
  const { from, to, claims } = event;
  const [best] = claims;
  return {
    from,
    to,
    told: toldOf(event),
    words: best!.sentence.text,
    status: statusOf(event),
    by: listWords([...new Set(claims.map(sayerOf))]),
    denial: claims.map(kept => denialOf(kept, all)).find(denial => denial !== null) ?? null,
    evidence: claims.map(sentenceRef),
  };
}

/** Where the day of a deed is not known: the days of the article that told of it first, as far as these are known. */
export function toldOf({ from, to, claims }: RecordedEvent): DayRange | null {
  if (from !== null || to !== null) return null;
  const days = claims
    .map(({ article }) => article.date)
    .filter(({ earliest, latest }) => earliest !== null && latest !== null);
  const [first] = days.sort((one, other) => orderOf(one.earliest!, other.earliest!));
  return first ? { from: first.earliest, to: first.latest } : null;
}

/** Any other claim, in the article's own sentence, on the day of the article unless the claim has one. */
export function factOfClaim(kept: KeptClaim, status: string | null, when?: { from: Day | null; to: Day | null }): Fact {
  const { earliest, latest } = kept.article.date;
  const { from, to } = when ?? { from: earliest, to: latest };
  return {
    from,
    to,
    told: null,
    words: kept.sentence.text,
    status,
    by: sayerOf(kept),
    denial: null,
    evidence: [sentenceRef(kept)],
  };
}

/** What became of the deed, in one word: an allegation stays one, and what was not done is not a deed. */
function statusOf({ negated, modality }: RecordedEvent): string {
  return negated ? `not ${modality === 'happened' ? 'done' : modality}` : modality;
}

export function refOfRow(row: Row): EvidenceRef {
  const [label, value, unit] =
    row.kind === 'figure'
      ? [figureWords(row), row.value, row.unit]
      : [eventWords(row), periodWords(row.from, row.to ?? row.from), null];
  return { kind: 'row', id: row.id, label, value, unit, source: row.source, url: row.url };
}

/** `Goods exports of Russia to China, 2023`. */
function figureWords(row: FigureRow): string {
  return `${measureWords(row)}, ${periodWords(row.from, row.to)}`;
}

function measureWords(row: FigureRow): string {
  const measure = row.measure.charAt(0).toUpperCase() + row.measure.slice(1);
  const partner = row.partner && (row.partner === 'ROW' ? 'the rest of the world' : nameInSentence(row.partner));
  const relation = /exports/.test(row.measure) ? 'to' : /imports/.test(row.measure) ? 'from' : 'with';
  // `goods trade growth in CNY` is growth of goods trade, and what it is counted in comes last.
  const [, grown, unit] = /^(.+) growth(?: in (\S+))?$/.exec(row.measure) ?? [];
  return [
    grown ? `Growth of ${grown}` : measure,
    `of ${nameInSentence(row.reporter)}`,
    ...(partner ? [`${relation} ${partner}`] : []),
    ...(unit ? [`in ${unit}`] : []),
  ].join(' ');
}

/** `Xi Jinping and Vladimir Putin: SCO summit, Tianjin (state visit)`, each kind of event in its own wording. */
function eventWords(row: EventRow): string {
  const countries = [row.a, ...(row.b ? [row.b] : [])].map(countryName);
  const format = row.format ? ` (${row.format})` : '';
  const place = row.place ? `, ${row.place}` : '';
  const text = row.text ?? row.type;
  switch (row.type) {
    case 'address':
      return `${row.persons.join(' to ') || countries.join(' to ')}: “${text}”${format}`;
    case 'office':
      return `${listWords(row.persons)}, ${text}${format}`;
    case 'vote':
      return `${countries[0]}: ${row.format ?? 'voted'}, ${text}`;
    case 'sanction':
      return `${text} (on ${nameInSentence(row.b ?? row.a)})`;
    default:
      return `${row.persons.length ? `${listWords(row.persons)}: ` : ''}${text}${place}${format}`;
  }
}

/** Who denies it: who made a statement of denial, else the one the reading names. */
function denialOf(kept: Kept<ActionClaim>, { claims }: Evidence): Fact['denial'] {
  const { claim } = kept;
  const denier = deniersIn(claims).get(claim.id);
  if (denier) return { by: sayerOf(denier), evidence: [sentenceRef(denier)] };
  const by = claim.denied_by && (nameAlone(claim.denied_by) ?? sayerOf(kept));
  return by ? { by, evidence: [sentenceRef(kept)] } : null;
}

/** By the id of a claim, the first statement that denies it: looked up for every deed of a pair, which may be many thousands. */
const deniersIn = madeOnce((claims: readonly KeptClaim[]) => {
  const deniers = new Map<string, KeptClaim>();
  for (const kept of claims) {
    if (kept.claim.kind !== 'statement') continue;
    for (const { type, claim } of kept.claim.links)
      if (type === 'denies' && !deniers.has(claim)) deniers.set(claim, kept);
  }
  return deniers;
});

function isParty({ source, target }: RecordedEvent, country: Country): boolean {
  return source.includes(country) || target.includes(country);
}

/**
 * Facts that are told in one sentence with one status are one: the sentence stands once, with all its evidence. What is said of
 * different days in it is on all of these.
 */
function oncePerSentence(facts: Fact[]): Fact[] {
  const alike = grouped(facts, fact => {
    const [first] = fact.evidence;
    // A fact of rows is told in the words of its row: no other has these.
    return first?.kind === 'sentence'
      ? `${first.article} ${first.start} ${fact.status} ${fact.denial?.by ?? ''}`
      : fact;
  });
  return [...alike.values()].map(same => (same.length > 1 ? together(same) : same[0]!));
}

function together(facts: Fact[]): Fact {
  const isDated = facts.every(({ from, to }) => from !== null && to !== null);
  const [first] = facts as [Fact];
  return {
    ...first,
    from: isDated ? facts.map(({ from }) => from!).sort()[0]! : first.from,
    to: isDated
      ? facts
          .map(({ to }) => to!)
          .sort()
          .at(-1)!
      : first.to,
    by: listWords([...new Set(facts.map(({ by }) => by))]),
    evidence: facts.flatMap(({ evidence }) => evidence),
  };
}

/** The latest first, what has no day by the day it was told, and last what has neither; facts of one day stay as they were given. */
function byDay(facts: Fact[]): Fact[] {
  const key = ({ from, to, told }: Fact) => from ?? to ?? told?.from ?? '';
  return [...facts].sort((one, other) => key(other).localeCompare(key(one)));
}

function latestDay(facts: Fact[]): Day | null {
  const days = facts.flatMap(fact => fact.to ?? fact.from ?? []).sort();
  return days.at(-1) ?? null;
}
