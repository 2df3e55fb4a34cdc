import { grouped } from '../grouped.js';
import { knownTable } from '../knowledge.js';
import type { Country, Day } from '../reading.js';
import { listOf } from './countries.js';

/** One person in one office over one stretch of time. */
export interface Holding {
  person: string;
  /** Other spellings and short forms. */
  spellings: string[];
  /** `null` for the head of an international organisation. */
  country: Country | null;
  /** Key of data/actors/offices.csv: `president`, `foreign minister` ... or a plain word for what the person is. */
  office: string;
  /** The organisation that the office belongs to, where it is not the state: `NATO`. */
  organisation: string | null;
  from: Day | null;
  /** `null`: still in office when the table was written. */
  to: Day | null;
  /** The short forms that the news uses alone. */
  short: string[];
}

/** Every row of leaders.csv, ministers.csv and persons.csv in data/actors/, in this order. */
export function knownHoldings(): Holding[] {
  holdings ??= [
    ...knownTable('actors/leaders.csv').map(row => holdingOf(row, lastName)),
    ...knownTable('actors/ministers.csv').map(row => holdingOf(row, lastName)),
    // Outside high office a surname alone is too common: only the names that the table gives as single words count.
    ...knownTable('actors/persons.csv').map(row => holdingOf(row, () => [])),
  ];
  return holdings;
}

/** The short forms under which the news knows a person: a family name in capitals in the table, else the last word. */
export function shortForms(holding: Holding): string[] {
  return holding.short;
}

/** All that is known of a person by the name the table gives first. */
export function holdingsOf(person: string): Holding[] {
  byPerson ??= grouped(knownHoldings(), holding => holding.person);
  return byPerson.get(person) ?? [];
}

/**
 * Who held an office of a country on a day. Without a date the last holder known; with one, the holder on that day, the
 * later one where two changed over on it.
 */
export function holderOf(
  country: Country | null,
  office: string,
  date: Day | null,
  organisation: string | null = null,
): Holding | null {
  byOffice ??= grouped(knownHoldings(), holding => officeKey(holding.country, holding.office, holding.organisation));
  const all = byOffice.get(officeKey(country, office, organisation)) ?? [];
  const fitting = date === null ? all : all.filter(holding => heldOn(holding, date));
  return fitting.reduce<Holding | null>(
    (best, holding) => (!best || (holding.from ?? '') >= (best.from ?? '') ? holding : best),
    null,
  );
}

/** The last one who had left an office before a day: "the former president". */
export function formerHolderOf(country: Country, office: string, date: Day | null): Holding | null {
  byOffice ??= grouped(knownHoldings(), holding => officeKey(holding.country, holding.office, holding.organisation));
  const left = (byOffice.get(officeKey(country, office, null)) ?? []).filter(
    h => h.to !== null && (date === null || h.to < date),
  );
  return left.reduce<Holding | null>((best, holding) => (!best || holding.to! >= best.to! ? holding : best), null);
}

export function heldOn(holding: Holding, date: Day): boolean {
  return (holding.from === null || holding.from <= date) && (holding.to === null || date <= holding.to);
}

/** Whom a person stands for on a day: an international organisation while at its head, else the own country. */
export function affiliationOf(
  person: string,
  date: Day | null,
): { countries: Country[]; organisation: string | null; holding: Holding | null } {
  const all = holdingsOf(person);
  const holding = all.find(held => held.from !== null && date !== null && heldOn(held, date)) ?? all[0] ?? null;
  const organisation = holding && holding.country === null ? holding.organisation : null;
  const country = organisation === null ? (all.find(held => held.country !== null)?.country ?? null) : null;
  return { countries: country === null ? [] : [country], organisation, holding };
}

/** Whether a person is known to be a woman; of the others nothing is known. */
export function isWoman(person: string): boolean {
  women ??= new Set(knownTable('actors/female-names.csv').flatMap(row => listOf(row.names)));
  return women.has(person) || women.has(person.split(' ')[0]!);
}

/** Whether a person ever was at the head of a state or a government. */
export function leadsState(person: string): boolean {
  return holdingsOf(person).some(({ office, country }) => country !== null && LEADING_OFFICES.has(office));
}

const LEADING_OFFICES = new Set([
  'president',
  'leader',
  'supreme leader',
  'prime minister',
  'chancellor',
  'king',
  'chief executive',
]);

/**
 * How near a person's time in office is to a day: 0 while in office, else the years away. Years before the first office
 * count double: the news writes about those who held power more than about those who will.
 */
export function yearsFromOffice(person: string, date: Day | null): number {
  if (date === null) return 0;
  let nearest = 99;
  for (const holding of holdingsOf(person)) {
    if (heldOn(holding, date)) return 0;
    const after = holding.to !== null && holding.to < date;
    nearest = Math.min(nearest, after ? yearsBetween(holding.to!, date) : 2 * yearsBetween(date, holding.from!));
  }
  return nearest;
}

let women: Set<string> | null = null;
let holdings: Holding[] | null = null;
let byPerson: Map<string, Holding[]> | null = null;
let byOffice: Map<string, Holding[]> | null = null;

function holdingOf(row: Record<string, string>, shortOf: (names: string[]) => string[]): Holding {
  const family = row.person!.match(/(?<!\p{L})\p{Lu}[\p{Lu}'’-]+(?!\p{Ll})(?: \p{Lu}{2,}(?!\p{Ll}))*/u)?.[0] ?? null;
  const hasFamily = family !== null && !isNumeral(family);
  const person = hasFamily ? row.person!.replace(/(?<!\p{L})\p{Lu}[\p{Lu}'’-]+(?!\p{Ll})/gu, titleCase) : row.person!;
  const spellings = listOf(row.spellings).filter(name => name !== '-');
  const single = spellings.filter(name => !name.includes(' '));
  const noShort = row.spellings!.split('|').includes('-');
  const names = [person, ...spellings];
  const short = hasFamily ? [family.split(' ').map(titleCase).join(' '), ...single] : [...shortOf(names), ...single];
  return {
    person,
    spellings,
    country: row.iso3 && row.iso3 !== 'IGO' ? row.iso3 : null,
    office: row.office!,
    organisation: row.organisation || null,
    from: fullDay(row.from, 'first'),
    to: fullDay(row.to, 'last'),
    short: noShort ? [] : [...new Set(short)],
  };
}

/** The last word of each name with the particles before it ("von der Leyen", "De Croo"), of a monarch the name before the numeral. */
function lastName(names: string[]): string[] {
  return names.map(name => {
    const words = name.split(' ');
    let last = words.length - 1;
    if (last > 0 && isNumeral(words[last]!)) last--;
    let first = last;
    while (first > 1 && PARTICLE.test(words[first - 1]!)) first--;
    return words.slice(first, last + 1).join(' ');
  });
}

/** Words that belong to the family name after them. */
const PARTICLE = /^(?:van|von|der|den|de|la|le|del|della|di|da|dos|du|ten|zu|bin|ould|el)$/i;

function isNumeral(word: string): boolean {
  return /^(?:II|III|IV|VI{0,3}|IX|XI{2,3}|XIV|XVI{0,1}|X)$/.test(word);
}

/** `2013` and `2013-03` are days too: the first for a beginning, the last for an end. */
function fullDay(cell: string | undefined, which: 'first' | 'last'): Day | null {
  if (!cell || cell.length === 10) return cell || null;
  if (cell.length === 4) return `${cell}${which === 'first' ? '-01-01' : '-12-31'}`;
  if (which === 'first') return `${cell}-01`;
  const [year, month] = cell.split('-').map(Number);
  return new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10);
}

function titleCase(word: string): string {
  return word
    .split('-')
    .map((part, i) =>
      i === 0
        ? part[0] + part.slice(1).toLowerCase()
        : part.length > 3
          ? part[0] + part.slice(1).toLowerCase()
          : part.toLowerCase(),
    )
    .join('-');
}

function yearsBetween(a: Day, b: Day): number {
  return (Date.parse(b) - Date.parse(a)) / (365.25 * 86_400_000);
}

function officeKey(country: Country | null, office: string, organisation: string | null): string {
  return `${country ?? ''}/${office}/${organisation ?? ''}`;
}
