import { articleFromText } from '../../src/article/article.js';
import type { Reading } from '../../src/reading.js';
import type { ArticleToKeep } from '../../src/record/record.js';

/** An article of one sentence with one action in it, as the reader would leave it. */
export function articleToKeep(
  text = 'China condemned Russia on Friday.',
  date: string | null = '2023-03-18',
): ArticleToKeep {
  const article = articleFromText({ text, date });
  const { titleSpan: _, ...document } = article;
  const reading: Reading = {
    document,
    sentences: [{ start: 0, end: text.length, boilerplate: false }],
    mentions: [],
    times: [],
    claims: [
      {
        kind: 'action',
        id: `c${article.id}`,
        start: 6,
        end: 15,
        confidence: 0.8,
        by: 'author',
        denied_by: null,
        links: [],
        type: 'ACCUSE',
        of: null,
        mode: null,
        trigger: { start: 6, end: 15 },
        source: ['CHN'],
        target: ['RUS'],
        third: [],
        names: [],
        when: { from: null, to: null, start: null, end: null },
        said: { from: null, to: null },
        place: null,
        modality: 'happened',
        negated: false,
        main: true,
      },
    ],
  };
  return { article, container: 'text', original: Buffer.from(text), reading, readerVersion: 'test' };
}
