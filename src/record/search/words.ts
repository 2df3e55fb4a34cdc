/** The words of a text as search sees them, and the slots they stand in. */
import type { Reading } from '../../reading.js';
import { sentenceOf } from '../claim-countries.js';

/** A word with its place. */
export interface Word {
  word: string;
  start: number;
  end: number;
}

/** Words a slot holds. A sentence of more takes several slots; a phrase across two of them is not found. */
export const SLOT_WORDS = 127;

/** A place of the index: the words of a sentence and the marks of what was read in it. */
export interface Slot {
  sentence: { start: number; end: number };
  words: string[];
  marks: string[];
}

/** The words of a text: runs of letters and digits without case and accents. An apostrophe parts words: `xi`, `s`. */
export function wordsIn(text: string): Word[] {
  const plain = folded(text);
  const words: Word[] = [];
  for (const match of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    words.push({ word: match[0], start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** The slots of a reading, in the order of its sentences. The same reading gives the same slots. */
export function slotsOf(reading: Reading): Slot[] {
  const marks = marksOf(reading);
  return reading.sentences.flatMap(({ start, end }) => {
    const words = wordsIn(reading.document.text.slice(start, end)).map(({ word }) => word);
    const sentence = { start, end };
    const own = [...(marks.get(start) ?? [])].sort();
    const slots: Slot[] = [{ sentence, words: words.slice(0, SLOT_WORDS), marks: own }];
    for (let from = SLOT_WORDS; from < words.length; from += SLOT_WORDS)
      slots.push({ sentence, words: words.slice(from, from + SLOT_WORDS), marks: own });
    return slots;
  });
}

/** The mark of a country, a person or an organisation among the actors of a sentence. */
export const actorMark = (name: string): string =>
  `@${wordsIn(name)
    .map(({ word }) => word)
    .join('_')}`;

/** The mark of what was read: a kind of claim, a PLOVER type, a mode, the stance of a statement. */
export const kindMark = (kind: string): string => `#${kind.toLowerCase().replaceAll(' ', '_')}`;

/** What was read in each sentence, by the sentence's start. */
function marksOf(reading: Reading): Map<number, Set<string>> {
  const marks = new Map<number, Set<string>>();
  const mark = (start: number, names: (string | null)[]) => {
    const here = marks.get(start) ?? new Set();
    marks.set(start, here);
    for (const name of names) if (name) here.add(name);
  };
  let next = 0;
  for (const { start, countries, person, organisation } of [...reading.mentions].sort((x, y) => x.start - y.start)) {
    while (next + 1 < reading.sentences.length && reading.sentences[next + 1]!.start <= start) next++;
    const names = [...countries, person, organisation].filter(name => name !== null);
    mark(reading.sentences[next]?.start ?? 0, names.map(actorMark));
  }
  for (const claim of reading.claims) {
    const { start } = sentenceOf(claim, reading);
    mark(start, [kindMark(claim.kind)]);
    if (claim.kind === 'action') {
      mark(start, [kindMark(claim.type), kindMark(claim.modality), claim.mode && kindMark(claim.mode)]);
      mark(start, [...claim.source, ...claim.target, ...claim.third, ...claim.names].map(actorMark));
    }
    if (claim.kind === 'statement') mark(start, [kindMark(claim.stance)]);
    if (claim.kind === 'judgement') mark(start, [kindMark(claim.form)]);
  }
  return marks;
}

/** Lower case without accents, every character where it was: one UTF-16 unit for each of the text's. */
export function folded(text: string): string {
  return text.replace(/[^\u0020-\u0040\u005b-\u007f]/gu, plainCharacter);
}

function plainCharacter(character: string): string {
  if (/\s/.test(character)) return ' ';
  if (/[‘’]/.test(character)) return "'";
  if (/[“”]/.test(character)) return '"';
  const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.length === character.length ? plain : character;
}
