/** The dossier in a terminal: its width, its notes, and text that would move the cursor. */
import { expect, test } from 'vitest';
import { balance } from '../../src/balance/balance.js';
import { makeDossier } from '../../src/dossier/dossier.js';
import { largestPairs } from '../../src/dossier/largest-pairs.js';
import { dossierText, verdictText } from '../../src/dossier/text.js';
import { measureWords, periodWords } from '../../src/dossier/words.js';
import { shippedEvidence, shippedRows } from '../../src/record/shipped.js';
import { event, evidenceOf, sold } from './rows.js';

const shipped = shippedEvidence('CHN', 'RUS');
const example = makeDossier('CHN', 'RUS', shipped, balance('CHN', 'RUS', shipped));

test.each([40, 72, 100])('no line is wider than %i characters', width => {
  const long = dossierText(example, width)
    .split('\n')
    .filter(line => line.length > width && /\s\S/.test(line.trim()));
  expect(long).toEqual([]);
});

test('every note that is cited stands at the end, and none that is not', () => {
  const text = dossierText(example);
  const [body, notes] = text.split('\nEvidence\n--------\n') as [string, string];
  const cited = new Set([...body.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number)));
  const given = [...notes.matchAll(/^\[(\d+)\]/gm)].map(([, number]) => Number(number));
  expect(given).toEqual([...cited].sort((one, other) => one - other));
  expect(given.length).toBeGreaterThan(20);
});

test('the verdict alone: one sentence, then each piece with its source', () => {
  const [sentence, ...pieces] = verdictText(example, 1000).split('\n').filter(Boolean);
  expect(sentence).toBe(example.verdict.short);
  expect(pieces.filter(line => line.startsWith('- '))).toHaveLength(3);
  expect(pieces.filter(line => line.startsWith('  '))).toHaveLength(3);
});

test('what a row says cannot move the cursor of a terminal', () => {
  const text = 'talks\u001b[2Jand\u0007 more\u009b31m';
  const evidence = evidenceOf({ events: [event('meeting', 'IND', 'NPL', '2023-06-01', { text, format: 'visit' })] });
  const shown = dossierText(makeDossier('IND', 'NPL', evidence, balance('IND', 'NPL', evidence)));
  expect(shown).toContain('talks');
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test('stretches of time are said as short as they can be', () => {
  expect(periodWords('2023-01-01', '2023-12-31')).toBe('2023');
  expect(periodWords('2013-01-01', '2019-12-31')).toBe('2013–2019');
  expect(periodWords('2024-02-01', '2024-02-29')).toBe('Feb 2024');
  expect(periodWords('2023-02-01', '2023-02-27')).toBe('1–27 Feb 2023');
  expect(periodWords('2023-01-30', '2023-02-02')).toBe('30 Jan – 2 Feb 2023');
  expect(periodWords(null, null)).toBe('day unknown');
});

test('a measure is said with three digits, its unit apart', () => {
  expect(measureWords(1.3431858, 'percent of GDP')).toEqual({ amount: '1.34 %', unit: 'of GDP' });
  expect(measureWords(0.60213, 'share of the states')).toEqual({ amount: '60.2 %', unit: 'of the states' });
  expect(measureWords(13, 'visits received')).toEqual({ amount: '13', unit: 'visits received' });
  expect(measureWords(0, 'percent')).toEqual({ amount: '0 %', unit: '' });
});

test('pairs by their trade: both flows count, the rest of the world does not, the best known year decides', () => {
  const rows = [
    ...[sold('USA', 'MEX', 3), sold('MEX', 'USA', 4), sold('USA', 'CAN', 5), sold('USA', 'ROW', 90)],
    sold('IND', 'NPL', 900, 2024),
  ];
  expect(largestPairs(rows, 5).map(({ names }) => names.join(' '))).toEqual([
    'Mexico United States',
    'Canada United States',
  ]);
  const shown = largestPairs(shippedRows().figures, 10);
  expect(new Set(shown.map(({ pair }) => pair.join())).size).toBe(10);
});
