import { describe, expect, test } from 'vitest';
import { parseSentences } from '../../src/language/parse.js';

/** What one side of a sentence is called: A-land, A-ish, A-people, A-capital, A-leader. */
type Side = [country: string, adjective: string, people: string, capital: string, leader: string];

const EXCHANGES: [Side, Side][] = [
  [
    ['Russia', 'Russian', 'Russians', 'Moscow', 'Putin'],
    ['Ukraine', 'Ukrainian', 'Ukrainians', 'Kyiv', 'Zelensky'],
  ],
  [
    ['Iran', 'Iranian', 'Iranians', 'Tehran', 'Raisi'],
    ['Turkey', 'Turkish', 'Turks', 'Ankara', 'Erdogan'],
  ],
  [
    ['Jordan', 'Jordanian', 'Jordanians', 'Amman', 'Biden'],
    ['Poland', 'Polish', 'Poles', 'Warsaw', 'Trump'],
  ],
  [
    ['China', 'Chinese', 'Afghans', 'Beijing', 'Xi'],
    ['France', 'French', 'Danes', 'Paris', 'Macron'],
  ],
  [
    ['South Africa', 'South African', 'South Africans', 'Abu Dhabi', 'Modi'],
    ['North Korea', 'North Korean', 'North Koreans', 'Mexico City', 'Lula'],
  ],
];

const SENTENCES = [
  'A-land condemned B-land on Monday.',
  'B-leader flew to A-capital for talks with A-leader.',
  'A-ish troops shelled two B-ish villages, killing a child.',
  'A-land bombs B-land as grain deal nears end',
  'A-LAND WARNS B-LAND',
  'B-capital accuses A-capital of spying',
  'Ten A-people were arrested by B-ish police.',
  'Many B-people fear that A-land will attack.',
  '“A-leader is my friend,” B-leader told reporters in A-capital.',
  '“We will not bow to A-land,” said B-leader.',
  'A-leader, who took power in 2012, has never visited B-capital.',
  'A-land and B-land signed an accord on gas.',
  'A-land, B-land and Norway voted for the resolution.',
  'The A-ish foreign minister met his B-ish counterpart.',
  'The foreign ministers of A-land and B-land spoke by telephone.',
  'Trade between A-land and B-land rose 12 percent last year.',
  'A-land’s exports to B-land jumped, while its imports hardly grew.',
  'A-land depends on B-land more than B-land depends on A-land.',
  'B-land was accused by A-land of breaking the truce.',
  'A-land said B-land had fired first.',
  'A-capital said on Tuesday that it would recall its envoy from B-capital.',
  'In A-capital, B-leader praised what he called a new era.',
  'A-leader’s visit to B-land was put off.',
  'Sanctions on A-land hurt B-land too.',
  'A-capital - The talks between A-land and B-land failed.',
  'A-backed rebels took the town from B-ish forces.',
  'The A-land-B-land border was closed.',
  'B-land must choose: A-land or the West.',
  'Why did A-land attack? B-leader does not know.',
  'A-leader met B-leader. They shook hands. A-land hopes for more.',
  'President A-leader thanked President B-leader for the arms.',
  'The A-ish-B-ish pact lapsed in May.',
  'A-people and B-people live side by side in the old town.',
  'If A-land invades, B-land will fight.',
  'Facing A-ish pressure, B-land gave way.',
  'It was A-land that asked B-land for help.',
  'A-land refused to let B-ish inspectors in.',
  'Neither A-land nor B-land confirmed the report.',
  'Former B-ish officials called A-leader a liar.',
  'A-land sells B-land arms; B-land sells A-land grain.',
];

describe.each(EXCHANGES)('%s and %s exchanged', (one, other) => {
  test.each(SENTENCES)('%s', sentence => {
    const there = shapeOf(filledIn(sentence, one, other));
    expect(there.flat().length).toBeGreaterThan(2);
    expect(shapeOf(filledIn(sentence, other, one))).toEqual(there);
  });
});

/** Tags, heads and relations of every sentence, without the words. */
function shapeOf(text: string): string[][] {
  return parseSentences(text).map(({ tokens }) =>
    tokens.map(({ upos, xpos, head, deprel }) => `${upos} ${xpos} ${head} ${deprel}`),
  );
}

function filledIn(sentence: string, one: Side, other: Side): string {
  const fill = (text: string, letter: string, [country, adjective, people, capital, leader]: Side) =>
    text
      .replaceAll(`${letter}-LAND`, country.toUpperCase())
      .replaceAll(`${letter}-land`, country)
      .replaceAll(`${letter}-ish`, adjective)
      .replaceAll(`${letter}-backed`, `${country}-backed`)
      .replaceAll(`${letter}-people`, people)
      .replaceAll(`${letter}-capital`, capital)
      .replaceAll(`${letter}-leader`, leader);
  return fill(fill(sentence, 'A', one), 'B', other);
}
