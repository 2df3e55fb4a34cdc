/** An event of the reports that tell of it: what they agree on, what they differ on, how many are independent. */
import { cameoOf } from '../../claims/actions/cameo.js';
import type { EventRow } from '../../datasets/row.js';
import type { Country, Day, Modality } from '../../reading.js';
import { orderOf } from '../order.js';
import { disputedFields } from './disputed.js';
import { eventId } from './event-id.js';
import { independentReports } from './independent.js';
import type { RecordedEvent } from './recorded-event.js';
import { isSame, type KeptAction, precisionOf, type Report } from './report.js';

/** From the surest to the least sure; of as many reports on both sides, the less sure one holds. */
const CERTAINTY: Modality[] = ['happened', 'announced', 'expected', 'proposed', 'conditional', 'alleged', 'denied'];

/** Makes the event of some reports; `id` may be shared by several events and is told apart by the caller. */
export function combined({ reports, scores }: { reports: Report[]; scores: number[] }): RecordedEvent {
  const [first] = reports as [Report];
  if (reports.length === 1 && first.row) return rowAlone(first, first.row);
  const claims = reports.flatMap(({ kept }) => kept ?? []).sort(byDate);
  const rows = reports.flatMap(({ row }) => row?.id ?? []).sort(orderOf);
  const fullest = reports.reduce((one, other) => (other.parties.length > one.parties.length ? other : one), first);
  const directed = reports.find(({ parties, mutual }) => isSame(parties, fullest.parties) && !mutual) ?? fullest;
  const { source, target } = first.type === 'CONSULT' ? mutualOf(reports, fullest) : directed;
  const days = daysOf(reports);
  const event = {
    type: first.type,
    mode: first.mode ?? mostOf(reports.map(({ mode }) => mode)),
    of: mostOf(reports.map(({ of }) => of)),
    source,
    target,
    third: sorted(reports.flatMap(({ third }) => third)),
    names: sorted(reports.flatMap(({ names }) => names)),
    ...days,
    precision: precisionOf(days.from && days.to ? { from: days.from, to: days.to } : null),
    modality: modalityOf(reports),
    negated: first.negated,
    place: placeOf(reports),
    host: mostOf(reports.map(({ host }) => host)),
  };
  return {
    id: eventId(event.type, fullest.parties, days.from ?? toldFirst(reports)),
    ...event,
    claims,
    rows,
    reports: independentReports(claims),
    disputed: disputedFields(reports),
    score: scores.length ? Math.round(Math.min(...scores) * 1000) / 1000 : 1,
    cameo: cameoOf(event),
  };
}

/** The event of a row that nothing else tells of: as the general case has it, of which there may be tens of thousands. */
function rowAlone(report: Report, row: EventRow): RecordedEvent {
  const { type, mode, of, source, target, parties, third, names, stated, precision } = report;
  const { modality, negated, place, host } = report;
  return {
    id: eventId(type, parties, stated!.from),
    ...{ type, mode, of, source, target, third, names, ...stated!, precision, modality, negated, place, host },
    ...{ claims: [], rows: [row.id], reports: 0, disputed: [], score: 1 },
    cameo: cameoOf(report),
  };
}

/** The closest days that are stated: reports of vaguer time do not widen them. */
function daysOf(reports: Report[]): { from: Day | null; to: Day | null } {
  const stated = reports.flatMap(({ stated: days }) => days ?? []);
  if (!stated.length) return { from: null, to: null };
  const row = reports.find(({ row: known }) => known !== null)?.stated;
  if (row) return { from: row.from, to: row.to };
  const length = ({ from, to }: { from: Day; to: Day }) => Date.parse(to) - Date.parse(from);
  const { from, to } = stated.reduce((one, other) => (length(other) < length(one) ? other : one));
  return { from, to };
}

/** A meeting has all parties on both sides, whoever travelled; a visit alone keeps who came to whom. */
function mutualOf(reports: Report[], fullest: Report): { source: Country[]; target: Country[] } {
  const alike = reports.every(({ source, target }) => isSame(source, fullest.source) && isSame(target, fullest.target));
  return alike ? fullest : { source: fullest.parties, target: fullest.parties };
}

function modalityOf(reports: Report[]): Modality {
  const counts = CERTAINTY.map(modality => reports.filter(report => report.modality === modality).length);
  const most = Math.max(...counts);
  return CERTAINTY[counts.lastIndexOf(most)]!;
}

function placeOf(reports: Report[]): RecordedEvent['place'] {
  const places = reports.flatMap(({ place }) => (place?.name ? place : []));
  const name = mostOf(places.map(place => place.name));
  return places.find(place => place.name === name) ?? reports.find(({ place }) => place)?.place ?? null;
}

/** What is said most often; of several the first said. */
function mostOf<T extends string>(values: (T | null)[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > counts.get(best)!) best = value;
  return best;
}

/** The article and claim that told first of what the reports tell. */
function toldFirst(reports: Report[]): string {
  const names = reports.flatMap(({ kept }) => (kept ? `${kept.article.id}-${kept.claim.id}` : []));
  return String(names.sort(orderOf)[0]);
}

function byDate(one: KeptAction, other: KeptAction): number {
  return (
    orderOf(one.article.date.earliest ?? '~', other.article.date.earliest ?? '~') ||
    orderOf(one.article.id, other.article.id) ||
    one.claim.start - other.claim.start ||
    orderOf(one.claim.id, other.claim.id)
  );
}

function sorted(list: string[]): string[] {
  return [...new Set(list)].sort();
}
