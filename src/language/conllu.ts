import type { Sentence } from './sentence.js';

/**
 * Sentences in CoNLL-U, the ten-column format of Universal Dependencies, with the text of each sentence above it.
 * Offsets into the whole text stand in the last column (`TokenRange=start:end`, UTF-16 units).
 */
export function toConllu(sentences: Sentence[]): string {
  return sentences
    .map((sentence, i) => {
      const opens = i > 0 && sentence.paragraph !== sentences[i - 1]!.paragraph;
      return (opens ? '# newpar\n' : '') + sentenceBlock(sentence);
    })
    .join('');
}

function sentenceBlock(sentence: Sentence): string {
  const { tokens } = sentence;
  const lines = [`# sent_id = ${sentence.index + 1}`, `# text = ${surface(sentence)}`];
  if (sentence.index === 0) lines.unshift('# newdoc');
  tokens.forEach((token, i) => {
    const spaceless = tokens[i + 1]?.start === token.end ? 'SpaceAfter=No|' : '';
    lines.push(
      [
        i + 1,
        cell(token.form),
        cell(token.lemma),
        token.upos,
        token.xpos,
        '_',
        token.head + 1,
        token.deprel,
        '_',
        `${spaceless}TokenRange=${token.start}:${token.end}`,
      ].join('\t'),
    );
  });
  return lines.join('\n') + '\n\n';
}

/** The sentence as running text: a space wherever the article has any space or line break between two tokens. */
function surface({ tokens }: Sentence): string {
  let text = '';
  tokens.forEach((token, i) => {
    if (i > 0 && tokens[i - 1]!.end < token.start) text += ' ';
    text += cell(token.form);
  });
  return text;
}

/** A cell must not be empty or hold a space; a token never holds one, but a stray control character might. */
function cell(text: string): string {
  return text.replace(/[\s\u0000-\u001f]+/g, ' ') || '_';
}
