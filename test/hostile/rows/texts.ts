/** Plain texts: what stands in them must neither end, hold up nor mislead the reader. */
import { type ArticleRow, GOOD } from '../row.js';

const times = (text: string, count: number) => () => text.repeat(count);
const around = (text: string, count: number) => () => `${GOOD} ${text.repeat(count)} ${GOOD}`;

export const CHARACTERS: ArticleRow[] = [
  ['control characters of C0 among the words', 'Norway\u0001 met\u0007 Chile\u0008 in Oslo\u001b.', 'read: 1'],
  ['control characters of C1 among the words', 'Norway \u0085met\u009b31m Chile in \u0090Oslo.', 'read: 1'],
  ['control characters alone', '\u0001\u0002\u001b\u0007', 'read'],
  ['a zero byte behind the first 64 kB', () => `${GOOD}${' '.repeat(70_000)}\0${GOOD}`, 'read'],
  ['a zero byte at the start', `\0${GOOD}`, 'refused: binary file'],
  ['two byte order marks', `\ufeff\ufeff${GOOD}`, 'read: 1'],
  ['byte order marks between the words', 'Norway\ufeff met\ufeff Chile in Oslo.', 'read: 1'],
  ['a byte order mark alone', '\ufeff', 'refused: the article is empty'],
  ['the mark of UTF-16 alone', Uint8Array.of(0xff, 0xfe), 'refused: the article is empty'],
  ['UTF-16 with half a character at the end', Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x42), 'refused: not text in UTF-8'],
  ['UTF-16 with half a pair', Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x3d, 0xd8, 0x41, 0), 'refused: not text in UTF-8'],
  ['UTF-16 of the other order', () => Buffer.from(`\ufeff${GOOD}`, 'utf16le').swap16(), 'read: 1'],
  ['UTF-16 without its mark', () => Buffer.from(GOOD, 'utf16le'), 'refused: binary file'],
  ['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0), 'read: 1'],
  ['a lone surrogate in bytes (CESU)', Uint8Array.of(0x41, 0x20, 0xed, 0xa0, 0x80), 'refused: not text in UTF-8'],
  ['an overlong slash', Uint8Array.of(0x41, 0xc0, 0xaf), 'refused: not text in UTF-8'],
  ['a character above U+10FFFF', Uint8Array.of(0x41, 0xf4, 0x90, 0x80, 0x80), 'refused: not text in UTF-8'],
  ['a character cut at the end', Uint8Array.of(0x41, 0xe2, 0x82), 'refused: not text in UTF-8'],
  ['Latin-1', Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x2e), 'refused: not text in UTF-8'],
  ['text turned round by bidi marks', '\u202eyawroN tem\u202c Chile \u2066in\u2069 Oslo.', 'read: 1'],
  ['a bidi override that is never ended', `${GOOD} \u202e${GOOD}`, 'read: 2'],
  ['ten thousand bidi embeddings', around('\u202b', 10_000), 'read'],
  ['zero-width characters in every word', 'N\u200bo\u200crw\u200day met Ch\u2060ile in Oslo.', 'read: 1'],
  ['a hundred thousand accents on one letter', () => `Norway${'\u0301'.repeat(100_000)} met Chile.`, 'read: 1'],
  ['letters that only look like Latin ones', 'Nоrwау met Сhilе in Оslо.', 'read: 1'],
  ['characters of no use yet and for private use', 'Norway \u0378\ue000\u{f0000}\u{10ffff} met Chile.', 'read: 1'],
  ['noncharacters', 'Norway \ufffe\uffff met Chile in Oslo.', 'read: 1'],
  ['families of emoji and tags in a flag', 'Norway 👩‍👩‍👧‍👦🏴\u{e0067}\u{e0062}\u{e007f} met Chile.', 'read: 1'],
  ['white space of all kinds alone', ' \t\u00a0\u2003\u3000\u2028\u2029\r\n', 'refused: the article is empty'],
  ['line and paragraph separators for spaces', 'Norway\u2028met\u2029Chile in Oslo.', 'read'],
  ['lines ended by carriage returns alone', `Talks in Oslo\r\r${GOOD}\r\r${GOOD}`, 'read'],
  ['form feeds and vertical tabs between sentences', `${GOOD}\f${GOOD}\v${GOOD}`, 'read'],
];

export const QUOTATIONS: ArticleRow[] = [
  ['quotations a thousand deep', () => `He said ${'“she said ‘'.repeat(1000)}no${'’”'.repeat(1000)}.`, 'read'],
  ['a quotation that is never closed', `“Norway is strong, the minister said. ${GOOD}`, 'read'],
  ['quotations closed before they are opened', `”Norway is strong,“ the minister said.`, 'read'],
  ['two thousand quotations in one sentence', times('“no,” he said, ', 2_000), 'read'],
  ['two thousand speakers of one quotation', () => `“No,” ${'said Putin, '.repeat(2_000)}said Xi.`, 'read'],
  ['quotation marks of many kinds, mixed', `„Norway» is “strong‹, the ‘minister” said.`, 'read'],
];

export const NUMBERS: ArticleRow[] = [
  ['a number of ten thousand digits of money', () => `Trade rose to $${'9'.repeat(10_000)} billion.`, 'read: 1'],
  ['a number with ten thousand commas', () => `Trade rose to $1${',000'.repeat(10_000)}.`, 'read: 1'],
  ['a number with a thousand points', () => `Trade rose to 1${'.5'.repeat(1000)} percent.`, 'read: 1'],
  ['a number beyond what doubles hold', 'Trade rose to 1e999 dollars, or 9e9999 percent.', 'read: 1'],
  ['an infinite and an undefined number', 'Trade rose by Infinity percent and NaN dollars.', 'read: 1'],
  ['number words a thousand long', () => `Trade rose to ${'million '.repeat(1000)}dollars.`, 'read'],
  ['number words without end', () => `It cost ${'two ten thousand and '.repeat(5000)}one dollars.`, 'read'],
  ['a fraction by zero', 'Some 1/0 of the people and 0/0 percent agreed.', 'read: 1'],
  ['minus zero and minus much', 'Trade fell by -0 percent, then by −99999999999999999999.', 'read: 1'],
  ['digits of other scripts', 'Trade rose to ٣٤٥ billion and ４５ percent, or ½⅞ of it.', 'read: 1'],
  ['two thousand amounts in a sentence', times('$1 billion and ', 2_000), 'read'],
  ['a range of ranges', () => `Between ${'5-'.repeat(2_000)}6 percent of it.`, 'read'],
];

export const DATES: ArticleRow[] = [
  ['the day 99999-99-99', 'Norway met Chile on 99999-99-99 and on 9999-99-99.', 'read: 1'],
  ['the day 0000-00-00', 'Norway met Chile on 0000-00-00 in Oslo.', 'read: 1'],
  ['the 99th of February', 'Norway met Chile on February 99, 2023 and on 30 February 2023.', 'read: 1'],
  ['the year 999999', 'Norway met Chile in the year 999999 and in March 99999.', 'read: 1'],
  ['a million years ago', 'Norway met Chile 99999999999999999999 years ago.', 'read: 1'],
  ['in a googol of days', () => `Norway will meet Chile in 1${'0'.repeat(100)} days.`, 'read: 1'],
  ['the 99th century', 'Norway met Chile in the 99999th century and the 0s.', 'read: 1'],
  ['two thousand days in a sentence', times('on Monday, 20 March 2023, ', 2_000), 'read'],
  ['two thousand times "the day before"', () => `Norway met Chile ${'the day before '.repeat(2_000)}Monday.`, 'read'],
  ['a time of 99:99', 'Norway met Chile at 99:99:99 UTC+99 on Monday.', 'read: 1'],
];
