/**
 * Faults of a parse in what is joined: a second person hung on the country of the first, a second infinitive on the finite
 * verb, a main verb behind a relative clause on the verb inside it.
 */
import { lemmaOf } from '../../language/lemma.js';
import { languageModel } from '../../language/model.js';
import type { Token } from '../../language/sentence.js';
import { wordingsOf } from './frames.js';

/**
 * "Presidents Ilham Aliyev of Azerbaijan and Nikol Pashinyan of Armenia agreed": a name of two words behind "and" that has
 * a country of its own is joined to the name before, not to its country.
 */
export function withPeopleOfStates(tokens: Token[]): Token[] {
  const isName = (at: number) => tokens.some(({ head, deprel }) => head === at && deprel === 'flat');
  const isOf = (at: number) =>
    tokens.some(({ head, deprel, lemma }) => head === at && deprel === 'case' && lemma === 'of');
  const second = tokens.find(({ index, deprel, head, upos }) => {
    const country = tokens[head];
    const first = country && tokens[country.head];
    if (deprel !== 'conj' || upos !== 'PROPN' || !first || !isName(index) || !isName(first.index)) return false;
    const hasCountry = tokens.some(token => token.head === index && token.deprel === 'nmod' && isOf(token.index));
    return country.deprel === 'nmod' && isOf(country.index) && country.index > first.index && hasCountry;
  });
  if (!second) return tokens;
  const first = tokens[second.head]!.head;
  return tokens.map(token => (token === second ? { ...token, head: first } : token));
}

/**
 * "agreed to restore ties and reopen their embassies": a bare infinitive behind "and" goes with the infinitive before it,
 * not with the finite verb over both.
 */
export function withJoinedInfinitives(tokens: Token[]): Token[] {
  return tokens.map(token => {
    const over = tokens[token.head];
    if (token.deprel !== 'conj' || token.xpos !== 'VB' || !over || !FINITE.has(over.xpos)) return token;
    const hasOwn = tokens.some(
      ({ head, deprel }) => head === token.index && (deprel.startsWith('aux') || deprel.startsWith('nsubj')),
    );
    const infinitive = tokens.findLast(
      ({ index, head, deprel }) =>
        head === over.index &&
        index > over.index &&
        index < token.index &&
        INFINITIVE.has(deprel) &&
        isLedByTo(tokens, index),
    );
    return hasOwn || !infinitive ? token : { ...token, head: infinitive.index };
  });
}

const INFINITIVE = new Set(['xcomp', 'ccomp', 'advcl']);

function isLedByTo(tokens: Token[], at: number): boolean {
  return tokens.some(({ head, deprel, lemma }) => head === at && deprel === 'mark' && lemma === 'to');
}

/**
 * "to hand over the suspects", "to re-establish relations": behind "to" a word that the tagger took for a noun or an
 * adjective is a verb where it is one with the particle behind it, or begins with "re-".
 */
export function withInfinitives(tokens: Token[]): Token[] {
  const verb = tokens.find(({ index, form, upos }) => {
    const to = tokens[index - 1];
    if (to?.form !== 'to' || (upos !== 'NOUN' && upos !== 'ADJ') || form !== form.toLowerCase()) return false;
    const next = tokens[index + 1]?.form;
    const isPhrasal = wordingsOf('verb', form).some(({ pattern }) => pattern.length === 2 && pattern[1] === next);
    return (isPhrasal && PARTICLES.has(next!)) || (form.startsWith('re-') && tokens[index + 1]?.upos !== 'VERB');
  });
  if (!verb) return tokens;
  const { index } = verb;
  const lemma = lemmaOf(verb.form, 'VERB', 'VB', languageModel().lemmas);
  const over = verb.head >= 0 && verb.head < index ? verb.head : -1;
  if (over < 0) return tokens;
  const particle = PARTICLES.has(tokens[index + 1]!.form) ? index + 1 : -1;
  const objectAt = tokens.findIndex(
    token => token.index > index && (token.head === index || token.head === over) && NOMINAL.has(token.upos),
  );
  return tokens.map(token => {
    if (token.index === index) return { ...token, upos: 'VERB', xpos: 'VB', lemma, deprel: 'xcomp', head: over };
    if (token.index === index - 1) return { ...token, upos: 'PART', xpos: 'TO', deprel: 'mark', head: index };
    if (token.index === particle) return { ...token, deprel: 'compound:prt', head: index };
    return token.index === objectAt ? { ...token, deprel: 'obj', head: index } : token;
  });
}

/** "claimed to have shot down a drone": the participle is the verb, and "have" its auxiliary. */
export function withPerfectInfinitives(tokens: Token[]): Token[] {
  const participle = tokens.find(({ xpos, deprel, head }) => {
    const have = tokens[head];
    return xpos === 'VBN' && deprel === 'xcomp' && have?.form === 'have' && isLedByTo(tokens, head) && have.head >= 0;
  });
  if (!participle) return tokens;
  const have = tokens[participle.head]!;
  return tokens.map(token => {
    if (token === participle) return { ...token, head: have.head, deprel: 'xcomp' };
    if (token === have) return { ...token, head: participle.index, deprel: 'aux', upos: 'AUX' };
    return token.head === have.index ? { ...token, head: participle.index } : token;
  });
}

const PARTICLES = new Set(['over', 'up', 'off', 'down', 'out', 'back']);
const NOMINAL = new Set(['NOUN', 'PROPN']);

/**
 * "Nauru, whose parliament voted on Monday, ordered them out": a sentence whose root is the noun before a relative clause
 * has its verb behind the comma that ends that clause.
 */
export function withVerbBehindRelative(tokens: Token[]): Token[] {
  const root = tokens.find(({ head }) => head < 0);
  if (!root || !NOMINAL.has(root.upos) || tokens[root.index + 1]?.form !== ',') return tokens;
  const relative = tokens[root.index + 2];
  if (!relative || !RELATIVES.has(relative.lemma)) return tokens;
  const inside = tokens.find(({ index, upos }) => index > relative.index && upos === 'VERB');
  const comma = inside && tokens.find(({ index, form }) => index > inside.index && form === ',');
  const main = comma && tokens.find(({ index, upos }) => index > comma.index && upos === 'VERB');
  if (!main || !FINITE.has(main.xpos) || !onlySmallWords(tokens, comma.index, main.index)) return tokens;
  return tokens.map(token => {
    if (token === main) return { ...token, head: -1, deprel: 'root' };
    if (token === root) return { ...token, head: main.index, deprel: 'nsubj' };
    if (token === inside) return { ...token, head: root.index, deprel: 'acl:relcl' };
    const isBehind = token.index > comma.index && (token.head === root.index || token.head === inside.index);
    return isBehind ? { ...token, head: main.index } : token;
  });
}

const RELATIVES = new Set(['who', 'whose', 'which', 'whom', 'where']);
const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'VBN']);

/** Whether nothing but auxiliaries and adverbs stands between a comma and a verb. */
function onlySmallWords(tokens: Token[], comma: number, verb: number): boolean {
  return tokens.slice(comma + 1, verb).every(({ upos }) => upos === 'AUX' || upos === 'ADV' || upos === 'PART');
}
