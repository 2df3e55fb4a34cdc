import { describe, expect, test } from 'vitest';
import { conclusionsOf } from '../../src/dossier/conclusions.js';
import { readDocument } from '../../src/read.js';

const TITLE = 'Accra has the upper hand over Lome';

function concluded(body: string) {
  const reading = readDocument({ text: `${TITLE}\n\n${body}`, title: TITLE, date: '2024-05-10' });
  const words = (ids: string[]) =>
    reading.claims
      .filter(({ id }) => ids.includes(id))
      .map(({ start, end }) => reading.document.text.slice(start, end));
  return conclusionsOf(reading, []).map(({ claim, headline, favours, reasons, alsoTold, against }) => ({
    words: words([claim])[0],
    headline,
    favours,
    reasons: words(reasons),
    alsoTold: words(alsoTold),
    against: words(against),
  }));
}

describe('what an article offers for its headline and its verdicts', () => {
  test('the headline comes first, with what repeats and what contradicts it', () => {
    const [headline, verdict] = concluded(
      'Trade between Ghana and Togo reached $240 million in 2023. Some say that Togo has the upper hand over Ghana.',
    );
    expect(headline).toEqual({
      words: TITLE,
      headline: true,
      favours: 'GHA',
      reasons: [],
      alsoTold: ['$240 million'],
      against: ['Some say that Togo has the upper hand over Ghana.'],
    });
    expect(verdict).toMatchObject({ headline: false, favours: 'TGO', reasons: [] });
  });

  test('what the article gives as the reason is one; an article without a verdict concludes nothing', () => {
    const found = concluded('Ghana buys 90 percent of its oil from Togo. So Ghana has the upper hand over Togo.');
    expect(found.at(-1)!.reasons).toContain('90 percent');
    const plain = readDocument({ text: 'Ghana and Togo signed a treaty.', date: '2024-05-10' });
    expect(conclusionsOf(plain, [])).toEqual([]);
  });
});
