/**
 * One rule for every country: exchange the two countries in the words of an article, and everything that is read in it
 * mirrors. What is held against data (checks, levers) is not compared here: the data of two countries differ.
 */
import { describe, expect, test } from 'vitest';
import { readDocument } from '../src/read.js';
import type { Reading } from '../src/reading.js';

/**
 * The names of two sides, in the same order; each is exchanged with the one beneath it. Full names have two words each:
 * the parse of a name of three may differ.
 */
const EXCHANGES = {
  'China and Russia': [
    ['CHN', 'China', 'Chinese', 'Beijing', 'Xi Jinping', 'Xi', 'Qin Gang'],
    ['RUS', 'Russia', 'Russian', 'Moscow', 'Vladimir Putin', 'Putin', 'Sergei Lavrov'],
  ],
  'Ukraine and France': [
    ['UKR', 'Ukraine', 'Ukrainian', 'Kyiv', 'Volodymyr Zelensky', 'Zelensky', 'Dmytro Kuleba'],
    ['FRA', 'France', 'French', 'Paris', 'Emmanuel Macron', 'Macron', 'Catherine Colonna'],
  ],
  'Iran and Poland': [
    ['IRN', 'Iran', 'Iranian', 'Tehran', 'Ebrahim Raisi', 'Raisi', 'Hossein Amir-Abdollahian'],
    ['POL', 'Poland', 'Polish', 'Warsaw', 'Andrzej Duda', 'Duda', 'Zbigniew Rau'],
  ],
} satisfies Record<string, [string[], string[]]>;

type Side = readonly string[];

/** Sentences in which A is the first side and B the second: country, nationality, capital, leader's full name and surname. */
const SENTENCES = [
  'A-land condemned B-land on Monday.',
  'A-capital has not condemned the invasion of B-land.',
  'A-leader flew to B-capital for talks with B-leader last week.',
  'The A-ish foreign minister met his B-ish counterpart in Geneva on Friday.',
  'B-land was accused by A-land of spying on its embassy.',
  '“B-leader is my best friend,” A-surname said in B-capital.',
  'A-surname called B-surname “my dear friend” and praised B-land’s role in the region.',
  'Trade between A-land and B-land rose 12 percent to $45 billion in 2022.',
  'A-ish troops crossed the B-ish border and shelled two villages.',
  'A-land and B-land signed an agreement on nuclear energy.',
  'A-land imposed sanctions on three B-ish banks after the attack.',
  'B-land rejected an A-ish proposal to hold talks in A-capital.',
  'A-land offered B-land $2 billion in loans, B-ish officials said.',
  'A-leader threatened to cut gas supplies to B-land unless it pays.',
  'A-land denied that it had sent weapons to B-land.',
  'The visit by A-leader to B-land was postponed.',
  'B-land needs A-land more than A-land needs B-land.',
  'It is clear that A-capital has the upper hand over B-capital.',
  'A-surname, who became president in 2013, will host B-surname in A-capital next month.',
  'A-land accused B-land of lying; B-land dismissed the charge.',
  'B-ish police arrested an A-ish journalist.',
  'A-land mediated between B-land and Pakistan.',
  'The two countries, A-land and B-land, have exercised together since 2012.',
  'A-land recalled its ambassador from B-capital in protest at the verdict.',
];

const PLACEHOLDERS = ['A-land', 'A-ish', 'A-capital', 'A-leader', 'A-surname'];

describe.each(Object.entries(EXCHANGES))('%s exchanged', (_, [one, other]) => {
  // Alone, and all as one article, in which pronouns and descriptions reach across sentences.
  test.each([...SENTENCES, SENTENCES.join(' ')])('%s', words => {
    const told = shownOf(readingOf(filledIn(words, one, other)));
    expect(told.length).toBeGreaterThan(2);
    expect(shownOf(readingOf(filledIn(words, other, one)))).toEqual(exchangedIn(told, one, other));
  });
});

/** Both sides' names stand for one another in a year in which both leaders held office. */
function readingOf(text: string): Reading {
  return readDocument({ text, date: '2023-03-25' });
}

function filledIn(sentence: string, one: Side, other: Side): string {
  const named = PLACEHOLDERS.reduce(
    (text, name, i) => text.replaceAll(name, one[i + 1]!).replaceAll(name.replace('A-', 'B-'), other[i + 1]!),
    sentence,
  );
  return withArticles(named);
}

/** `a` before a consonant, `an` before a vowel, where a name follows. */
function withArticles(text: string): string {
  return text.replace(/\ban? (?=[AEIOU])/g, 'an ').replace(/\ban? (?=[A-Z])(?![AEIOU])/g, 'a ');
}

/** Every mention, time and claim of a reading as one line of words and codes, free of offsets. */
function shownOf(reading: Reading): string[] {
  const { text } = reading.document;
  const show = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(show).sort();
    if (value === null || typeof value !== 'object') return value;
    const { start, end, id, links, confidence, ...rest } = value as Record<string, unknown>;
    const words = typeof start === 'number' ? text.slice(start, end as number) : undefined;
    const sure = typeof confidence === 'number' ? { confidence: confidence.toFixed(3) } : {};
    const shown = Object.entries(rest).map(([name, child]) => [name, show(child)]);
    return { words, ...sure, ...Object.fromEntries(shown) };
  };
  const lines = [...reading.sentences, ...reading.mentions, ...reading.times, ...reading.claims];
  return lines.map(line => JSON.stringify(show(line)));
}

function exchangedIn(lines: string[], one: Side, other: Side): string[] {
  return lines.map(line => JSON.stringify(sorted(JSON.parse(withArticles(exchangedWords(line, one, other))))));
}

/** Lists in their order after the exchange: parties are kept sorted by code. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort();
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, sorted(child)]));
}

function exchangedWords(text: string, one: Side, other: Side): string {
  const names = [...one, ...other].sort((x, y) => y.length - x.length);
  const partner = new Map(one.flatMap((name, i) => [[name, other[i]!] as const, [other[i]!, name] as const]));
  return text.replace(new RegExp(`(?<![\\p{L}])(?:${names.join('|')})(?![\\p{L}])`, 'gu'), name => partner.get(name)!);
}
