/** An action that an article of its own tells of, as short as a test can say it. */
import type { ActionClaim } from '../../src/reading.js';
import type { KeptClaim } from '../../src/record/evidence.js';

interface Told extends Partial<Omit<ActionClaim, 'place'>> {
  /** The day of the deed; `null`: the article does not say. */
  day?: string | null;
  /** The days it may have been. */
  days?: [string, string];
  /** The day of the article. */
  published?: string;
  article?: string;
  place?: ActionClaim['place'];
}

let count = 0;

export function told(sentence: string, given: Told): KeptClaim & { claim: ActionClaim } {
  const { day = null, days, published = '2024-03-13', article = `article-${count}`, ...claim } = given;
  const [from, to] = days ?? [day, day];
  const date = { value: published, earliest: published, latest: published, basis: 'given' as const };
  return {
    claim: {
      kind: 'action',
      id: `claim-${count++}`,
      start: 0,
      end: sentence.length,
      confidence: 0.8,
      by: 'author',
      denied_by: null,
      links: [],
      type: 'CONSULT',
      of: null,
      mode: null,
      trigger: { start: 0, end: 0 },
      source: [],
      target: [],
      third: [],
      names: [],
      when: { from, to, start: null, end: null },
      said: { from: published, to: published },
      place: null,
      modality: 'happened',
      negated: false,
      main: true,
      ...claim,
    },
    article: { id: article, title: null, publisher: null, url: null, date },
    sentence: { start: 0, end: sentence.length, text: sentence },
    countries: [...new Set([...(given.source ?? []), ...(given.target ?? [])])].sort(),
  };
}
