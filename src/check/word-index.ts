/** Texts found again by their rarest words, so that one sentence is compared with a few others and not with a million. */

/** So many texts at most are handed out for one question. */
const MOST = 200;

/** A text with everything that was kept under it: the same words are indexed once. */
export interface Indexed<T> {
  text: string;
  words: Set<string>;
  all: T[];
}

export interface WordIndex<T> {
  /** Texts that have one of the `count` rarest of these words, those with the rarest first. */
  withOneOf(words: Iterable<string>, count: number): Indexed<T>[];
}

/** @param wordsOf the words a text is known by. */
export function wordIndex<T>(items: { text: string; item: T }[], wordsOf: (text: string) => Set<string>): WordIndex<T> {
  const byText = new Map<string, Indexed<T>>();
  const byWord = new Map<string, Indexed<T>[]>();
  for (const { text, item } of items) {
    const known = byText.get(text);
    if (known) {
      known.all.push(item);
      continue;
    }
    const entry = { text, words: wordsOf(text), all: [item] };
    byText.set(text, entry);
    for (const word of entry.words) {
      const list = byWord.get(word);
      if (list) list.push(entry);
      else byWord.set(word, [entry]);
    }
  }
  return {
    withOneOf(words, count) {
      const lists = [...new Set(words)]
        .map(word => byWord.get(word) ?? [])
        .sort((one, other) => one.length - other.length);
      const found = new Set<Indexed<T>>();
      for (const list of lists.slice(0, count)) {
        for (const entry of list) {
          if (found.size >= MOST) return [...found];
          found.add(entry);
        }
      }
      return [...found];
    },
  };
}
