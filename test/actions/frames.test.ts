/** Every example in data/frames/ is read as its row says: type, and parties where the row names them. */
import { describe, expect, test } from 'vitest';
import { findMentions } from '../../src/actors/mentions.js';
import { articleFromText } from '../../src/article/article.js';
import { explainActions } from '../../src/claims/action.js';
import { frames } from '../../src/claims/actions/frames.js';
import { parseSentences } from '../../src/language/parse.js';
import { findTimes } from '../../src/time/find.js';

function actionsOf(text: string) {
  const article = articleFromText({ text, date: '2015-06-15' });
  const sentences = parseSentences(text);
  const page = {
    article,
    sentences,
    mentions: findMentions(article, sentences),
    times: findTimes(article, sentences),
  };
  return explainActions(page);
}

/** `GBR>RUS` source and target, `IND~PAK` both ways, `CHN<RUS` the second to the first. */
function partiesOf(pair: string): { source: string[]; target: string[] } {
  const [first = '', second = ''] = pair.split(/[<>~]/);
  const [a, b] = [first.split('+').filter(Boolean), second.split('+').filter(Boolean)];
  if (pair.includes('~')) return { source: [...new Set([...a, ...b])], target: [...new Set([...a, ...b])] };
  return pair.includes('<') ? { source: b, target: a } : { source: a, target: b };
}

describe('examples of the frames', () => {
  const withExample = frames().filter(({ example }) => example);

  test('there are many', () => {
    expect(withExample.length).toBeGreaterThan(300);
  });

  test.each(withExample.map(frame => [frame.id, frame.example, frame] as const))('%s: %s', (_, example, frame) => {
    const found = actionsOf(example).flatMap(({ claim, reason }) => (claim ? [{ claim, reason }] : []));
    const own = found.find(({ reason }) => reason.frame.split('-')[0] === frame.type);
    const told = found.map(({ claim, reason }) => `${claim.type} ${claim.source}>${claim.target} by ${reason.frame}`);
    expect(own, told.join('; ')).toBeDefined();
    if (!frame.pair) return;
    const wanted = partiesOf(frame.pair);
    expect([[...own!.claim.source].sort(), [...own!.claim.target].sort()], told.join('; ')).toEqual([
      [...wanted.source].sort(),
      [...wanted.target].sort(),
    ]);
  });
});
