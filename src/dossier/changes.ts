/** What changed about a pair since a day: the dossier as it could have been made on the day before, beside that of now. */
import type { Balance } from '../balance/balance.js';
import type { Contradiction } from '../check/contradictions/contradiction.js';
import { contradictionsBetween } from '../check/contradictions/contradictions.js';
import type { EvidenceRef } from '../evidence.js';
import type { Country, Day } from '../reading.js';
import type { Evidence } from '../record/evidence.js';
import type { LoggedDecision, VerdictThen } from './deciding.js';
import { type Dossier, measuredDossier } from './dossier.js';
import type { Fact, Section } from './section.js';

export interface Changes {
  pair: [Country, Country];
  names: [string, string];
  /** The first day whose news is told. */
  since: Day;
  /** By what was known on the day before, and by what is known now. */
  before: VerdictThen;
  after: VerdictThen;
  /** Levers that say something else now, the largest step first; `null` where one is not measured. */
  levers: { id: string; label: string; before: number | null; after: number | null; evidence: EvidenceRef[] }[];
  /** Subjects of which more is known, with their number then and now and the facts that came, the latest first. */
  subjects: { id: string; title: string; before: string | null; after: string | null; facts: Fact[] }[];
  /** Articles that were published since. */
  articles: number;
  /** Matters on which a source has contradicted another since. */
  contradictions: Contradiction[];
  /** What people decided since, the latest first. */
  decisions: LoggedDecision[];
}

/** Levers that differ by less are as they were: three digits are shown. */
const SAME_LEVER = 0.0005;

/**
 * Makes the changes of a pair by its evidence then and now. What was known on a day is what as-of.ts says: articles
 * published by then, rows about what was over by then, decisions made by then.
 */
export function makeChanges(
  a: Country,
  b: Country,
  since: Day,
  then: Evidence,
  now: Evidence,
): Omit<Changes, 'decisions'> {
  const { balance: balanceThen, dossier: before } = measuredDossier(a, b, then);
  const { balance: balanceNow, dossier: after } = measuredDossier(a, b, now);
  return {
    pair: after.pair,
    names: after.names,
    since,
    before: verdictOf(before),
    after: verdictOf(after),
    levers: leversMoved(balanceThen, balanceNow),
    subjects: after.sections.flatMap(section => subjectChanged(section, before) ?? []),
    articles: now.articles.count - then.articles.count,
    contradictions: contradictionsBetween(a, b, now).filter(({ sides }) =>
      sides.some(({ told }) => told !== null && told >= since),
    ),
  };
}

function verdictOf({ verdict: { share, short } }: Dossier): VerdictThen {
  return { share, short };
}

function leversMoved(then: Balance, now: Balance): Changes['levers'] {
  const was = new Map(then.groups.flatMap(({ levers }) => levers.map(({ id, x }) => [id, x] as const)));
  const step = ({ before, after }: { before: number | null; after: number | null }) =>
    before === null || after === null ? 1 : Math.abs(after - before);
  return now.groups
    .flatMap(({ levers }) => levers)
    .map(({ id, label, x, evidence }) => ({ id, label, before: was.get(id) ?? null, after: x, evidence }))
    .filter(lever => (lever.before !== null || lever.after !== null) && step(lever) >= SAME_LEVER)
    .sort((one, other) => step(other) - step(one));
}

function subjectChanged({ id, title, headline, facts }: Section, before: Dossier): Changes['subjects'][number] | null {
  const was = before.sections.find(section => section.id === id);
  const known = new Set(was?.facts.map(nameOf));
  const fresh = facts.filter(fact => !known.has(nameOf(fact)));
  const [then, now] = [was?.headline?.number ?? null, headline?.number ?? null];
  return fresh.length || then !== now ? { id, title, before: then, after: now, facts: fresh } : null;
}

/** A fact by what it stands on: its wording may change as more is known of it. */
function nameOf({ words, evidence: [first] }: Fact): string {
  return first ? (first.kind === 'row' ? first.id : `${first.article}:${first.claim}`) : words;
}
