/** Who held an office from when to when: rows of terms, joined where they follow on each other, and the shipped list of leaders. */
import { countryName } from '../actors/countries.js';
import { type Holding, knownHoldings } from '../actors/holders.js';
import { postsOf } from '../actors/offices.js';
import type { EventRow } from '../datasets/row.js';
import type { EvidenceRef } from '../evidence.js';
import type { Country, Day } from '../reading.js';

/** One term: of a row, or of the list. */
export interface Term {
  office: string;
  /** Which it is, where the row says so: `third term`. */
  format: string | null;
  from: Day;
  to: Day | null;
  /** `null`: the term is of the list, in which terms that follow on each other are one. */
  row: EventRow | null;
  ref: EvidenceRef;
}

/** Terms of one person in one office without a break between them, the first first. */
export interface Tenure {
  from: Day;
  to: Day | null;
  terms: Term[];
}

/** The term after another begins on the day it ends, or on the next. */
const LONGEST_BREAK = 86_400_000;
/** Rows begin a tenure where the list does, or so many days later: acting first, sworn in then. */
const SAME_BEGINNING = 366 * 86_400_000;

/**
 * The tenures of a person in an office, the first first.
 *
 * @param office in words: `president`, `premier`; `null`: any in which one leads a state.
 * @param country only offices of this country; `null`: of any.
 * @param rows events of type `office`.
 */
export function tenuresOf(person: string, office: string | null, country: Country | null, rows: EventRow[]): Tenure[] {
  const leading = postsOf('leader');
  const isMeant = (name: string) =>
    office === null ? leading.includes(postsOf(name)[0] ?? name) : isSame(name, office);
  return joined(termsOf(person, country, rows).filter(term => isMeant(term.office)));
}

/** All terms of a person that are known, in order of their beginnings. */
export function termsOf(person: string, country: Country | null, rows: EventRow[]): Term[] {
  const name = plainLetters(person);
  const isHere = (where: Country | null) => country === null || where === country;
  return [
    ...rows
      .filter(row => row.type === 'office' && isHere(row.a) && row.persons.some(one => plainLetters(one) === name))
      .map(termOfRow),
    ...(holdingsByName().get(name) ?? []).filter(holding => isHere(holding.country)).flatMap(termOfHolding),
  ].sort((one, other) => one.from.localeCompare(other.from));
}

/** The days on which a tenure may be said to have begun: the first of the rows, and the first of the list. */
export function beginningsOf({ from, terms }: Tenure): Term[] {
  const firsts = [terms.find(({ row }) => row !== null), terms.find(({ row }) => row === null)];
  return firsts.filter(
    term => term !== undefined && Date.parse(term.from) - Date.parse(from) < SAME_BEGINNING,
  ) as Term[];
}

let byName: Map<string, Holding[]> | null = null;

function holdingsByName(): Map<string, Holding[]> {
  if (byName) return byName;
  byName = new Map();
  for (const holding of knownHoldings()) {
    const name = plainLetters(holding.person);
    const own = byName.get(name);
    if (own) own.push(holding);
    else byName.set(name, [holding]);
  }
  return byName;
}

function joined(terms: Term[]): Tenure[] {
  const tenures: Tenure[] = [];
  for (const term of terms) {
    const last = tenures.at(-1);
    if (last && (last.to === null || Date.parse(term.from) - Date.parse(last.to) <= LONGEST_BREAK)) {
      last.terms.push(term);
      if (last.to !== null && (term.to === null || term.to > last.to)) last.to = term.to;
    } else {
      tenures.push({ from: term.from, to: term.to, terms: [term] });
    }
  }
  return tenures;
}

/** Word for word, or by the first choice of what the words can name: the premier is a prime minister, a vice-president no president. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map(words => words.toLowerCase().trim()) as [string, string];
  return a === b || (postsOf(a)[0] ?? a) === (postsOf(b)[0] ?? b);
}

function termOfRow(row: EventRow): Term {
  const { id, source, url, from, to, text, format, persons } = row;
  const label = [persons.join(' and '), text, format].filter(Boolean).join(', ');
  const ref: EvidenceRef = { kind: 'row', id, label, value: daysOf(from, to), unit: null, source, url };
  return { office: text ?? 'office', format, from, to, row, ref };
}

function termOfHolding({ person, office, country, organisation, from, to }: Holding): Term[] {
  if (!from) return [];
  const where = organisation ?? (country ? countryName(country) : null);
  const ref: EvidenceRef = {
    ...{ kind: 'row', id: ['holder', country ?? organisation, office, person, from].join(':') },
    ...{ label: [person, office, where].filter(Boolean).join(', '), value: daysOf(from, to), unit: null },
    ...{ source: 'Upperhand’s list of office holders, of general reference', url: null },
  };
  return [{ office, format: null, from, to, row: null, ref }];
}

function daysOf(from: Day, to: Day | null): string {
  return to ? `${from} to ${to}` : `since ${from}`;
}

function plainLetters(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').toLowerCase();
}
