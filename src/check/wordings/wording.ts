/** What the checks of wordings share: claims made in words alone ("largest partner", "first visit since"), which no reader of claims holds. */
import type { Country, DayRange, Mention, Span } from '../../reading.js';
import { type CheckContext, mentionsIn, timesIn } from '../context.js';
import { isYear } from '../figures/topic.js';
import type { Check } from '../verdict.js';

/** A check of a wording, tied to the smallest claim it stands in where there is one. */
export function checkOf(context: CheckContext, span: Span, rest: Omit<Check, 'start' | 'end' | 'claim'>): Check {
  const holding = context.reading.claims
    .filter(({ start, end }) => start <= span.start && end >= span.end)
    .sort((one, other) => one.end - one.start - (other.end - other.start))[0];
  return { start: span.start, end: span.end, claim: holding?.id ?? null, ...rest };
}

/** The one state a mention stands for, by name, demonym, pronoun or capital; `null` for persons, several states, organisations. */
export function stateOf({ countries, person, organisation }: Mention): Country | null {
  return countries.length === 1 && person === null && organisation === null && countries[0] !== 'IGO'
    ? countries[0]!
    : null;
}

/** The mentions of single states in a span, in order. */
export function statesIn(context: CheckContext, span: Span): (Span & { country: Country })[] {
  return mentionsIn(context, span).flatMap(mention => {
    const country = stateOf(mention);
    return country ? [{ start: mention.start, end: mention.end, country }] : [];
  });
}

/** The only calendar year a span names, or `null`. */
export function onlyYear(context: CheckContext, span: Span): number | null {
  const years = new Set(
    timesIn(context, span)
      .filter(({ type, value, from, to }) => type === 'DATE' && /^\d{4}$/.test(value) && from && to && isYear(from, to))
      .map(({ value }) => Number(value)),
  );
  return years.size === 1 ? [...years][0]! : null;
}

/** The time expression that a span's words lead to: the first one of days that begins in it. */
export function timeIn(context: CheckContext, span: Span): DayRange | null {
  return timesIn(context, span).find(({ type, from }) => type === 'DATE' && from !== null) ?? null;
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** A group of alternatives for an ordinal, in words or digits. */
export const ORDINAL = `(?:${ORDINALS.join('|')}|\\d{1,3}(?:st|nd|rd|th))`;

/** `eighth` and `8th` are 8; `null` for another word. */
export function ordinalValue(word: string): number | null {
  const at = ORDINALS.indexOf(word.toLowerCase());
  if (at >= 0) return at + 1;
  return /^\d+/.test(word) ? Number.parseInt(word, 10) : null;
}

/** `1st`, `2nd`, `13th`. */
export function ordinalWords(value: number): string {
  const ending = value % 100 >= 11 && value % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}
