import { expect, test } from 'vitest';
import { pairRows } from '../../src/datasets/pair-rows.js';
import type { EventRow, FigureRow } from '../../src/datasets/row.js';

const rows = pairRows();
const figures = rows.filter((row): row is FigureRow => row.kind === 'figure');
const events = rows.filter((row): row is EventRow => row.kind === 'event');

test('every row has an id of its own, a source and an address, and days in order', () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  for (const row of rows) {
    expect(row.source, row.id).not.toBe('');
    expect(row.url, row.id).toMatch(/^https?:\/\//);
    expect(row.from, row.id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    if (row.to) expect(row.to >= row.from, row.id).toBe(true);
  }
});

test('countries are ISO codes', () => {
  for (const row of figures) expect(`${row.reporter} ${row.partner ?? 'XXX'}`, row.id).toMatch(/^[A-Z]{3} [A-Z]{3}$/);
  for (const row of events)
    expect(`${row.a} ${row.b ?? 'XXX'} ${row.host ?? 'XXX'}`, row.id).toMatch(/^[A-Z]{3} [A-Z]{3} [A-Z]{3}$/);
});

test('trade is kept in each currency it was published in', () => {
  const in2022 = figures.filter(row => row.measure === 'goods trade' && row.from === '2022-01-01');
  expect(in2022.map(({ value, unit }) => `${value} ${unit}`).sort()).toEqual(['1280000000000 CNY', '190271000000 USD']);
});

test('a meeting says who was host and how it was held', () => {
  expect(events.find(row => row.type === 'meeting' && row.from === '2013-03-22')).toMatchObject({
    a: 'CHN',
    b: 'RUS',
    host: 'RUS',
    place: 'Moscow',
    format: 'state visit',
    persons: ['Xi Jinping', 'Vladimir Putin'],
  });
});

test('a form of address names speaker, addressee and words', () => {
  expect(events.find(row => row.type === 'address' && row.text === 'my old friend')).toMatchObject({
    a: 'CHN',
    b: 'RUS',
    from: '2015-07-08',
    persons: ['Xi Jinping', 'Vladimir Putin'],
  });
});
