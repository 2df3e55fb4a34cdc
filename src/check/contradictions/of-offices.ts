/** An office that two are said to hold at one time. */
import { countryName } from '../../actors/countries.js';
import { postsOf } from '../../actors/offices.js';
import { grouped } from '../../grouped.js';
import { knownTable } from '../../knowledge.js';
import type { Day, OfficeClaim } from '../../reading.js';
import type { Evidence, KeptClaim } from '../../record/evidence.js';
import { areApart, bySide, type Contradiction, sideOf } from './contradiction.js';

type KeptOffice = KeptClaim & { claim: OfficeClaim };

/** A person in an office, from the first to the last day that sources say so. */
interface Held {
  person: string;
  from: Day;
  to: Day;
  claims: KeptOffice[];
}

export function contradictionsOfOffices({ claims }: Evidence): Contradiction[] {
  const offices = claims.filter(isOffice).filter(({ claim }) => claim.country && postOf(claim));
  const groups = grouped(offices, ({ claim }) => `${claim.country} ${postOf(claim)}`);
  return [...groups.values()].flatMap(group => {
    const held = heldBy(group);
    return held.flatMap((one, i) => held.slice(i + 1).flatMap(other => contradictionOf(one, other)));
  });
}

function isOffice(kept: KeptClaim): kept is KeptOffice {
  return kept.claim.kind === 'office';
}

/** The post that one person holds at a time; of an office of many, as of an ambassador, two holders are no contradiction. */
function postOf({ office }: OfficeClaim): string | null {
  const [post] = postsOf(office.split(',')[0]!.trim().toLowerCase());
  return post && singlePosts().has(post) ? post : null;
}

function heldBy(group: KeptOffice[]): Held[] {
  const held: Held[] = [];
  for (const kept of group) {
    const days = daysOf(kept);
    if (!days) continue;
    const own = held.find(({ person }) => isSamePerson(person, kept.claim.person));
    if (!own) {
      held.push({ person: kept.claim.person, ...days, claims: [kept] });
      continue;
    }
    own.claims.push(kept);
    if (days.from < own.from) own.from = days.from;
    if (days.to > own.to) own.to = days.to;
    if (kept.claim.person.length > own.person.length) own.person = kept.claim.person;
  }
  return held;
}

/** The days a claim puts a person in an office: those it states, else the day it was told. */
function daysOf({ claim: { from, to }, article: { date } }: KeptOffice): { from: Day; to: Day } | null {
  const told = date.value ?? date.latest;
  const first = from ?? (to && told && to < told ? to : told);
  if (!first) return null;
  const last = to ?? (told && told > first ? told : first);
  return { from: first, to: last };
}

/** "Ruto" and "William Ruto" are one. */
function isSamePerson(one: string, other: string): boolean {
  const [few, many] = [one, other].map(name => name.toLowerCase().split(/\s+/)).sort((x, y) => x.length - y.length);
  return few!.at(-1) === many!.at(-1) || few!.every(word => many!.includes(word));
}

/** Two who hold it over the same days; on the day that one ends and another begins both may. */
function contradictionOf(one: Held, other: Held): Contradiction[] {
  const from = [one.from, other.from].sort()[1]!;
  const to = [one.to, other.to].sort()[0]!;
  const oneDay = one.from === other.from && one.to === other.to;
  const within = [one, other].some(held => held.from < from && to < held.to);
  if (!(from < to || (from === to && (oneDay || within)))) return [];
  if (!one.claims.some(a => other.claims.some(b => areApart(a, b)))) return [];
  const { office, country } = one.claims[0]!.claim;
  return [
    {
      kind: 'office',
      about: `${office} of ${countryName(country!)}`,
      sides: bySide([one, other].map(({ person, claims }) => sideOf(person, claims))),
      caution: null,
    },
  ];
}

let single: Set<string> | undefined;

function singlePosts(): Set<string> {
  single ??= new Set(knownTable('check/single-posts.csv').map(({ post }) => post!));
  return single;
}
