/** Contradictions about events: their day, their place, what was done, and whether it was done at all. */
import type { EvidenceRef } from '../../evidence.js';
import { grouped } from '../../grouped.js';
import type { Evidence, KeptClaim, RecordedEvent } from '../../record/evidence.js';
import { daysBetween } from '../../time/calendar.js';
import { likenessOf } from '../similar-sentences.js';
import { dayWords, refOfEvent } from '../words.js';
import { areApart, bySide, type Contradiction, sideOf } from './contradiction.js';
import { eventWords } from './event-words.js';

/** Two tellings of other days are put side by side where they share so much of their words. */
const SAME_TELLING = 0.6;
/** ... and the days lie so near, that one may be meant. */
const DAYS_APART = 7;
/** A denial is of what was told so many days before or after it. */
const DENIED_WITHIN = 31;
const SAME_CHARGE = 0.3;

/** Fields on which the reports of one event differ, and what they are called. */
const FIELDS: Record<string, Contradiction['kind']> = {
  from: 'date',
  to: 'date',
  place: 'place',
  host: 'place',
  third: 'event',
  of: 'event',
};

export function contradictionsOfEvents({ ledger, events }: Evidence): Contradiction[] {
  const rows = new Map(events.map(row => [row.id, refOfEvent(row)]));
  const refsOf = (ids: string[]) => ids.flatMap(id => rows.get(id) ?? []);
  return [...ledger.flatMap(event => withinOne(event, refsOf)), ...otherDays(ledger), ...denials(ledger)];
}

/** What the reports of one event differ on, across sources. */
function withinOne(event: RecordedEvent, refsOf: (rows: string[]) => EvidenceRef[]): Contradiction[] {
  return event.disputed.flatMap(({ field, values }) => {
    const kind = FIELDS[field];
    const sides = values.filter(({ claims, rows }) => claims.length + rows.length > 0);
    const [one, other] = sides;
    if (!kind || !one || !other) return [];
    const apart = sides.some(({ claims }) =>
      sides.some(({ claims: others, rows }) =>
        others === claims ? false : rows.length > 0 || claims.some(a => others.some(b => areApart(a, b))),
      ),
    );
    if (!apart) return [];
    const saysOf = (value: string) => (field === 'from' || field === 'to' ? dayWords(value) : value);
    return {
      kind,
      about: `${eventWords(event)}: ${WORDS[field] ?? field}`,
      sides: bySide(sides.map(({ value, claims, rows }) => sideOf(saysOf(value), claims, refsOf(rows)))),
      caution: null,
    };
  });
}

const WORDS: Record<string, string> = {
  from: 'the first day',
  to: 'the last day',
  place: 'where',
  host: 'who was host',
  third: 'who else had a part',
  of: 'what it was about',
};

/** Events of one kind between the same, told in like words with other days: one event or two, which is not decided here. */
function otherDays(ledger: readonly RecordedEvent[]): Contradiction[] {
  const dated = grouped(
    ledger.filter(({ precision, claims }) => precision === 'day' && claims.length > 0),
    ({ type, source, target, negated }) => [type, source, target, negated].join(),
  );
  return [...dated.values()].flatMap(events =>
    events.flatMap((one, i) =>
      events.slice(i + 1).flatMap(other => {
        if (Math.abs(daysBetween(one.from!, other.from!)) > DAYS_APART || one.from === other.from) return [];
        if (!areToldAlike(one.claims, other.claims)) return [];
        return {
          kind: 'date' as const,
          about: `${eventWords(one)}: the day`,
          sides: bySide([one, other].map(({ from, claims }) => sideOf(dayWords(from!), claims))),
          caution: 'These may be two events: days are never made one.',
        };
      }),
    ),
  );
}

/** What one side says was done and another says was not. */
function denials(ledger: readonly RecordedEvent[]): Contradiction[] {
  const groups = grouped(
    ledger.filter(({ claims }) => claims.length > 0),
    ({ type, source, target }) => [type, source, target].join(),
  );
  return [...groups.values()].flatMap(events => {
    const claims = events.flatMap(event => event.claims.map(kept => ({ kept, event })));
    const denied = claims.filter(({ kept }) => isDenied(kept));
    const seen = new Set<unknown>();
    return denied.flatMap(({ kept, event }) => {
      if (seen.has(event)) return [];
      seen.add(event);
      const no = denied.filter(one => one.event === event).map(one => one.kept);
      const yes = claims
        .filter(one => !isDenied(one.kept) && one.kept.claim.negated === kept.claim.negated)
        .filter(one => ['happened', 'alleged'].includes(one.kept.claim.modality))
        .filter(one => one.event === event || isOf(one.kept, kept))
        .map(one => one.kept);
      if (yes.length === 0) return [];
      const denier = no.flatMap(({ claim }) => claim.denied_by?.name ?? [])[0];
      return {
        kind: 'denial' as const,
        about: eventWords(event),
        sides: bySide([
          sideOf(yes.every(({ claim }) => claim.modality === 'alleged') ? 'alleged' : 'told as done', yes),
          sideOf(denier ? `denied by ${denier}` : 'denied', no),
        ]),
        caution: null,
      };
    });
  });
}

function isDenied({ claim }: RecordedEvent['claims'][number]): boolean {
  return claim.modality === 'denied' || claim.denied_by !== null;
}

/** Is the denial of this charge? By what it is of, by when it was told and by its words. */
function isOf(charge: RecordedEvent['claims'][number], denial: RecordedEvent['claims'][number]): boolean {
  if (charge.claim.of && denial.claim.of && charge.claim.of !== denial.claim.of) return false;
  const [one, other] = [charge.article.date.earliest, denial.article.date.earliest];
  if (one && other && Math.abs(daysBetween(one, other)) > DENIED_WITHIN) return false;
  return likenessOf(charge, denial) >= SAME_CHARGE;
}

function areToldAlike(ones: readonly KeptClaim[], others: readonly KeptClaim[]): boolean {
  return ones.some(one => others.some(other => areApart(one, other) && likenessOf(one, other) >= SAME_TELLING));
}
