/**
 * Parses of news are wrong in known ways: a past tense read as a participle, a subject taken for the end of the phrase
 * before it. Each mend here is one such fault and what the order of the words says instead.
 */
import { lemmaOf } from '../../language/lemma.js';
import { languageModel } from '../../language/model.js';
import type { Token } from '../../language/sentence.js';
import { withCharges } from './mended-charges.js';
import { withContentClauses } from './mended-content.js';
import {
  withInfinitives,
  withJoinedInfinitives,
  withPeopleOfStates,
  withPerfectInfinitives,
  withVerbBehindRelative,
} from './mended-lists.js';

/** Mends the known faults of a parse; tokens that need none are returned as they are. */
export function mendedTokens(tokens: Token[]): Token[] {
  return MENDS.reduce((mended, mend) => mend(mended), tokens);
}

/** The mends, in their order: each sees what those before it have set right. */
const MENDS = [
  withSemicolons,
  withPeopleOfStates,
  withInfinitives,
  withJoinedInfinitives,
  withPerfectInfinitives,
  withVerbBehindRelative,
  withParticiplesBeforeNouns,
  withVerbBetweenNames,
  withActiveVoice,
  withFrontedParticiple,
  withMainVerb,
  withGerunds,
  withClauseAfter,
  withCharges,
  withContentClauses,
];

/**
 * "returns 26 looted bronzes to Benin": a past form between a number that the parse took for an object and a plural noun
 * is how the things are, and the noun is the object; what hung on the past form hangs on the verb.
 */
function withParticiplesBeforeNouns(tokens: Token[]): Token[] {
  const past = tokens.find(token => {
    const [number, noun] = [tokens[token.index - 1], tokens[token.index + 1]];
    return (
      (token.xpos === 'VBD' || token.xpos === 'VBN') &&
      number?.upos === 'NUM' &&
      number.deprel === 'obj' &&
      number.head !== token.index &&
      token.head === number.head &&
      noun?.xpos === 'NNS' &&
      noun.head === token.index
    );
  });
  if (!past) return tokens;
  const [number, noun] = [past.index - 1, past.index + 1];
  return tokens.map(token => {
    if (token.index === past.index) return { ...token, head: noun, deprel: 'amod', upos: 'ADJ', xpos: 'JJ' };
    if (token.index === number) return { ...token, head: noun, deprel: 'nummod' };
    if (token.index === noun) return { ...token, head: past.head, deprel: 'obj' };
    return token.head === past.index ? { ...token, head: past.head } : token;
  });
}

/**
 * "Suva protested; Canberra recalled its envoy": a word before a semicolon hangs on none behind it. Each part that has a
 * finite verb gets a root of its own, the later ones beside the first.
 */
function withSemicolons(tokens: Token[]): Token[] {
  const stops = tokens.filter(({ form }) => form === ';').map(({ index }) => index);
  if (stops.length === 0) return tokens;
  const mended = [...tokens];
  let first: number | null = null;
  [-1, ...stops].forEach((stop, place) => {
    const from = stop + 1;
    const to = stops[place] ?? tokens.length;
    const isInside = (index: number) => index >= from && index < to;
    const part = tokens.slice(from, to);
    if (!part.some(({ upos, xpos }) => upos === 'VERB' && FINITE.has(xpos))) return;
    const loose = part.filter(({ head, upos }) => !isInside(head) && upos !== 'PUNCT' && upos !== 'CCONJ');
    const root = loose.find(({ upos }) => upos === 'VERB') ?? loose[0];
    if (!root) return;
    const hasSubject = part.some(({ head, deprel }) => head === root.index && deprel.startsWith('nsubj'));
    const isClause = root.upos === 'VERB' || hasSubject;
    if (place > 0 && (first === null || (loose.length === 1 && isClause && root.head < from))) return;
    const over = place === 0 ? null : first;
    mended[root.index] = { ...root, head: over ?? -1, deprel: over === null ? 'root' : 'parataxis' };
    first ??= root.index;
    for (const token of loose) {
      if (token === root) continue;
      const isSubject = root.upos === 'VERB' && !hasSubject && token.index < root.index && NOMINAL.has(token.upos);
      mended[token.index] = { ...token, head: root.index, deprel: isSubject ? 'nsubj' : token.deprel };
    }
  });
  return mended;
}

const FINITE = new Set(['VBD', 'VBZ', 'VBP', 'MD']);
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON']);

/** Words that open a clause as well as a phrase: "after the raid", "after gunners shelled the island". */
const OPENERS = new Set(['after', 'before', 'since', 'until', 'as', 'while', 'when', 'because']);
/** The longest subject that is looked for between such a word and its verb. */
const LONGEST_SUBJECT = 14;
const IN_SUBJECT = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PART', 'PRON']);

/**
 * "returned fire after North Korean gunners pounded the island": a finite verb without a subject, right behind the noun
 * phrase that a word like "after" leads, has that phrase for its subject.
 */
function withClauseAfter(tokens: Token[]): Token[] {
  let mended = tokens;
  for (const opener of tokens) {
    if (opener.upos !== 'ADP' && opener.upos !== 'SCONJ') continue;
    if (!OPENERS.has(opener.lemma)) continue;
    const verb = verbBehindSubject(mended, opener.index);
    if (verb !== null) mended = withSubject(mended, opener.index, verb);
  }
  return mended;
}

/** The finite verb, with an object or a complement, that follows the noun phrase after an opener and lacks a subject. */
function verbBehindSubject(tokens: Token[], opener: number): number | null {
  let at = opener + 1;
  while (at < tokens.length && at <= opener + LONGEST_SUBJECT && isInSubject(tokens, at)) at++;
  const verb = tokens[at];
  const before = tokens[at - 1]!;
  if (!verb || at === opener + 1 || verb.upos !== 'VERB') return null;
  if (before.upos !== 'NOUN' && before.upos !== 'PROPN' && before.xpos !== 'PRP') return null;
  if (verb.xpos !== 'VBD' && verb.xpos !== 'VBZ' && verb.xpos !== 'VBP' && verb.xpos !== 'VBN') return null;
  let hasObject = false;
  for (const token of tokens) {
    if (token.head !== at) continue;
    if (token.deprel.startsWith('nsubj') && token.index > opener) return null;
    if (token.deprel.startsWith('aux') || token.deprel === 'obl:agent') return null;
    if (token.index > at && /^(?:obj|xcomp|ccomp|compound:prt)$/.test(token.deprel)) hasObject = true;
  }
  return hasObject || verb.xpos !== 'VBN' ? at : null;
}

function isInSubject(tokens: Token[], index: number): boolean {
  const { upos, form } = tokens[index]!;
  if (IN_SUBJECT.has(upos)) return true;
  // A list of names: "Bahrain, Egypt and the Emirates".
  return (form === ',' || form === 'and') && tokens[index - 1]!.upos === 'PROPN';
}

/** Makes the words between opener and verb the subject, and the verb a clause of what stands before. */
function withSubject(tokens: Token[], opener: number, verb: number): Token[] {
  const isInside = (index: number) => index > opener && index < verb;
  const subject = tokens.slice(opener + 1, verb).findLast(token => !isInside(token.head));
  if (!subject) return tokens;
  const over = tokens[verb]!.head < 0 ? verbBefore(tokens, opener, verb) : tokens[verb]!.head;
  if (over === null || isInside(over)) return tokens;
  return tokens.map(token => {
    if (token.index === subject.index) return { ...token, head: verb, deprel: 'nsubj' };
    if (token.index === opener) return { ...token, head: verb, deprel: 'mark' };
    if (isInside(token.index) && !isInside(token.head)) return { ...token, head: subject.index, deprel: 'compound' };
    if (token.index === verb) return { ...token, head: over, deprel: 'advcl', xpos: finite(token.xpos) };
    if (tokens[verb]!.head >= 0) return token;
    // The verb was the root: the verb before it is, with what stood before the opener.
    if (token.index === over) return { ...token, head: -1, deprel: 'root', xpos: finite(token.xpos) };
    return token.head === verb && token.index < opener ? { ...token, head: over } : token;
  });
}

function finite(xpos: string): string {
  return xpos === 'VBN' ? 'VBD' : xpos;
}

/** The verb before the opener that the parse hung, directly or by its subject, on the verb behind it. */
function verbBefore(tokens: Token[], opener: number, verb: number): number | null {
  const found = tokens.slice(0, opener).find(token => {
    if (token.upos !== 'VERB' || !/^VB[DNZP]$/.test(token.xpos)) return false;
    const over = tokens[token.head];
    return token.head === verb || (over?.head === verb && over.index < token.index && over.deprel.startsWith('nsubj'));
  });
  return found ? found.index : null;
}

/**
 * A past tense read as a participle makes a passive of an active clause: without "by" there is no agent, and a verb with
 * an object and without "be" is active.
 */
function withActiveVoice(tokens: Token[]): Token[] {
  const suspicious = tokens.some(({ deprel }) => deprel === 'obl:agent' || deprel === 'nsubj:pass');
  if (!suspicious) return tokens;
  const has = (head: number, ...deprels: string[]) =>
    tokens.some(token => token.head === head && deprels.includes(token.deprel));
  return tokens.map(token => {
    if (token.deprel === 'obl:agent' && !has(token.index, 'case')) return { ...token, deprel: 'obj' };
    const isActive = token.deprel === 'nsubj:pass' && has(token.head, 'obj') && !has(token.head, 'aux:pass', 'aux');
    return isActive ? { ...token, deprel: 'nsubj' } : token;
  });
}

/** "Having expelled the envoy, it closed the mission": the main clause is the later one, which has a subject. */
function withFrontedParticiple(tokens: Token[]): Token[] {
  const root = tokens.find(token => token.head < 0);
  const isFronted = tokens[0]?.xpos === 'VBG' && root !== undefined && root.index <= 1 && root.upos === 'VERB';
  if (!isFronted) return tokens;
  const main = tokens.find(
    token =>
      token.head === root.index &&
      token.index > root.index &&
      token.upos === 'VERB' &&
      tokens.some(other => other.head === token.index && other.deprel.startsWith('nsubj')),
  );
  if (!main) return tokens;
  return tokens.map(token => {
    if (token.index === main.index) return { ...token, head: -1, deprel: 'root' };
    return token.index === root.index ? { ...token, head: main.index, deprel: 'advcl' } : token;
  });
}

/** "denied arming rebels": a gerund right behind a verb is what is denied, not a kind of rebel. */
function withGerunds(tokens: Token[]): Token[] {
  const gerund = tokens.find(token => {
    const verb = tokens[token.index - 1];
    const noun = tokens[token.head];
    return (
      token.xpos === 'VBG' &&
      (token.deprel === 'compound' || token.deprel === 'amod') &&
      verb?.upos === 'VERB' &&
      noun?.head === verb.index &&
      noun.index > token.index
    );
  });
  if (!gerund) return tokens;
  const noun = gerund.head;
  return tokens.map(token => {
    if (token.index === gerund.index) return { ...token, head: gerund.index - 1, deprel: 'xcomp' };
    return token.index === noun ? { ...token, head: gerund.index, deprel: 'obj' } : token;
  });
}

/**
 * "Washington says China armed Russia": a past tense between two names that was read as an adjective of the second. It takes
 * the place that the names had in the sentence, the first as its subject and the second as its object.
 */
function withVerbBetweenNames(tokens: Token[]): Token[] {
  const verb = tokens.find(
    ({ index, xpos, form, head, deprel }) =>
      index > 0 &&
      xpos === 'JJ' &&
      deprel === 'amod' &&
      /^[a-z]+ed$/.test(form) &&
      tokens[index - 1]!.upos === 'PROPN' &&
      tokens[index + 1]?.upos === 'PROPN' &&
      tokens[head]?.upos === 'PROPN' &&
      head > index,
  );
  if (!verb) return tokens;
  const object = tokens[verb.head]!;
  const subject = tokens
    .slice(0, verb.index)
    .findLast(({ head, upos }) => upos === 'PROPN' && head !== verb.index - 1)!;
  const over = object.head >= 0 && object.head < subject.index ? object.head : subject.head;
  if (over === object.index || over === verb.index) return tokens;
  return tokens.map(token => {
    if (token.index === verb.index)
      return {
        ...token,
        upos: 'VERB',
        xpos: 'VBD',
        lemma: lemmaOf(token.form, 'VERB', 'VBD', languageModel().lemmas),
        head: over,
        deprel: over < 0 ? 'root' : 'ccomp',
      };
    if (token.index === subject.index) return { ...token, head: verb.index, deprel: 'nsubj' };
    return token.index === object.index ? { ...token, head: verb.index, deprel: 'obj' } : token;
  });
}

/** Relations under which a finite verb hides when the parse took its sentence for a noun phrase. */
const HIDING = new Set(['acl', 'acl:relcl', 'amod', 'dep', 'conj']);

/**
 * Mends the commonest fault of a parse of news: the past tense read as a participle, so that "prosecutors detained a
 * singer" becomes a noun with a clause. A sentence whose root is a noun gets its first such verb for a root.
 */
function withMainVerb(tokens: Token[]): Token[] {
  const root = tokens.find(token => token.head < 0);
  // "Manila says Chinese vessels aimed lasers": what is said is a noun with a participle that has an object.
  const told = tokens.find(
    ({ deprel, upos, index }) =>
      deprel === 'ccomp' &&
      NOMINAL.has(upos) &&
      tokens.some(
        other =>
          other.head === index &&
          other.index > index &&
          other.deprel === 'acl' &&
          other.xpos === 'VBN' &&
          tokens.some(({ head, deprel: own }) => head === other.index && own === 'obj'),
      ),
  );
  return withVerbOf(withVerbOf(tokens, root), told);
}

/** The tokens with a verb over the noun that the parse took for the head of a clause. */
function withVerbOf(tokens: Token[], root: Token | undefined): Token[] {
  if (!root || (root.upos !== 'NOUN' && root.upos !== 'PROPN' && root.upos !== 'NUM' && root.upos !== 'ADJ'))
    return tokens;
  if (
    tokens.some(
      token => token.head === root.index && ['cop', 'nsubj', 'obj', 'compound:prt', 'aux'].includes(token.deprel),
    )
  )
    return tokens;
  const verb = tokens.find(
    token =>
      token.index > root.index &&
      (token.xpos === 'VBD' || token.xpos === 'VBN' || token.xpos === 'VBZ' || token.xpos === 'VBP') &&
      HIDING.has(token.deprel) &&
      leadsTo(tokens, token, root.index) &&
      !tokens.some(other => other.head === token.index && ['nsubj', 'nsubj:pass', 'aux:pass'].includes(other.deprel)),
  );
  if (!verb || hasByAgent(tokens, verb)) return tokens;
  return tokens.map(token => {
    if (token.index === verb.index) return { ...token, head: root.head, deprel: root.deprel, xpos: finite(token.xpos) };
    if (token.index === root.index) return { ...token, head: verb.index, deprel: 'nsubj' };
    if (token.head === root.index && token.index > verb.index) return { ...token, head: verb.index };
    return token;
  });
}

function leadsTo(tokens: Token[], from: Token, root: number): boolean {
  let at = from.head;
  for (let steps = 0; steps < 4 && at >= 0; steps++) {
    if (at === root) return true;
    if (tokens[at]!.upos === 'VERB') return false;
    at = tokens[at]!.head;
  }
  return false;
}

function hasByAgent(tokens: Token[], verb: Token): boolean {
  return tokens.some(
    token => token.form === 'by' && token.deprel === 'case' && tokens[token.head]?.head === verb.index,
  );
}
