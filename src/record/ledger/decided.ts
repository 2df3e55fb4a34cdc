/** What people decided about events, done to the clusters of reports before events are made of them, and to the events. */
import { namesOf } from '../kept-claim.js';
import type { Cluster } from './cluster.js';
import type { RecordedEvent } from './recorded-event.js';
import { keysOf, precisionOf, type Report } from './report.js';

/** A decision about events, which are meant by the keys of their reports (`keyOf`). */
export type LedgerDecision =
  | { does: 'merge'; keys: string[] }
  | { does: 'split'; keys: string[] }
  | { does: 'correct'; keys: string[]; set: Record<string, unknown> };

/** Merges and splits as people decided, in their order: what they say is sure. */
export function decidedClusters(clusters: Cluster[], decisions: readonly LedgerDecision[]): Cluster[] {
  let now = clusters;
  for (const { does, keys } of decisions) {
    const meant = new Set(keys);
    const touched = now.filter(({ reports }) => reports.some(report => isMeant(report, meant)));
    if (does === 'correct' || touched.length === 0) continue;
    const others = now.filter(cluster => !touched.includes(cluster));
    const reports = touched.flatMap(cluster => cluster.reports);
    if (does === 'merge') {
      now = [...others, { reports, scores: touched.flatMap(({ scores }) => scores) }];
      continue;
    }
    const out = reports.filter(report => isMeant(report, meant));
    const left = touched.map(({ reports: all, scores }) => ({
      reports: all.filter(report => !out.includes(report)),
      scores,
    }));
    now = [...others, ...left.filter(cluster => cluster.reports.length > 0), { reports: out, scores: [] }];
  }
  return now;
}

/** Fields of events as people corrected them; the field is disputed no more. */
export function correctEvents(events: RecordedEvent[], decisions: readonly LedgerDecision[]): void {
  for (const decision of decisions) {
    if (decision.does !== 'correct') continue;
    const meant = new Set(decision.keys);
    for (const event of events) {
      const keys = [...event.rows.map(id => `row:${id}`), ...event.claims.flatMap(namesOf)];
      if (!keys.some(key => meant.has(key))) continue;
      const { place, ...set } = decision.set;
      Object.assign(event, set, 'place' in decision.set && { place: place ? { name: place, country: null } : null });
      event.precision = precisionOf(event.from && event.to ? { from: event.from, to: event.to } : null);
      event.disputed = event.disputed.filter(({ field }) => !(field in decision.set));
    }
  }
}

function isMeant(report: Report, meant: Set<string>): boolean {
  return keysOf(report).some(key => meant.has(key));
}
