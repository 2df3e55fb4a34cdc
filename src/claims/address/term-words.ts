import {
  adjectives,
  bareTitles,
  isName,
  nouns,
  relationAdjectives,
  relationNouns,
  titles,
  titleWords,
} from './vocabulary.js';

/**
 * Whether words as a whole are a form of address: a noun of address with what goes before it, with a name or an
 * "of ..." behind it ("my good friend Anthony", "a veteran friend of the Chinese people"), or a title and a name.
 */
export function isTerm(words: string[]): boolean {
  const lower = words.map(word => word.toLowerCase());
  const noun = lower.findIndex(word => nouns().has(word));
  if (noun >= 0) return lower.slice(0, noun).every((_, at) => leadsTo(words, at)) && isTail(words, noun + 1);
  if (/^(?:dear|dearest|esteemed|respected|cher|chère|caro|querido|lieber)$/.test(lower[0]!))
    return words.length > 1 && words.length <= 5 && isName(words.at(-1)!);
  if (/^(?:my|our)$/.test(lower[0]!) && words.length <= 6)
    return lower.length > 1 && /^(?:guest|leader|confidant|host|neighbou?r)s?$/.test(lower[1]!);
  return isTitled(words);
}

/** What may stand before the noun: "my", "as one", "Our Chinese". */
function leadsTo(words: string[], at: number): boolean {
  const word = words[at]!;
  return opensTerm(word) || /^(?:and|through|one|two|three|as|most|no|better|of|welcome)$/i.test(word) || isName(word);
}

/** What may stand behind it: more nouns of address, a name of at most three words, "of ...", "from ...". */
function isTail(words: string[], from: number): boolean {
  let at = from;
  while (
    at < words.length &&
    (/^and$/i.test(words[at]!) || opensTerm(words[at]!) || nouns().has(words[at]!.toLowerCase()))
  )
    at++;
  let names = 0;
  while (at < words.length && isName(words[at]!) && names < 3) {
    at++;
    names++;
  }
  return at === words.length || (/^(?:of|from|in|to|through)$/i.test(words[at]!) && words.length - at <= 7);
}

/** Whether the part between two commas calls somebody: "Mr President", "my dear brother", "Brother". */
export function isVocative(words: string[]): boolean {
  const lower = words.map(word => word.toLowerCase());
  if (isTitled(words) || bareTitles().has(lower.join(' '))) return true;
  if (/^(?:dear|esteemed|distinguished|honou?rable|respected)$/.test(lower[0]!))
    return (
      words.length > 1 && (isName(words.at(-1)!) || lower.some(word => nouns().has(word) || titleWords().has(word)))
    );
  const noun = lower.findIndex(word => nouns().has(word));
  if (noun === 0) return words.length === 2 && isName(words[1]!);
  return (
    noun > 0 &&
    /^(?:my|our|dear|old)$/.test(lower[0]!) &&
    lower.slice(0, noun).every(word => opensTerm(word) || nouns().has(word)) &&
    isTail(words, noun + 1)
  );
}

/** "Mr President", "President Xi", "Your Majesty": a title, alone only where it is one of respect. */
export function isTitled(words: string[]): boolean {
  const phrase = words.join(' ').toLowerCase();
  for (const title of titles()) {
    if (phrase === title) return /^(?:mr|madam|your|comrade c|excellenc)/.test(title);
    if (phrase.startsWith(`${title} `)) {
      const rest = words.slice(title.split(' ').length);
      if (rest.length <= 2 && rest.every(isName)) return true;
      if (/^(?:comrade|mr chairman)/.test(title) && rest.length <= 4) return true;
    }
  }
  return false;
}

/** The name of a relation: "no-limits partnership", "strategic partnership of trust". */
export function isRelation(words: string[]): boolean {
  const lower = words.map(word => word.toLowerCase());
  const noun = lower.findIndex(word => relationNouns().has(word));
  // "friendship higher than the mountains"
  if (noun >= 0 && /^(?:\p{L}+er|more|without)$/u.test(lower[noun + 1] ?? '')) return true;
  if (noun < 1 || (noun < lower.length - 1 && !/^(?:of|for|and|in)$/.test(lower[noun + 1]!))) return false;
  // "new era partnership": quoted, so a name.
  const isOurs = lower.some(word => /^(?:my|our|your)$/.test(word));
  if (!isOurs && noun === lower.length - 1 && /^(?:partnership|friendship|alliance|brotherhood)$/.test(lower[noun]!))
    return true;
  return (
    lower.slice(0, noun).some(word => relationAdjectives().has(word)) ||
    lower.slice(0, noun).some(word => /^(?:strategic|comprehensive|deep|personal)$/.test(word))
  );
}

/** Words that may open a term: a possessive, an article, an adjective of address. */
export function opensTerm(form: string): boolean {
  const word = form.toLowerCase();
  return /^(?:my|our|an?|the|his|her|their|two)$/.test(word) || adjectives().has(word);
}
