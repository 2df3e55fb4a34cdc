/**
 * One rule for every country: exchange the two countries in a text, and the mentions mirror. Small countries stand
 * beside large ones, because what is unfair is most often what is not known.
 */
import { describe, expect, test } from 'vitest';
import { mentionsIn } from './mentioned.js';

/** Code, name, nationality, capital, leader's full name, family name, citizens. Two words to each full name. */
type Side = readonly [string, string, string, string, string, string, string];

const DATE = '2023-04-15';

const EXCHANGES: Record<string, [Side, Side]> = {
  'China and Russia': [
    ['CHN', 'China', 'Chinese', 'Beijing', 'Xi Jinping', 'Xi', 'Chinese citizens'],
    ['RUS', 'Russia', 'Russian', 'Moscow', 'Vladimir Putin', 'Putin', 'Russian citizens'],
  ],
  'Germany and Malawi': [
    ['DEU', 'Germany', 'German', 'Berlin', 'Olaf Scholz', 'Scholz', 'Germans'],
    ['MWI', 'Malawi', 'Malawian', 'Lilongwe', 'Lazarus Chakwera', 'Chakwera', 'Malawians'],
  ],
  'Fiji and Ukraine': [
    ['FJI', 'Fiji', 'Fijian', 'Suva', 'Sitiveni Rabuka', 'Rabuka', 'Fijians'],
    ['UKR', 'Ukraine', 'Ukrainian', 'Kyiv', 'Volodymyr Zelensky', 'Zelensky', 'Ukrainians'],
  ],
  'Namibia and Paraguay': [
    ['NAM', 'Namibia', 'Namibian', 'Windhoek', 'Hage Geingob', 'Geingob', 'Namibians'],
    ['PRY', 'Paraguay', 'Paraguayan', 'Asuncion', 'Mario Abdo', 'Abdo', 'Paraguayans'],
  ],
  'Turkey and Ghana': [
    ['TUR', 'Turkey', 'Turkish', 'Ankara', 'Tayyip Erdogan', 'Erdogan', 'Turks'],
    ['GHA', 'Ghana', 'Ghanaian', 'Accra', 'Nana Akufo-Addo', 'Akufo-Addo', 'Ghanaians'],
  ],
  'Iran and Latvia': [
    ['IRN', 'Iran', 'Iranian', 'Tehran', 'Ebrahim Raisi', 'Raisi', 'Iranians'],
    ['LVA', 'Latvia', 'Latvian', 'Riga', 'Egils Levits', 'Levits', 'Latvians'],
  ],
  'Jordan and Chad': [
    ['JOR', 'Jordan', 'Jordanian', 'Amman', 'Bisher Khasawneh', 'Khasawneh', 'Jordanians'],
    ['TCD', 'Chad', 'Chadian', 'N’Djamena', 'Mahamat Deby', 'Deby', 'Chadians'],
  ],
};

const SENTENCES = [
  'A-land condemned B-land on Monday.',
  'A-capital said B-capital had lied.',
  'A-leader flew to B-capital to see B-leader.',
  'A-leader arrived. A-surname then thanked B-surname.',
  'The A-ish foreign minister met his B-ish counterpart in Geneva.',
  'The A-ish president and the B-ish president shook hands.',
  'A-land’s army crossed into B-land.',
  'A-ish troops shelled two B-ish villages.',
  'A-people protested outside the B-ish embassy in A-capital.',
  'Police in A-capital arrested three B-people.',
  'Residents of B-capital fled to A-land.',
  'The former president of A-land lives in B-land.',
  'A-land and B-land signed a treaty. The two countries will share water.',
  'A-leader met B-leader on Friday. The two leaders dined.',
  'A-land and B-land blamed each other. Both sides denied it.',
  'B-land was accused by A-land of spying.',
  'A-land recalled its ambassador from B-capital.',
  'A-surname called B-surname a friend.',
  'A-ish and B-ish officials met in Vienna.',
  'Trade between A-land and B-land doubled.',
  'A-land’s foreign ministry summoned the B-ish envoy.',
  'A-land sent B-land two ships.',
  'An A-ish newspaper mocked A-surname.',
  'The A-ish parliament voted against B-land.',
  'A-land-based firms left B-land.',
  'A-ish-backed rebels took a town in B-land.',
  'Talks in A-capital between A-land and B-land failed.',
  'President A-surname wrote to B-land.',
  'A-land’s ambassador to B-land resigned.',
  'Thousands of B-people live in A-land.',
  'A-capital wants B-land to pay.',
  'In B-land, A-surname laid a wreath.',
  'A-leader, who rules A-land, never met B-surname.',
  'A-land said it would help. B-land refused.',
  'Four A-ish soldiers died near B-capital.',
  'A-land’s central bank lent B-land money.',
  'A B-ish diplomat left A-capital for B-capital.',
  'Ethnic A-people in B-land asked A-capital for help.',
  'A-ish businessmen sued the B-ish government.',
  'Neither A-land nor B-land commented.',
  'A-surname’s visit to B-land angered B-people.',
  'The A-ish navy seized a B-ish trawler.',
];

describe.each(Object.entries(EXCHANGES))('%s exchanged', (_, [one, other]) => {
  test.each(SENTENCES)('%s', words => {
    const told = shownIn(filledIn(words, one, other), one, other);
    expect(told.length).toBeGreaterThan(0);
    expect(shownIn(filledIn(words, other, one), other, one)).toEqual(told);
  });
});

const PLACEHOLDERS = ['land', 'ish', 'capital', 'leader', 'surname', 'people'];

function filledIn(sentence: string, one: Side, other: Side): string {
  return PLACEHOLDERS.reduce(
    (text, name, i) => text.replaceAll(`A-${name}`, one[i + 1]!).replaceAll(`B-${name}`, other[i + 1]!),
    sentence,
  ).replace(/\b([Aa])n? (?=(\p{L}))/gu, (_, article: string, next: string) =>
    /[aeiou]/i.test(next) ? `${article}n ` : `${article} `,
  );
}

/**
 * Kind and countries of each mention, with the first side called A and the second B. Whether the holder of a post is
 * known is a matter of the tables: not every country has a president.
 */
function shownIn(text: string, one: Side, other: Side): string[] {
  const side = (country: string) => (country === one[0] ? 'A' : country === other[0] ? 'B' : country);
  return mentionsIn(text, DATE).map(
    ({ kind, countries, person }) =>
      `${kind} ${countries.map(side).toSorted().join('+')}${person && kind === 'name' ? ' person' : ''}`,
  );
}
