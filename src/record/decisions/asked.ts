/** What somebody asks for in words, as a decision that is anchored in the record. */
import { countryCode } from '../../actors/countries.js';
import { isDay } from '../../article/article.js';
import type { EventRow } from '../../datasets/row.js';
import { WrongUse } from '../../errors.js';
import type { Country } from '../../reading.js';
import { partiesIn } from '../ledger/event-id.js';
import type { RecordedEvent } from '../ledger/recorded-event.js';
import { isEventType } from '../ledger/report.js';
import { type Anchored, anchorOf } from './anchor.js';
import {
  type CheckAnchor,
  type ClaimAnchor,
  type Decision,
  type DecisionAsked,
  type EventAnchor,
  holding,
  undoneBy,
  type Verb,
  type Verdict,
} from './decision.js';
import { claimFields, eventFields, inOrder } from './fields.js';

/** What the record is asked while a decision is made of words. */
export interface Lookup {
  /** The claims of articles whose id begins so. */
  claimsOf(article: string): Promise<Anchored[]>;
  /** The events of the ledger in which a country has a part. */
  eventsOf(country: Country): Promise<RecordedEvent[]>;
  /** The text of an article by the beginning of its id, with its hash; `null` where there is none. */
  textOf(article: string): Promise<{ sha256: string; text: string } | null>;
  decisions: readonly Decision[];
}

/** The most characters of a name, of a reason or note, and of one field: a log is read by people. */
const LONGEST = { name: 200, reason: 10_000, field: 2_000 };

/** @throws WrongUse where a target is not in the record, a field or value is none, or one is longer than people write. */
export async function verdictOf(asked: DecisionAsked, lookup: Lookup): Promise<Verdict> {
  const { verb, targets, by, reason, set: fields = {} } = asked;
  if (!by.trim()) throw new WrongUse('who decides? Give --by NAME');
  if (!reason.trim()) throw new WrongUse(verb === 'note' ? 'a note of no words? Give --reason' : 'why? Give --reason');
  bounded('the name', by, LONGEST.name);
  bounded(verb === 'note' ? 'the note' : 'the reason', reason, LONGEST.reason);
  for (const [field, text] of Object.entries(fields)) bounded(field, text, LONGEST.field);
  const [target] = targets;
  if (verb === 'add') return { verb, row: addedRow(asked) };
  if (!target) throw new WrongUse(`${verb} what? Name a claim (ARTICLE:CLAIM) or an event`);
  switch (verb) {
    case 'reject':
    case 'accept': {
      const claim = await claimNamed(target, lookup);
      refuseAgain(verb, claim, target, lookup.decisions);
      return { verb, claim };
    }
    case 'correct': {
      const set = asked.set ?? {};
      if (!isClaimName(target)) return { verb, event: await eventNamed(target, lookup, set), set: eventFields(set) };
      const claim = await claimNamed(target, lookup);
      return { verb, claim, set: claimFields(claim.kind, set) };
    }
    case 'merge': {
      if (new Set(targets).size < 2) throw new WrongUse('merge needs two events or more');
      const events: EventAnchor[] = [];
      for (const name of new Set(targets)) events.push(await eventNamed(name, lookup));
      return { verb, events };
    }
    case 'split': {
      const event = await eventNamed(target, lookup);
      const claims: ClaimAnchor[] = [];
      for (const name of targets.slice(1)) claims.push(await claimNamed(name, lookup));
      const isOf = (one: ClaimAnchor) => event.claims.some(other => JSON.stringify(other) === JSON.stringify(one));
      if (claims.length === 0 || !claims.every(isOf))
        throw new WrongUse(`split needs claims of ${target}, ARTICLE:CLAIM each`);
      return { verb, event, claims };
    }
    case 'note':
      if (target.startsWith('page:')) return { verb, page: target.slice('page:'.length) };
      if (isClaimName(target)) return { verb, claim: await claimNamed(target, lookup) };
      return { verb, event: await eventNamed(target, lookup) };
    case 'approve':
      return { verb, check: await checkNamed(target, asked.set?.verdict ?? null, lookup) };
    case 'undo': {
      const found = lookup.decisions.filter(({ id }) => id.startsWith(target));
      if (found.length !== 1)
        throw new WrongUse(`${target}: ${found.length ? 'several decisions begin so' : 'no decision has this id'}`);
      const { id } = found[0]!;
      const by = undoneBy(lookup.decisions).get(id);
      if (by) throw new WrongUse(`${target} is undone already, by ${by}; undo that one to let it hold again`);
      return { verb, decision: id };
    }
  }
}

/** The same decision twice would need to be undone twice. The last that was made about a claim holds. */
function refuseAgain(verb: Verb, claim: ClaimAnchor, name: string, decisions: readonly Decision[]): void {
  const isAbout = (one: Decision) =>
    (one.verb === 'reject' || one.verb === 'accept') && JSON.stringify(one.claim) === JSON.stringify(claim);
  const last = holding(decisions).findLast(isAbout);
  if (last?.verb === verb)
    throw new WrongUse(`${name} is ${verb}ed already, by ${last.by} (decision ${last.id}); \`undo\` takes it back`);
}

function bounded(what: string, text: string, longest: number): void {
  if (text.length > longest)
    throw new WrongUse(
      `${what} has ${text.length.toLocaleString('en-US')} characters: ${longest.toLocaleString('en-US')} at most`,
    );
}

function isClaimName(name: string): boolean {
  return /^[0-9a-f]{6,64}:[0-9a-z-]+$/.test(name);
}

async function claimNamed(name: string, lookup: Lookup): Promise<ClaimAnchor> {
  if (!isClaimName(name)) throw new WrongUse(`${name}: a claim is named ARTICLE:CLAIM, as \`search --ids\` gives them`);
  const [article, id] = name.split(':') as [string, string];
  const found = (await lookup.claimsOf(article)).filter(({ kept }) => kept.claim.id.startsWith(id));
  const exact = found.filter(({ kept }) => kept.claim.id === id);
  const [only, ...others] = exact.length ? exact : found;
  if (!only || others.length)
    throw new WrongUse(`${name}: ${only ? 'several claims begin so' : 'the record has no such claim'}`);
  return anchorOf(only);
}

/** @param set fields that are to be corrected: they must fit what the event says besides. */
async function eventNamed(name: string, lookup: Lookup, set: Record<string, string> = {}): Promise<EventAnchor> {
  const [country] = partiesIn(name);
  const events = country ? await lookup.eventsOf(country) : [];
  const event = events.find(({ id }) => id === name);
  if (!event) throw new WrongUse(`${name}: the record has no such event`);
  inOrder(set.from ?? event.from, set.to ?? event.to);
  const claims: ClaimAnchor[] = [];
  for (const { article, claim } of event.claims) claims.push(await claimNamed(`${article.id}:${claim.id}`, lookup));
  return { event: name, claims, rows: event.rows };
}

async function checkNamed(name: string, verdict: string | null, lookup: Lookup): Promise<CheckAnchor> {
  const [, article, from, to] = /^([0-9a-f]{6,64}):(\d{1,9})-(\d{1,9})$/.exec(name) ?? [];
  const found = article ? await lookup.textOf(article) : null;
  if (!found) throw new WrongUse(`${name}: a check is named ARTICLE:START-END, of an article of the record`);
  const [start, end] = [Number(from), Number(to)];
  if (start >= end || end > found.text.length) throw new WrongUse(`${name}: the article has no such place`);
  return { article: found.sha256, start, end, text: found.text.slice(start, end), verdict };
}

/** An event that a person adds, as a row whose source is that person. */
function addedRow({ by, reason, set = {} }: DecisionAsked): EventRow {
  const known = [
    'type',
    'a',
    'b',
    'from',
    'to',
    'persons',
    'place',
    'country',
    'host',
    'format',
    'text',
    'source',
    'url',
  ];
  const wrong = Object.keys(set).find(field => !known.includes(field));
  if (wrong) throw new WrongUse(`an event has no field "${wrong}": it has ${known.join(', ')}`);
  const country = (field: string) => {
    const code = set[field] ? countryCode(set[field]) : null;
    if (set[field] && !code) throw new WrongUse(`${field}: no country is called "${set[field]}"`);
    return code;
  };
  const day = (field: string) => {
    if (set[field] && !isDay(set[field]))
      throw new WrongUse(`${field}: "${set[field]}" is not a day: give it as YYYY-MM-DD`);
    return set[field] || null;
  };
  const [a, from] = [country('a'), day('from')];
  if (!set.type || !isEventType(set.type) || !a || !from) {
    throw new WrongUse(
      'an event needs --set type=..., a=COUNTRY and from=DAY; its type is that of a row (meeting, sanction ...) or of PLOVER',
    );
  }
  const to = day('to');
  inOrder(from, to);
  return {
    kind: 'event',
    id: '',
    dataset: 'decisions',
    type: set.type,
    a,
    b: country('b'),
    from,
    to: to ?? from,
    persons: set.persons ? set.persons.split('|') : [],
    place: set.place || null,
    country: country('country'),
    host: country('host'),
    format: set.format || null,
    text: set.text || null,
    source: set.source || by,
    url: set.url || null,
    note: `added by ${by}: ${reason}`,
  };
}
