/**
 * A dictionary of phrases that is run over a text once: each word starts at most one walk down a trie, no walk is longer
 * than the longest phrase, and so the work grows with the length of the text and not with the number of phrases.
 *
 * Words are compared without case, accents and kind of apostrophe; hyphens count as spaces. Case is checked at the end,
 * so that "turkey" is not Turkey and "us" is not the US.
 */
export interface PhraseMatch<T> {
  start: number;
  end: number;
  /** Places of the first word and one past the last in the list of words that was searched. */
  firstWord: number;
  endWord: number;
  values: T[];
}

/** A word of a text as the index compares it. */
export interface IndexedWord {
  start: number;
  end: number;
  /** Levelled form. */
  key: string;
  /** What stands between the word before and this one, levelled: `' '`, `'.'`, `"'"`, `''`; anything else is kept as it is. */
  gap: string;
}

interface Node<T> {
  next: Map<string, Node<T>> | null;
  phrases: { phrase: string; value: T }[] | null;
}

export class PhraseIndex<T> {
  private readonly root: Node<T> = { next: null, phrases: null };

  /** Adds a phrase as it is written in a running text, with its capitals. */
  add(phrase: string, value: T): void {
    let node = this.root;
    for (const edge of edgesOf(phrase)) {
      node.next ??= new Map();
      let next = node.next.get(edge);
      if (!next) {
        next = { next: null, phrases: null };
        node.next.set(edge, next);
      }
      node = next;
    }
    node.phrases ??= [];
    node.phrases.push({ phrase, value });
  }

  /** The longest phrase that starts at each word and does not lie inside the one before it, in the order of the text. */
  find(text: string, words: IndexedWord[]): PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = [];
    for (let i = 0; i < words.length; ) {
      const match = this.longestAt(text, words, i);
      if (match) matches.push(match);
      i = match ? match.endWord : i + 1;
    }
    return matches;
  }

  /** The longest phrase that starts at this word. */
  longestAt(text: string, words: IndexedWord[], firstWord: number): PhraseMatch<T> | null {
    let node: Node<T> | undefined = this.root;
    let best: PhraseMatch<T> | null = null;
    const start = words[firstWord]!.start;
    for (let i = firstWord; i < words.length && node?.next; i++) {
      const word: IndexedWord = words[i]!;
      node = node.next.get(i === firstWord ? word.key : edgeTo(word));
      if (!node?.phrases) continue;
      const written = text.slice(start, word.end);
      const values = node.phrases.filter(entry => sameCase(written, entry.phrase)).map(entry => entry.value);
      if (values.length > 0) best = { start, end: word.end, firstWord, endWord: i + 1, values };
    }
    return best;
  }
}

/** The words of a text between two offsets. Letters and digits make words, everything else stands between them. */
export function wordsOf(text: string, from = 0, to = text.length): IndexedWord[] {
  const words: IndexedWord[] = [];
  const pattern = /[\p{L}\p{M}\p{N}]+/gu;
  const stretch = text.slice(from, to);
  let last = 0;
  for (const match of stretch.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    words.push({
      start: from + start,
      end: from + end,
      key: level(match[0]),
      gap: levelGap(stretch.slice(last, start)),
    });
    last = end;
  }
  return words;
}

/** A word without case and accents. */
export function level(word: string): string {
  // Plain words are by far the most: only the others pay for the decomposition.
  const lower = word.toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss');
}

function levelGap(gap: string): string {
  if (gap === '' || gap === ' ') return gap;
  if (gap.length > 4) return gap;
  return gap.replace(/[\s\u00a0‐‑–-]+/g, ' ').replace(/[’‘`ʼ]/g, "'");
}

/** The way of a phrase through the trie; plain words, by far the most, are spared the search for words. */
function edgesOf(phrase: string): string[] {
  if (/^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(phrase)) return phrase.toLowerCase().split(' ');
  return wordsOf(phrase).map((word, i) => (i === 0 ? word.key : edgeTo(word)));
}

function edgeTo(word: IndexedWord): string {
  return word.gap === ' ' ? word.key : `${word.gap}${word.key}`;
}

/**
 * A capital in the phrase asks for a capital in the text. A phrase of capitals alone ("US", "PRI") asks for every one of
 * them; a text in capitals alone ("CANBERRA") answers any phrase.
 */
function sameCase(written: string, phrase: string): boolean {
  if (written === phrase) return true;
  const lower = phrase.toLowerCase();
  if (phrase === lower) return true;
  if (phrase === phrase.toUpperCase()) return written === written.toUpperCase();
  if (written.length > 3 && written === written.toUpperCase()) return true;
  const wanted = phrase.match(/[\p{L}\p{N}]+/gu) ?? [];
  const given = written.match(/[\p{L}\p{N}]+/gu) ?? [];
  return wanted.every(
    (word, i) => !isCapital(word[0]!) || isCapital(given[i]?.[0] ?? '') || (i > 0 && word.length <= 2),
  );
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
