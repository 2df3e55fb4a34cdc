/**
 * What is worked out of a word alone is kept: the news uses the same words again and again. Many words in turn must not
 * fill the memory, so beyond a number all is forgotten and begun anew, and long words, which hardly come twice, are not kept.
 */
const MOST = 50_000;
const LONGEST = 40;

/** The answer kept for a word; worked out where there is none. */
export function keptFor<T>(kept: Map<string, T>, word: string, workOut: (word: string) => T): T {
  const known = kept.get(word);
  if (known !== undefined) return known;
  if (word.length > LONGEST) return workOut(word);
  if (kept.size >= MOST) kept.clear();
  const own = standingAlone(word);
  const answer = workOut(own);
  kept.set(own, answer);
  return answer;
}

const words = new Map<string, string>();

/** The same word as one object wherever it stands: whatever looks it up later finds its hash worked out. */
export function oneObject(word: string): string {
  return keptFor(words, word, own => own);
}

/** A word cut out of a text is a view of it, and would keep the whole text in memory: a copy does not. */
function standingAlone(word: string): string {
  return Buffer.from(word, 'utf16le').toString('utf16le');
}
