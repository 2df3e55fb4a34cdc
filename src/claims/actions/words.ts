/** Words the reading of deeds asks for by name, from data/frames/words.yaml, which says what each list is there for. */
import { knownList } from '../../knowledge.js';

export type WordList =
  | 'carrying'
  | 'engaging'
  | 'event-light'
  | 'taking-place'
  | 'standing'
  | 'compliments'
  | 'hostile'
  | 'using'
  | 'telephone'
  | 'violent'
  | 'sanctioning'
  | 'helping'
  | 'counting'
  | 'protesting'
  | 'reporting'
  | 'borders'
  | 'others'
  | 'go-between'
  | 'mediating'
  | 'promising'
  | 'denying'
  | 'owning-up'
  | 'charging'
  | 'part'
  | 'nearly'
  | 'saying'
  | 'provoking'
  | 'travelling'
  | 'speaking-for-all'
  | 'around';

let loaded: ReadonlyMap<WordList, ReadonlySet<string>> | null = null;

/** The words of a list, in dictionary form. */
export function deedWords(list: WordList): ReadonlySet<string> {
  loaded ??= new Map(
    Object.entries(knownList<Record<WordList, string[]>>('frames/words.yaml')).map(([name, words]) => [
      name as WordList,
      new Set(words),
    ]),
  );
  return loaded.get(list)!;
}
