/** Every example in data/frames/no-deeds.csv holds the words it is there for, and no deed is read in them. */
import { describe, expect, test } from 'vitest';
import { articleFromText } from '../../src/article/article.js';
import { explainActions } from '../../src/claims/action.js';
import { noDeeds, noDeedTokens } from '../../src/claims/actions/no-deeds.js';
import { annotate } from '../../src/read.js';

describe('words that look like a deed and are none', () => {
  test.each(noDeeds().map(({ example, words }) => [example, words] as const))('%s', example => {
    const page = annotate(articleFromText({ text: example, date: '2024-05-14' }));
    const [sentence] = page.sentences;
    const none = [...noDeedTokens(sentence!.tokens)].map(index => sentence!.tokens[index]!.start);
    expect(none).not.toEqual([]);
    const deeds = explainActions(page).filter(({ claim }) => claim !== null);
    expect(deeds.filter(({ claim }) => none.includes(claim!.start))).toEqual([]);
  });

  test.each([
    ['Laos declined to sell electricity to Thailand.', 'declined'],
    ['Chile asked Peru to release the crew.', 'asked'],
    ['Kenya gave in to Ethiopia on Friday.', 'gave in'],
    ['Israel forced Lebanese fishermen to turn back.', 'forced'],
  ])('what begins alike stays a deed: %s', (text, words) => {
    const page = annotate(articleFromText({ text, date: '2024-05-14' }));
    const read = explainActions(page).flatMap(({ claim }) => (claim ? [text.slice(claim.start, claim.end)] : []));
    expect(read).toContain(words);
  });
});
