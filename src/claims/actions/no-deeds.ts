/** Words that look like a deed and are none, from data/frames/no-deeds.csv: "declined to be named", "when it comes to". */
import { grouped } from '../../grouped.js';
import { knownTable } from '../../knowledge.js';
import type { Token } from '../../language/sentence.js';

/** A wording under which no deed is read. */
export interface NoDeed {
  words: string[];
  /** Where the words begin that are no deed; those before are only looked for. */
  from: number;
  example: string;
}

/** What "..." leaves room for. */
const LONGEST_GAP = 12;

let loaded: { all: NoDeed[]; byFirst: Map<string, { wording: NoDeed }[]> } | null = null;

/** All such wordings. */
export function noDeeds(): NoDeed[] {
  return table().all;
}

/** The tokens of a sentence that belong to such a wording. */
export function noDeedTokens(tokens: Token[]): Set<number> {
  const { byFirst } = table();
  const found = new Set<number>();
  for (const { index, lemma, form } of tokens) {
    const own = new Set([lemma.toLowerCase(), form.toLowerCase()]);
    for (const first of own)
      for (const { wording } of byFirst.get(first) ?? [])
        for (const at of matched(tokens, index, wording)) found.add(at);
  }
  return found;
}

/** The tokens that a wording's own words lie on, beginning at a token; none where it does not stand there. */
function matched(tokens: Token[], start: number, { words, from }: NoDeed): number[] {
  const places: number[] = [];
  let at = start;
  let room = 0;
  for (const word of words) {
    if (word === '...') {
      room = LONGEST_GAP;
      continue;
    }
    const end = Math.min(tokens.length, at + room + 1);
    let next = at;
    while (next < end && !fits(tokens[next]!, word)) next++;
    if (next >= end) return [];
    places.push(next);
    at = next + 1;
    room = 0;
  }
  return places.slice(from);
}

function fits({ lemma, form, xpos, upos }: Token, word: string): boolean {
  if (word === '#') return upos === 'NUM' || /^\d/.test(form);
  if (word.startsWith('<')) return xpos.startsWith(word.slice(1));
  const choices = word.split('|');
  return choices.includes(lemma.toLowerCase()) || choices.includes(form.toLowerCase());
}

function table(): NonNullable<typeof loaded> {
  if (loaded) return loaded;
  const all = knownTable('frames/no-deeds.csv').map(({ words = '', example = '' }): NoDeed => {
    const parts = words.split(' ');
    const own = parts.filter(part => part !== '...');
    return {
      words: parts.map(part => part.replace(/^\*/, '')),
      from: Math.max(
        0,
        own.findIndex(part => part.startsWith('*')),
      ),
      example,
    };
  });
  const firsts = all.flatMap(wording => wording.words[0]!.split('|').map(first => ({ first, wording })));
  loaded = { all, byFirst: grouped(firsts, ({ first }) => first) };
  return loaded;
}
