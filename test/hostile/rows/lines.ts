/** Lines of JSON, each a document: syntax, depth, wrong types, names that objects have of themselves. */
import { type ArticleRow, GOOD } from '../row.js';

const line = (fields: Record<string, unknown>) => JSON.stringify({ text: GOOD, ...fields });
const wanted = 'refused: a document needs a field "text"';

export const LINES: ArticleRow[] = [
  ['an object without end', `{"text": "${GOOD}"`, 'refused: not JSON'],
  ['a string without end', `{"text": "${GOOD}`, 'refused: not JSON'],
  ['two objects', `{"text": "a"}{"text": "b"}`, 'refused: not JSON'],
  ['single quotes and a comment', `{'text': 'a'} // b`, 'refused: not JSON'],
  ['a million opening brackets', () => '['.repeat(1_000_000), 'refused: not JSON'],
  [
    'a hundred thousand levels, well closed',
    () => `{"text": "${GOOD}", "x": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    'read: 1',
  ],
  [
    'a hundred thousand objects deep',
    () => `{"text": "${GOOD}", "x": ${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`,
    'read: 1',
  ],
  ['the text behind __proto__', `{"__proto__": {"text": "${GOOD}"}}`, wanted],
  [
    '__proto__ and constructor beside the text',
    `{"text": "${GOOD}", "__proto__": {"id": "x"}, "constructor": {"prototype": {"date": "x"}}}`,
    'read: 1',
  ],
  ['the text twice: the last counts', `{"text": "${GOOD} ${GOOD}", "text": "${GOOD}"}`, 'read: 1'],
  ['the text, then null', `{"text": "${GOOD}", "text": null}`, wanted],
  ['null', 'null', wanted],
  ['a number', '1e999', wanted],
  ['a string', '"text"', wanted],
  ['a list', `["${GOOD}"]`, wanted],
  ['a text that is a number', '{"text": 7}', wanted],
  ['a text that is a list', `{"text": ["${GOOD}"]}`, wanted],
  ['a text that is an object with a length', '{"text": {"length": 1e9}}', wanted],
  ['NaN', '{"text": NaN}', 'refused: not JSON'],
  [
    'all other fields of wrong types',
    line({ id: {}, title: [], url: 7, publisher: true, language: null, date: 7 }),
    'read: 1',
  ],
  ['a number as id that no double holds', `{"id": 1e999, "text": "${GOOD}"}`, 'read: 1'],
  ['an id with a way out of the folder', line({ id: '../../../../etc/passwd' }), 'read: 1'],
  ['an id of a megabyte', () => line({ id: 'x'.repeat(1_000_000) }), 'read: 1'],
  ['the id __proto__', line({ id: '__proto__' }), 'read: 1'],
  ['a title with control characters', line({ title: '\u001b]0;owned\u0007\u202e Talks' }), 'read: 1'],
  ['a title of a megabyte', () => line({ title: 'Talks '.repeat(170_000) }), 'read: 1'],
  ['a lone surrogate in the text', `{"text": "Norway \\ud800 met Chile in Oslo."}`, 'read: 1'],
  [
    'lone surrogates in all fields',
    `{"text": "${GOOD}", "id": "\\udfff", "title": "\\ud800", "url": "\\udc00x"}`,
    'read: 1',
  ],
  ['U+2028 and U+2029 in the text', `{"text": "Norway met\u2028Chile\u2029in Oslo."}`, 'read'],
  ['a zero character in the text', '{"text": "Norway \\u0000 met Chile in Oslo."}', 'read: 1'],
  ['a raw control character in a string', '{"text": "Norway \u0001 met Chile."}', 'refused: not JSON'],
  ['an empty text', '{"text": ""}', 'refused: empty'],
  ['a text of a zero-width mark', '{"text": "\\ufeff"}', 'refused: empty'],
  ['the date 99999-99-99', line({ date: '99999-99-99' }), 'refused: not a date'],
  ['the date 2023-02-30', line({ date: '2023-02-30' }), 'refused: not a date'],
  ['the year -1', line({ date: '-001-01-01' }), 'refused: not a date'],
  ['a date with a line end', line({ date: '2023\n03-01' }), 'refused: not a date'],
  [
    'a hundred thousand fields',
    () => line(Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`f${i}`, i]))),
    'read: 1',
  ],
];
