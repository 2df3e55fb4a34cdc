/** How claims of one text hang together: `from type to`, each by a word of its own wording. */
import { describe, expect, test } from 'vitest';
import { articleFromText } from '../../src/article/article.js';
import { readArticle } from '../../src/read.js';
import type { Claim } from '../../src/reading.js';

/** Links of a text as `wording type wording`, without denials of other kinds than asked for. */
function links(text: string, date = '2023-03-18'): string[] {
  const { claims } = readArticle(articleFromText({ text, date }));
  const byId = new Map(claims.map(claim => [claim.id, claim]));
  const wording = (claim: Claim) => {
    const { start, end } = claim.kind === 'action' ? claim.trigger : claim;
    return text.slice(start, end);
  };
  return claims.flatMap(claim =>
    claim.links.map(({ type, claim: to }) => `${wording(claim)} ${type} ${wording(byId.get(to)!)}`),
  );
}

describe('conversions', () => {
  test.each([
    ['Trade reached 1.28 trillion yuan (£153 billion) in 2022.', ['£153 billion converts 1.28 trillion yuan']],
    ['The loan of 300m zlotys, or about $70m, is due.', ['$70m converts 300m zlotys']],
    ['The bill came to €1.5 billion, roughly $1.8 billion.', ['$1.8 billion converts €1.5 billion']],
    ['The pipe is 60 km (37 miles) long.', ['37 miles converts 60 km']],
    ['Oil costs 500 yuan a barrel ($70 a barrel).', ['$70 a barrel converts 500 yuan a barrel']],
    // Three gifts, three currencies: nothing is restated.
    ['They gave €5bn, $3bn and £2bn to Chad.', []],
    ['Aid came to $5bn (40 percent) in 2022.', []],
    ['The loan was $5bn, and the grant £2bn.', []],
  ])('%s', (text, expected) => expect(links(text).filter(link => / converts /.test(link))).toEqual(expected));
});

describe('the same thing told again', () => {
  test('a deed that its noun takes up', () => {
    const found = links('Russia invaded Ukraine in February 2022. The Russian invasion of Ukraine changed Europe.');
    expect(found).toContain('invasion repeats invaded');
  });
  test('a figure', () => {
    const found = links('Trade was worth $5bn in 2021. Later it was said again: trade was worth $5bn in 2021.');
    expect(found).toContain('$5bn repeats $5bn');
  });
  test('two visits in two years are two', () => {
    const found = links(
      'Xi Jinping visited Russia in March 2013. Xi Jinping visited Russia in June 2019.',
      '2020-01-01',
    );
    expect(found.filter(link => / repeats /.test(link))).toEqual([]);
  });
});

describe('denied, undone, done', () => {
  test.each([
    ['Kyiv said Russia had shelled the port. Moscow denies this.', 'Moscow denies this denies shelled'],
    [
      "Manila said a Chinese vessel had rammed its boat. China's foreign ministry denied the account.",
      "China's foreign ministry denied the account denies rammed",
    ],
  ])('%s', (text, expected) => expect(links(text)).toContain(expected));

  test('an allegation and its denial', () => {
    const found = links(
      'Washington said that Iran had attacked a tanker. Tehran denied that it had attacked the tanker.',
    );
    expect(found.some(link => / denies /.test(link))).toBe(true);
  });
  test('a denial denies the statement in the same words, and no other of the sentence', () => {
    const found = links(
      'Washington said that Iran had attacked a tanker. Iran sells Russia oil, critics of the Kremlin say. Tehran denied that it had attacked the tanker.',
    ).filter(link => / denies /.test(link));
    expect(found.some(link => /denies Washington said/.test(link))).toBe(true);
    expect(found.some(link => /denies (?:sells|Iran sells)/.test(link))).toBe(false);
  });
  test('a denial that speaks of something else leaves the sentence before it alone', () => {
    const found = links(
      'Turkey sold drones to Ukraine but has not condemned Russia, Kremlin critics say. Hakan Fidan denied that Turkey had agreed to re-export drones to Ukraine.',
    ).filter(link => / denies /.test(link));
    expect(found).toEqual(['Hakan Fidan denied that Turkey had agreed to re-export drones to Ukraine denies agreed']);
  });
  test('a denial that points back denies what its words name', () => {
    const found = links(
      'Kyiv said that Russia had shelled a hospital. Kyiv also said that Russia had raised tariffs. Moscow denied any part in the shelling of the hospital.',
    ).filter(link => / denies /.test(link));
    expect(found.some(link => /denies shelled/.test(link))).toBe(true);
    expect(found.some(link => /denies raised/.test(link))).toBe(false);
  });
  test('a denial that the text gives before the accusation', () => {
    const found = links(
      '“We have never interfered in your elections,” Sergei Lavrov said. The Czech prime minister had accused Russia of interfering in the elections.',
    );
    expect(found.filter(link => / denies /.test(link)).length).toBeGreaterThan(0);
  });
  test('the same words with another number are not said again', () => {
    const found = links(
      'The Turkish ministry said the trade between the neighbours came to $5bn. The Turkish ministry said the trade between the neighbours came to $7bn.',
    );
    expect(found.filter(link => / repeats /.test(link))).toEqual([]);
  });
  test('a deed done and not done', () => {
    const found = links('Turkey has condemned Israel over the raid. Turkey has not condemned Israel over the raid.');
    expect(found).toContain('condemned contradicts condemned');
  });
  test('of two times neither is told against the other', () => {
    const found = links(
      'Turkey condemned Israel in May 2010. Turkey did not condemn Israel in June 2014.',
      '2015-01-01',
    );
    expect(found.filter(link => / contradicts /.test(link))).toEqual([]);
  });
  test('one thing with two numbers', () => {
    const text =
      'Trade between the two neighbours came to $5bn in 2021, the ministry said in a long report about the border. Trade between the two neighbours came to $7bn in 2021.';
    expect(links(text, '2022-05-01')).toContain('$7bn contradicts $5bn');
  });
});

test('links stay linear: a long article takes no longer a sentence', () => {
  const text = Array.from(
    { length: 400 },
    (_, at) => `Russia met China on 1 March 2020. It cost $${at + 2}bn (£${at + 1}bn).`,
  ).join(' ');
  const { claims } = readArticle(articleFromText({ text, date: '2021-01-01' }));
  const most = Math.max(...claims.map(claim => claim.links.length));
  expect(most).toBeLessThan(4);
});
