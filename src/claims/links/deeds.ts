/** When two claims of deeds speak of the same one: same type, same parties, the same word or the same time. */
import type { ActionClaim, Found } from '../../reading.js';

/** So many deeds of one kind between the same parties are remembered, so that the work stays linear. */
export const REMEMBERED = 20;

export type Deed = Found<ActionClaim>;

/** Deeds with the same key have the same type and the same parties; `null` where the parties are not known. */
export function partiesKey({ type, source, target, names }: Deed, as: string = type): string | null {
  if (source.length === 0 || target.length === 0) return null;
  return `${as} ${[...source].sort().join('+')} ${[...target].sort().join('+')} ${[...names].sort().join('+')}`;
}

/** "the invasion", "his visit": the noun takes up a deed that was told before. */
export function takesUp(text: string, { trigger }: Deed): boolean {
  return /\b(?:the|this|that|these|those|his|her|its|their)\s(?:\w+\s)?$/i.test(
    text.slice(Math.max(0, trigger.start - 24), trigger.start),
  );
}

/** The beginning of the trigger's last word: "signed" and "signing" are one. */
export function stem(text: string, { trigger }: Deed): string {
  const word = text.slice(trigger.start, trigger.end).toLowerCase().split(/\s/)[0] ?? '';
  const bare = word.replace(/(?:ings?|ed|es|s)$/, '').replace(/([b-df-hj-np-tv-z])\1$/, '$1');
  return (bare.length < 3 ? word : bare).slice(0, 6);
}

/** Both are dated, and their dates meet. */
export function sameTime(one: Deed, other: Deed): boolean {
  const [a, b] = [one.when, other.when];
  return Boolean(
    a.from &&
      a.to &&
      b.from &&
      b.to &&
      a.from <= b.to &&
      b.from <= a.to &&
      isShort(a.from, a.to) &&
      isShort(b.from, b.to),
  );
}

/** Both are dated, and their dates do not meet. */
export function otherTime(one: Deed, other: Deed): boolean {
  const [a, b] = [one.when, other.when];
  return Boolean(a.from && a.to && b.from && b.to && (a.from > b.to || b.from > a.to));
}

/** No longer than a month: of what happened in a year there may be several. */
function isShort(from: string, to: string): boolean {
  return Date.parse(to) - Date.parse(from) <= 31 * 86_400_000;
}
