import type { Span } from '../../reading.js';
import type { Passage } from '../statements/passage.js';
import type { Term } from './scene.js';
import { relationAdjectives, relationNouns } from './vocabulary.js';

const BONDS = /\bbonds? of (?:brotherhood|friendship|fraternity|kinship)\b/i;
const KIN_NATION =
  /\b(?:(?:an?|our|my|the) )?(?:sister|brother|brotherly|fraternal) (?:nation|country|people|peoples|state|republic)s?\b(?: of \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)?/iu;
/** 'a friendship "without limits"': what stands behind the noun. */
const LIMITLESS =
  /^ [“"‘']?(?:without (?:limits?|bounds|borders|end)|with no limits?|that knows no (?:limits?|bounds))\b[”"’']?/i;
const REACH_OF_LIMITS = 40;
/** Furthest, in characters, that a nation named as kin is looked for inside a quotation. */
const REACH_OF_KIN = 400;
/** Furthest, in words, that the adjective may stand before its noun. */
const REACH_OF_ADJECTIVE = 6;

/** A nation as kin: "a brother country", "the fraternal people of Mexico". */
export function kinNation(text: string, { start, end }: Span): Span | null {
  const found = KIN_NATION.exec(text.slice(start, Math.min(end, start + REACH_OF_KIN)));
  return found ? { start: start + found.index, end: start + found.index + found[0].length } : null;
}

/** Names of the relation, quoted or not: "a borderless partnership between their two nations". */
export function relations(passage: Passage): Term[] {
  const { tokens } = passage.tree;
  const { start, end } = passage.sentence;
  const terms: Term[] = [];
  const bonds = BONDS.exec(passage.text.slice(start, end));
  if (bonds) terms.push({ start: start + bonds.index, end: start + bonds.index + bonds[0].length, way: 'relation' });
  for (const token of tokens) {
    if (!relationNouns().has(token.form.toLowerCase())) continue;
    const first = firstAdjective(passage, token.index) ?? hyphenedAdjective(passage, token.start);
    const limitless = LIMITLESS.exec(passage.text.slice(token.end, Math.min(end, token.end + REACH_OF_LIMITS)));
    if (first !== null || limitless)
      terms.push({
        start: first ?? token.start,
        end: limitless ? token.end + limitless[0].length : token.end,
        way: 'relation',
      });
  }
  return terms;
}

/** Where the adjectives of a relation begin that stand before its noun, `null` where none of them names it. */
function firstAdjective({ tree: { tokens } }: Passage, noun: number): number | null {
  let first: number | null = null;
  for (let at = noun - 1; at >= Math.max(0, noun - REACH_OF_ADJECTIVE); at--) {
    const { form, upos, start } = tokens[at]!;
    if (relationAdjectives().has(form.toLowerCase())) first = start;
    else if (!/^(?:ADJ|NOUN|PROPN|PUNCT|ADV)$/.test(upos) || /^[,;:“”"]$/.test(form)) break;
    else if (first !== null) break;
  }
  return first;
}

/** "no-limits", "all-weather": adjectives that the tokeniser takes apart. */
function hyphenedAdjective({ text, sentence }: Passage, noun: number): number | null {
  const before = text.slice(Math.max(sentence.start, noun - 40), noun).toLowerCase();
  for (const adjective of relationAdjectives()) {
    const at = before.lastIndexOf(adjective);
    if (at < 0 || /[a-z-]/.test(before[at - 1] ?? ' ')) continue;
    if (/^ (?:[a-z]+ ){0,2}$/.test(before.slice(at + adjective.length))) return noun - (before.length - at);
  }
  return null;
}
