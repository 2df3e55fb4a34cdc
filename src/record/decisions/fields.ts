/** The fields that a person may correct, and how their values are written. */
import { countryCode, countryName } from '../../actors/countries.js';
import { isDay } from '../../article/article.js';
import { WrongUse } from '../../errors.js';
import { type Claim, type ClaimKind, PLOVER_TYPES } from '../../reading.js';

type Reader = (text: string, field: string) => unknown;

const MODALITIES = ['happened', 'announced', 'expected', 'proposed', 'conditional', 'alleged', 'denied'];

const words: Reader = text => text.trim() || null;
const day: Reader = (text, field) => {
  if (text.trim() === '') return null;
  if (!isDay(text)) throw new WrongUse(`${field}: "${text}" is not a day: give it as YYYY-MM-DD`);
  return text;
};
const number: Reader = (text, field) => {
  if (text.trim() === '' || !Number.isFinite(Number(text))) throw new WrongUse(`${field}: "${text}" is no number`);
  return Number(text);
};
const yes: Reader = (text, field) => {
  if (text !== 'yes' && text !== 'no') throw new WrongUse(`${field}: say yes or no, not "${text}"`);
  return text === 'yes';
};
const country: Reader = (text, field) => {
  if (text.trim() === '') return null;
  const code = countryCode(text) ?? (text === 'IGO' ? text : null);
  if (!code) throw new WrongUse(`${field}: no country is called "${text}"`);
  return code;
};
const countries: Reader = (text, field) =>
  [
    ...new Set(
      text
        .split(',')
        .filter(part => part.trim())
        .map(part => country(part.trim(), field) as string),
    ),
  ].sort();
const oneOf =
  (known: readonly string[], optional = false): Reader =>
  (text, field) => {
    if (optional && text.trim() === '') return null;
    const found = known.find(one => one.toLowerCase() === text.trim().toLowerCase());
    if (!found) throw new WrongUse(`${field}: "${text}" is none of ${known.join(', ')}`);
    return found;
  };

const EVENT_FIELDS: Record<string, Reader> = {
  type: oneOf(PLOVER_TYPES),
  of: oneOf(PLOVER_TYPES, true),
  mode: words,
  source: countries,
  target: countries,
  third: countries,
  from: day,
  to: day,
  place: words,
  modality: oneOf(MODALITIES),
  negated: yes,
};

const ALL_EVENT_FIELDS: Record<string, Reader> = { ...EVENT_FIELDS, host: country };

const CLAIM_FIELDS: Record<ClaimKind, Record<string, Reader>> = {
  action: EVENT_FIELDS,
  figure: { value: number, unit: words, subject: words, from: day, to: day },
  statement: { stance: words, speaker: words, country },
  address: { speaker: words, addressee: words, term: words, occasion: words, warmth: number },
  office: { person: words, office: words, country, from: day, to: day },
  judgement: { favours: country, dimension: words, due: day },
};

/** The values of an event's fields, read from text. @throws WrongUse where a field or its value is none. */
export function eventFields(set: Record<string, string>): Record<string, unknown> {
  return read(set, ALL_EVENT_FIELDS, 'an event');
}

/** The values of a claim's fields, read from text. @throws WrongUse where a field or its value is none. */
export function claimFields(kind: ClaimKind, set: Record<string, string>): Record<string, unknown> {
  return read(set, CLAIM_FIELDS[kind], `a claim of kind ${kind}`);
}

/** A field of a claim that may be corrected: its value as it is written, and the values there are where they are few. */
export interface CorrectableField {
  field: string;
  value: string;
  options: readonly string[] | null;
}

/** The fields of a claim that a person may correct, as they stand now. */
export function correctable(claim: Claim): CorrectableField[] {
  return Object.keys(CLAIM_FIELDS[claim.kind]).map(field => ({
    field,
    value: written(claim, field),
    options: OPTIONS[field] ?? null,
  }));
}

/** The fields of an event that a person may correct, as they stand now. */
export function correctableEvent(event: object): CorrectableField[] {
  return Object.keys(ALL_EVENT_FIELDS).map(field => ({
    field,
    value: asText((event as Record<string, unknown>)[field]),
    options: OPTIONS[field] ?? null,
  }));
}

/** The fields whose values are few. */
const OPTIONS: Record<string, readonly string[]> = {
  type: PLOVER_TYPES,
  of: ['', ...PLOVER_TYPES],
  modality: MODALITIES,
  negated: ['no', 'yes'],
};

function written(claim: Claim, field: string): string {
  const all = claim as unknown as Record<string, unknown>;
  const days = claim.kind === 'action' ? claim.when : claim.kind === 'figure' ? claim.period : claim;
  const value =
    field === 'from' || field === 'to'
      ? (days as Record<string, unknown> | null)?.[field]
      : claim.kind === 'statement' && field === 'speaker'
        ? (claim.speaker?.person ?? claim.speaker?.name)
        : claim.kind === 'statement' && field === 'country'
          ? claim.speaker?.country
          : all[field];
  return asText(value);
}

function asText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(', ');
  return String((value as { name?: string } | null)?.name ?? value ?? '');
}

/** The claim with the corrected fields; what a person says is sure. */
export function corrected(claim: Claim, set: Record<string, unknown>): Claim {
  const { from, to, place, speaker, country: land, ...plain } = set;
  const days = {
    ...('from' in set && { from: from as string | null }),
    ...('to' in set && { to: to as string | null }),
  };
  const base = { ...claim, ...plain, confidence: 1 } as Claim;
  switch (base.kind) {
    case 'action': {
      const named = place
        ? { name: String(place), country: countryCode(String(place)), start: base.start, end: base.end }
        : null;
      return { ...base, when: { ...base.when, ...days }, ...('place' in set && { place: named }) };
    }
    case 'figure':
      return Object.keys(days).length
        ? { ...base, period: { ...{ from: null, to: null }, ...base.period, ...days } }
        : base;
    case 'statement': {
      const before = base.speaker ?? { name: '', person: null, country: null, start: base.start, end: base.end };
      const named = 'speaker' in set ? { name: String(speaker ?? ''), person: speaker as string | null } : {};
      const of = 'country' in set ? { country: land as string | null } : {};
      return { ...base, speaker: { ...before, ...named, ...of } };
    }
    case 'office':
      return { ...base, ...days, ...('country' in set && { country: land as string | null }) };
    case 'address':
      return { ...base, ...('speaker' in set && { speaker: speaker as string | null }) };
    case 'judgement':
      return base;
  }
}

/** `source Kenya, from 2024-03-11`, for people. */
export function fieldsText(set: Record<string, unknown>): string {
  return Object.entries(set)
    .map(
      ([field, value]) =>
        `${field} ${Array.isArray(value) ? value.map(countryName).join(' and ') || 'none' : (value ?? 'unknown')}`,
    )
    .join(', ');
}

/** @throws WrongUse where a stretch of days ends before it begins. */
export function inOrder(from: string | null, to: string | null): void {
  if (from && to && to < from) throw new WrongUse(`to: ${to} is before ${from}`);
}

function read(set: Record<string, string>, fields: Record<string, Reader>, what: string): Record<string, unknown> {
  if (Object.keys(set).length === 0)
    throw new WrongUse(`correct what? Give --set FIELD=VALUE; ${what} has ${Object.keys(fields).join(', ')}`);
  inOrder(set.from ?? null, set.to ?? null);
  return Object.fromEntries(
    Object.entries(set).map(([field, text]) => {
      const reader = Object.hasOwn(fields, field) ? fields[field] : undefined;
      if (!reader) throw new WrongUse(`${what} has no field "${field}": it has ${Object.keys(fields).join(', ')}`);
      return [field, reader(text, field)];
    }),
  );
}
