import type { Span } from '../../reading.js';
import type { Quotation } from '../statements/quotations.js';
import { partyOf, type Scene, type Term } from './scene.js';
import { nouns, wordsOf } from './vocabulary.js';

/** Verbs that name somebody: 'called X "..."', 'greeted X as "..."'. */
const NAMING =
  /^(?:call|address|greet|hail|describe|style|dub|label|name|welcome|praise|refer|introduce|regard|term|brand|mock|deride|ridicule|nickname|toast|salute|thank|celebrate|portray|insult)$/;
/** Longest name that is given so, in words. */
const LONGEST_NAME = 8;
/** Longest object between verb and name, in characters. */
const LONGEST_OBJECT = 120;
/** Furthest, in words, that the quoted name may stand behind the verb. */
const REACH = 10;

/**
 * Names in quotation marks that a verb of naming gives to a person: 'addressed Joe Biden as "Joe"'. To a state only with a
 * noun of address: 'called Russia its "friend"'.
 */
export function namings(scene: Scene): Term[] {
  const { passage, mentions, quotations } = scene;
  const { tokens } = passage.tree;
  const terms: Term[] = [];
  for (const quotation of quotations) {
    const words = wordsOf(passage.text.slice(quotation.start, quotation.end));
    if (words.length === 0 || words.length > LONGEST_NAME || quotation.end > passage.sentence.end) continue;
    const quoteAt = tokens.findIndex(token => token.start >= quotation.outer.start);
    const verb = tokens.findLastIndex(
      (token, index) =>
        index < quoteAt && index >= quoteAt - REACH && NAMING.test(token.lemma) && token.upos === 'VERB',
    );
    if (verb < 0) continue;
    if (quotation.outer.start - tokens[verb]!.end > LONGEST_OBJECT) continue;
    if (isMutual(passage.text.slice(tokens[verb]!.end, quotation.outer.start))) {
      terms.push({ ...withoutFinalMark(passage.text, quotation), way: 'relation' });
      continue;
    }
    // 'calls its bond with Minsk a "union of brothers"': the relation has a name.
    if (BOND.test(passage.text.slice(tokens[verb]!.end, quotation.outer.start)) && isKin(words)) {
      terms.push({ ...withoutFinalMark(passage.text, quotation), way: 'relation' });
      continue;
    }
    const passive = passiveNaming(scene, verb, quotation);
    if (passive) {
      terms.push(passive);
      continue;
    }
    const between = objectSpan(passage.text, { start: tokens[verb]!.end, end: quotation.outer.start });
    const mention = mentions.within(between).find(({ start, end }) => start === between.start && end === between.end);
    if (!mention) continue;
    const isWarm = words.some(word => nouns().has(word.toLowerCase()));
    if (mention.person === null && !(isWarm && mention.countries.length === 1)) continue;
    const { start, end } = withoutFinalMark(passage.text, quotation);
    terms.push({ start, end, way: 'epithet', named: partyOf(mention) });
  }
  return terms;
}

const BOND =
  /^\s*(?:its|their|the|his|her)\s+(?:\p{L}+\s+)?(?:bonds?|ties|links?|relations?|relationship|friendship|alliance|union|partnership)\b/iu;

function isKin(words: string[]): boolean {
  return words.some(word => nouns().has(word.toLowerCase()) || /^(?:union|marriage|brotherhood)$/i.test(word));
}

/** 'call themselves "..."': the name of what both are. */
function isMutual(between: string): boolean {
  return /^\s*(?:themselves|each other|one another)(?: as)?(?: an?| the)?\s*["“‘']*$/.test(between);
}

/** 'X was mocked as "..." by Y'. */
function passiveNaming({ passage, mentions }: Scene, verb: number, quotation: Quotation): Term | null {
  const { tokens } = passage.tree;
  const isPassive =
    tokens[verb]!.xpos === 'VBN' && tokens.slice(Math.max(0, verb - 3), verb).some(({ lemma }) => lemma === 'be');
  if (!isPassive) return null;
  const around = mentions.within(passage.sentence);
  const subject = around.findLast(({ person, end }) => person !== null && end <= tokens[verb]!.start);
  const by = around.find(
    ({ person, start }) => person !== null && /\bby (?:the )?$/.test(passage.text.slice(tokens[verb]!.end, start)),
  );
  if (!subject || !by || by.person === subject.person) return null;
  return {
    ...withoutFinalMark(passage.text, quotation),
    way: 'epithet',
    named: partyOf(subject),
    namedBy: partyOf(by),
  };
}

/** The words between verb and quotation, without "to", "the visiting", "as" and "his" around them. */
function objectSpan(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const lead = /^\s*(?:to )?(?:the visiting )?/.exec(words)![0].length;
  const tail = /(?:,|\s)*(?:as )?(?:his |her |their |its |an? |the )?$/.exec(words)![0].length;
  return { start: start + lead, end: Math.max(start + lead, end - tail) };
}

function withoutFinalMark(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && /[\s,.!?;:]/.test(text[last - 1]!)) last--;
  return { start, end: last };
}
