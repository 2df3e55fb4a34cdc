/**
 * The ledger: claims and rows merged into events, one real event, one row. A pure function: the same claims and rows in
 * any order give the same ledger.
 */
import { cameoOf } from '../../claims/actions/cameo.js';
import type { EventRow } from '../../datasets/row.js';
import type { KeptClaim } from '../kept-claim.js';
import { orderOf } from '../order.js';
import type { Cluster } from './cluster.js';
import { combined } from './combined.js';
import { correctEvents, decidedClusters, type LedgerDecision } from './decided.js';
import { type Entry, EventIndex } from './event-index.js';
import type { RecordedEvent } from './recorded-event.js';
import { type KeptAction, keyOf, type Report, reportOfClaim, reportOfRow } from './report.js';
import { mayBeSame, SAME_FROM, sameEvent } from './same-event.js';

/** Members that a further report is compared with: more would not change the mean by much. */
const COMPARED = 8;

/**
 * Merges reports into events.
 *
 * Rows come first, then claims that state a day, then vaguer ones, each to the event it most likely tells of, or to one
 * of its own. So a report without a day can never pull two days together.
 *
 * @param claims of any kind; only actions become events.
 * @param rows events of data sets; of their types those that are deeds (data/record/row-events.csv).
 * @param decided what people said about events; it holds against every score.
 * @returns events by first day, those without one last.
 */
export function makeLedger(
  claims: readonly KeptClaim[],
  rows: readonly EventRow[],
  decided: readonly LedgerDecision[] = [],
): RecordedEvent[] {
  const reports = [...rows.flatMap(row => reportOfRow(row) ?? []), ...claims.filter(isAction).map(reportOfClaim)].sort(
    inOrder,
  );
  const index = new EventIndex<Cluster>();
  for (const report of reports) {
    const found = likeliest(report, index.near(report));
    if (found) {
      found.entry.event.reports.push(report);
      found.entry.event.scores.push(found.score);
      index.widen(found.entry, report);
    } else {
      index.add({ reports: [report], scores: [] }, report);
    }
  }
  const events = decidedClusters(index.all(), decided).map(combined);
  correctEvents(events, decided);
  return named(events);
}

/** The event a report most likely tells of; of as likely ones the first that was told. */
function likeliest(report: Report, events: Entry<Cluster>[]): { entry: Entry<Cluster>; score: number } | null {
  let best: { entry: Entry<Cluster>; score: number } | null = null;
  for (const entry of events) {
    const score = scoreWith(report, entry.event);
    if (score < SAME_FROM) continue;
    const better = best === null || score > best.score || (score === best.score && entry.number < best.entry.number);
    if (better) best = { entry, score };
  }
  return best;
}

/** The mean over the members; nothing where one of them rules it out, or none is likely. */
function scoreWith(report: Report, { reports }: Cluster): number {
  const compared = Math.min(COMPARED, reports.length);
  let likely = false;
  for (let i = 0; i < compared && !likely; i++) likely = mayBeSame(report, reports[i]!);
  if (!likely) return 0;
  let sum = 0;
  for (const [i, member] of reports.entries()) {
    const score = sameEvent(report, member);
    if (score === 0) return 0;
    if (i < compared) sum += score;
  }
  return sum / compared;
}

function isAction(kept: KeptClaim): kept is KeptAction {
  return kept.claim.kind === 'action' && kept.claim.source.length + kept.claim.target.length > 0;
}

const CLOSENESS = { day: 0, month: 1, year: 2, unknown: 3 };

/** Rows, then claims by how closely they know their time, then what is told as news, then by the day it was told. */
function inOrder(one: Report, other: Report): number {
  return (
    Number(one.row === null) - Number(other.row === null) ||
    CLOSENESS[one.precision] - CLOSENESS[other.precision] ||
    orderOf(one.stated?.from ?? '', other.stated?.from ?? '') ||
    Number(other.main) - Number(one.main) ||
    orderOf(one.told ?? '~', other.told ?? '~') ||
    orderOf(keyOf(one), keyOf(other))
  );
}

/** Gives each event its id, and puts them in order. */
function named(events: RecordedEvent[]): RecordedEvent[] {
  const sorted = events.sort(
    (one, other) =>
      orderOf(one.from ?? '~', other.from ?? '~') ||
      orderOf(one.id, other.id) ||
      orderOf(anchorOf(one), anchorOf(other)),
  );
  const seen = new Map<string, number>();
  for (const event of sorted) {
    const count = (seen.get(event.id) ?? 0) + 1;
    seen.set(event.id, count);
    if (count > 1) event.id = `${event.id}-${count}`;
    event.cameo = cameoOf(event);
  }
  return sorted;
}

function anchorOf({ rows, claims }: RecordedEvent): string {
  const [first] = claims;
  return rows[0] ?? (first ? `${first.article.id}:${first.claim.id}` : '');
}
