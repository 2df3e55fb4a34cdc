import type { LemmaKnowledge } from './model.js';

/**
 * The dictionary form of a word, as UD English EWT writes it: `said` -> `say`, `troops` -> `troop`, names as they
 * stand. Exceptions learnt from the treebank first, then rules of spelling.
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
  return lemmaByRule(form, lower, upos, xpos, knowledge);
}

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

function singular(lower: string, kind: string, { known }: Pick<LemmaKnowledge, 'known'>): string {
  if (!lower.endsWith('s') || lower.length < 3) return lower;
  const bare = lower.slice(0, -1);
  if (known.has(kind + '\t' + bare)) return bare;
  if (lower.endsWith('ies') && lower.length > 4) return lower.slice(0, -3) + 'y';
  if (lower.endsWith('es')) {
    const shorter = lower.slice(0, -2);
    if (known.has(kind + '\t' + shorter)) return shorter;
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
  for (const candidate of candidates) if (known.has(kind + '\t' + candidate)) return candidate;
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
