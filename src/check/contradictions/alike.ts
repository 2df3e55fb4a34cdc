/** Whether two sentences tell of one thing: by the weighty words they share. */

/** The beginnings of the longer words of a sentence, in lower case, without numbers. */
export function weightyWords(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map(word => word.slice(0, 6)));
}

/** The share of the longer list that both have. */
export function likeness(one: Set<string>, other: Set<string>): number {
  let both = 0;
  for (const word of one) if (other.has(word)) both++;
  return both / Math.max(1, one.size, other.size);
}
