/** How two wordings differ, word by word (longest common subsequence; Wagner and Fischer, 1974). */

/** Longer wordings are compared by their beginning. */
const LONGEST = 80;
/** So many changes are told. */
const TOLD = 4;

export interface Difference {
  /** The share of the longer one's words that both have in the same order; 1 where one stands whole in the other. */
  likeness: number;
  /** Only words of the kept one are missing, none is new. */
  isShortened: boolean;
  changes: WordChange[];
}

/** What the kept wording has, and what stands in its place; empty where there is nothing. */
export interface WordChange {
  kept: string;
  said: string;
}

/** The words of a quotation: its first ones, where it is long. */
export function quotedWords(text: string): string[] {
  return wordsOf(text).slice(0, LONGEST);
}

/** The words of a text in lower case, without marks; apostrophes do not count, and a number is one word. */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/\d+(?:[.,]\d+)*|[\p{L}\d]+/gu) ?? []
  );
}

/** How a whole wording differs from a kept one: words left off before and after count as well. */
export function changesOf(said: string[], kept: string[]): { inOrder: number; changes: WordChange[] } {
  const [one, other] = [said.slice(0, LONGEST_COMPARED), kept.slice(0, LONGEST_COMPARED)];
  const common = commonWords(one, other);
  return { inOrder: common.length, changes: changesBetween(one, other, common) };
}

/** Of a sentence of more words than this, which hardly is one, the beginning is compared. */
const LONGEST_COMPARED = 200;

/** @param said the words as they are quoted. @param kept the words as they were kept. */
export function differenceOf(said: string[], kept: string[]): Difference {
  const [short, long] = said.length < kept.length ? [said, kept] : [kept, said];
  // A passage quoted whole out of a longer text is quoted rightly.
  if (` ${long.join(' ')} `.includes(` ${short.join(' ')} `)) return { likeness: 1, isShortened: false, changes: [] };
  const common = commonWords(said, kept);
  const isShortened = common.length === said.length;
  return {
    likeness: isShortened ? Math.min(0.99, common.length / said.length) : common.length / (long.length + 0.001),
    isShortened,
    changes: withoutEdges(changesBetween(said, kept, common), common, kept.length).slice(0, TOLD),
  };
}

/** Places of the words both have in the same order: `[place in said, place in kept]`. */
function commonWords(said: string[], kept: string[]): [number, number][] {
  const places: [number, number][] = [];
  let [i, j] = [said.length, kept.length];
  // What both end with is common, and needs no table.
  while (i > 0 && j > 0 && said[i - 1] === kept[j - 1]) places.push([--i, --j]);
  const lengths = commonLengths(said, kept, i, j);
  const width = j + 1;
  while (i > 0 && j > 0) {
    if (said[i - 1] === kept[j - 1]) places.push([--i, --j]);
    else if (lengths[(i - 1) * width + j]! >= lengths[i * width + j - 1]!) i -= 1;
    else j -= 1;
  }
  return places.reverse();
}

/** How many words the first `i` of one and the first `j` of the other have in common, in order: row by row, for all up to those given. */
function commonLengths(said: string[], kept: string[], saidCount: number, keptCount: number): Uint8Array {
  const width = keptCount + 1;
  const lengths = new Uint8Array((saidCount + 1) * width);
  for (let i = 1; i <= saidCount; i += 1) {
    const word = said[i - 1];
    for (let j = 1; j <= keptCount; j += 1) {
      const at = i * width + j;
      lengths[at] =
        word === kept[j - 1] ? lengths[at - width - 1]! + 1 : Math.max(lengths[at - width]!, lengths[at - 1]!);
    }
  }
  return lengths;
}

function changesBetween(said: string[], kept: string[], common: [number, number][]): WordChange[] {
  const changes: WordChange[] = [];
  let [i, j] = [0, 0];
  for (const [atSaid, atKept] of [...common, [said.length, kept.length] as const]) {
    const change = { kept: kept.slice(j, atKept).join(' '), said: said.slice(i, atSaid).join(' ') };
    if (change.kept || change.said) changes.push(change);
    [i, j] = [atSaid + 1, atKept + 1];
  }
  return changes;
}

/** What was left off before and after a passage is no change of it. */
function withoutEdges(changes: WordChange[], common: [number, number][], length: number): WordChange[] {
  const startsLater = (common[0]?.[1] ?? length) > 0;
  const endsSooner = (common.at(-1)?.[1] ?? -1) < length - 1;
  return changes.filter(({ said }, at) => {
    const isEdge = (at === 0 && startsLater) || (at === changes.length - 1 && endsSooner);
    return said !== '' || !isEdge;
  });
}
