import { knownText } from '../knowledge.js';
import type { LemmaKnowledge } from './model.js';
import { listedBaseForms, wordLines } from './word-classes.js';

let irregular: Map<string, string> | null = null;

/** Forms that no rule of spelling leads home, as `V fled`, with their lemmas: data/irregular-forms.txt. */
function irregularForms(): Map<string, string> {
  irregular ??= new Map(
    wordLines(knownText('irregular-forms.txt')).flatMap(([head, forms]) => {
      const [kind, lemma] = head.split(' ') as [string, string];
      return forms.map((form): [string, string] => [kind + ' ' + form, lemma]);
    }),
  );
  return irregular;
}

/**
 * The dictionary form of a word, as UD English EWT writes it: `said` -> `say`, `troops` -> `troop`, names as they
 * stand. Exceptions learnt from the treebank first, then irregular forms, then rules of spelling.
 *
 * @param form the word as written
 * @param xpos its Penn tag
 */
export function lemmaOf(form: string, upos: string, xpos: string, knowledge: LemmaKnowledge): string {
  const lower = form.toLowerCase().replace(/[’‘`]/g, "'");
  const exception = knowledge.exceptions.get(lower + '\t' + xpos);
  if (exception !== undefined) {
    // Names keep their capitals, "CHINA" of a headline included.
    return upos === 'PROPN' && exception === lower ? form : exception;
  }
  const kind = upos === 'PROPN' ? null : lemmaClass(xpos);
  const found = kind === null || BASE_FORMS.has(xpos) ? undefined : irregularForms().get(kind + ' ' + lower);
  return found ?? lemmaByRule(form, lower, upos, xpos, knowledge);
}

/** Tags of words that stand in their dictionary form already: "found" may be a verb of its own. */
const BASE_FORMS = new Set(['NN', 'VB', 'VBP', 'JJ', 'RB']);

/** The lemma by rules of spelling alone. */
export function lemmaByRule(
  form: string,
  lower: string,
  upos: string,
  xpos: string,
  knowledge: Pick<LemmaKnowledge, 'known'>,
): string {
  if (upos === 'PROPN') return xpos === 'NNPS' ? withCapitals(form, singular(lower, 'N', knowledge)) : form;
  if (upos === 'PUNCT' || upos === 'SYM' || upos === 'NUM' || upos === 'X') return form;
  switch (xpos) {
    case 'NNS':
      return singular(lower, 'N', knowledge);
    case 'VBZ':
      return singular(lower, 'V', knowledge);
    case 'VBD':
    case 'VBN':
      return withoutEnding(lower, 'ed', 'V', knowledge);
    case 'VBG':
      return upos === 'VERB' || upos === 'AUX' ? withoutEnding(lower, 'ing', 'V', knowledge) : lower;
    case 'JJR':
    case 'RBR':
      return withoutEnding(lower, 'er', 'J', knowledge);
    case 'JJS':
    case 'RBS':
      return withoutEnding(lower, 'est', 'J', knowledge);
    default:
      return lower;
  }
}

/** The class under which a lemma is known: N nouns, V verbs, J adjectives and adverbs. */
export function lemmaClass(xpos: string): 'N' | 'V' | 'J' | null {
  if (xpos.startsWith('NN')) return 'N';
  if (xpos.startsWith('VB')) return 'V';
  return xpos.startsWith('JJ') || xpos.startsWith('RB') ? 'J' : null;
}

/** Whether a word is the dictionary form of something, in the treebank or in the word list. */
function isKnown(kind: string, word: string, known: Set<string>): boolean {
  return known.has(kind + '\t' + word) || listedBaseForms().has(kind + ' ' + word);
}

function singular(lower: string, kind: string, { known }: Pick<LemmaKnowledge, 'known'>): string {
  if (kind === 'N' && /^[a-z]{3,}men$/.test(lower)) return lower.slice(0, -2) + 'an';
  if (!lower.endsWith('s') || lower.length < 3) return lower;
  const bare = lower.slice(0, -1);
  if (isKnown(kind, bare, known)) return bare;
  // "series", "headquarters"
  if (kind === 'N' && listedBaseForms().has('N ' + lower)) return lower;
  if (lower.endsWith('ies') && lower.length > 4) return lower.slice(0, -3) + 'y';
  if (lower.endsWith('es')) {
    const shorter = lower.slice(0, -2);
    if (isKnown(kind, shorter, known)) return shorter;
    return /(?:s|x|z|ch|sh)$/.test(shorter) && !/[aeiou](?:s|z)$/.test(shorter) ? shorter : bare;
  }
  return lower.endsWith('ss') ? lower : bare;
}

function withoutEnding(lower: string, ending: string, kind: string, { known }: Pick<LemmaKnowledge, 'known'>): string {
  if (!lower.endsWith(ending) || lower.length < ending.length + 2) return lower;
  const stem = lower.slice(0, -ending.length);
  const undoubled = /([bdfglmnprstz])\1$/.test(stem) ? stem.slice(0, -1) : null;
  const candidates = [stem + 'e', stem, undoubled].filter(candidate => candidate !== null);
  if (ending !== 'ing' && stem.endsWith('i')) candidates.unshift(stem.slice(0, -1) + 'y');
  for (const candidate of candidates) if (isKnown(kind, candidate, known)) return candidate;
  if (ending !== 'ing' && stem.endsWith('i')) return stem.slice(0, -1) + 'y';
  if (undoubled !== null && !/(?:ll|ss|zz|ff)$/.test(stem)) return undoubled;
  if (/(?:ll|ss|zz|ff)$/.test(stem)) return stem;
  // "organis|ed", "invad|ed", "forc|ed", "believ|ed" have lost an e; "attack|ed", "visit|ed" have not.
  if (
    /(?:[cvu]|[iy]s|[iy]z|ng|[^aeiou]l|[aeiou]g|ur|[^aeo]at|ir)$/.test(stem) &&
    !/(?:[^q]u|ong|ing|ang)$/.test(stem)
  ) {
    return stem + 'e';
  }
  return /[^aeiou][aiou][dkmnptz]$/.test(stem) && stem.length <= 4 ? stem + 'e' : stem;
}

function withCapitals(form: string, lemma: string): string {
  return form.startsWith(lemma.slice(0, 1))
    ? lemma
    : form.slice(0, lemma.length - 1) + (lemma.endsWith('y') ? 'y' : (form[lemma.length - 1] ?? ''));
}
