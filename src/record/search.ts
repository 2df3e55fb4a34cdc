import type { Claim, PublicationDate, Reading } from '../reading.js';

/** A sentence of a kept article in which all that was searched for stands, with what was read in it. */
export interface SearchHit {
  /** The article's id in the record. */
  article: string;
  title: string | null;
  date: PublicationDate;
  /** Where the sentence stands in the article's text. */
  start: number;
  end: number;
  sentence: string;
  /** Where the phrases stand in `sentence`, in their order there. */
  found: { start: number; end: number }[];
  claims: Claim[];
}

/**
 * The sentences of a reading in which every phrase stands, beginning at a word's start: `weapon` finds "weapons", not
 * "bioweapon". Case, accents and the kind of quotation mark make no difference.
 *
 * @param phrases words, or several words in a row.
 */
export function searchReading(reading: Reading, article: string, phrases: string[]): SearchHit[] {
  const { title, date, text } = reading.document;
  const wanted = phrases.map(folded).filter(phrase => phrase.trim() !== '');
  if (wanted.length === 0) return [];
  return reading.sentences.flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const within = folded(sentence);
    const found = wanted.map(phrase => ({ start: wordStart(within, phrase), end: 0 }));
    if (found.some(place => place.start < 0)) return [];
    for (const [i, place] of found.entries()) place.end = place.start + wanted[i]!.length;
    found.sort((one, other) => one.start - other.start);
    const claims = reading.claims.filter(claim => claim.start >= start && claim.start < end);
    return [{ article, title, date, start, end, sentence, found, claims }];
  });
}

/** Lower case without accents, every character where it was: one UTF-16 unit for each of the text's. */
export function folded(text: string): string {
  return text.replace(/[^\u0020-\u0040\u005b-\u007f]/gu, character => {
    if (/\s/.test(character)) return ' ';
    if (/[‘’]/.test(character)) return "'";
    if (/[“”]/.test(character)) return '"';
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return plain.length === character.length ? plain : character;
  });
}

function wordStart(text: string, phrase: string): number {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)) return at;
  }
  return -1;
}
