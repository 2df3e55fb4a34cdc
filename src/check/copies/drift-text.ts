/** A drift for people: what the article was written from, and each sentence that is not the same. */
import { countWords } from '../../count-words.js';
import { dayWords, shortened } from '../words.js';
import type { Drift, DriftedSentence } from './drift.js';

/** Longer wordings are shortened where they are only listed. */
const LONGEST_LISTED = 120;

/** Lines of text, beginning with an empty one; nothing where the article is no copy. */
export function driftText(drift: Drift | null): string {
  if (!drift) return '';
  const { sentences, leftOut } = drift;
  return [
    '',
    '',
    `${relationTo(drift)}. ${countsWords(drift)}`,
    ...sentences.flatMap(linesOf),
    ...leftOut.map(({ text }) => `- left out: “${shortened(text, LONGEST_LISTED)}”`),
  ].join('\n');
}

/** `A rewritten copy of`, where it is known which is older. */
export function relationTo({ isEarlier, article: { publisher, title, id, date } }: Drift): string {
  const named = [publisher, title && `“${title}”`, date.value && dayWords(date.value)].filter(Boolean).join(', ') || id;
  if (isEarlier === null) return `Shares its sentences with ${named}`;
  return isEarlier ? `Rewritten from ${named}` : `Rewritten later as ${named}`;
}

/** How much was taken over: `61 % of this article’s words stand in sentences taken over. 9 sentences: 4 the same, ...`. */
export function countsWords({ share, sentences, leftOut }: Drift): string {
  const count = (kind: DriftedSentence['kind']) => sentences.filter(one => one.kind === kind).length;
  return (
    `${Math.round(100 * share)} % of this article’s words stand in sentences taken over. ${countWords(sentences.length, 'sentence')}: ` +
    `${count('same')} the same, ${count('altered')} altered, ${count('added')} added; ${leftOut.length} left out.`
  );
}

/** What was changed in a sentence, and whether words went into quotation marks or out of them. */
export function changeSentence({ changes, marks }: Extract<DriftedSentence, { kind: 'altered' }>): string {
  const moved =
    marks && `“${marks.words}” is ${marks.nowQuoted ? 'quoted now, and was told' : 'told now, and was quoted'}`;
  return [changeWords(changes), moved].filter(Boolean).join('; ');
}

/** What was changed in a sentence, in words: `“8 million” is “9 million”, “said” is left out`. */
export function changeWords(changes: { kept: string; said: string }[]): string {
  return changes
    .map(({ kept, said }) => {
      if (!kept) return `“${said}” is new`;
      return said ? `“${kept}” is “${said}”` : `“${kept}” is left out`;
    })
    .join(', ');
}

function linesOf(sentence: DriftedSentence): string[] {
  switch (sentence.kind) {
    case 'same':
      return [];
    case 'added':
      return [`- added: “${shortened(sentence.text, LONGEST_LISTED)}”`];
    case 'altered':
      return [`- altered: “${shortened(sentence.text, LONGEST_LISTED)}”: ${changeSentence(sentence)}`];
  }
}
