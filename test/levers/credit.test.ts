/** Who owes whom, on rows made by hand and on those that ship. */
import { describe, expect, test } from 'vitest';
import type { FigureRow } from '../../src/datasets/row.js';
import { credit } from '../../src/levers/credit.js';
import { shippedEvidence } from '../../src/record/shipped.js';
import { evidenceOf, figure, gdp } from './evidence.js';

/** What a debtor owes a creditor at the end of a year. */
function debt(creditor: string, debtor: string, value: number, year = 2023): FigureRow {
  const row = figure('official credit', creditor, value, year, 'official-credit');
  return { ...row, id: `${row.id}:${debtor}`, partner: debtor };
}

const products = [2020, 2021, 2022, 2023, 2024, 2025].flatMap(year => [gdp('AAA', 200, year), gdp('BBB', 100, year)]);
const asked = (debts: FigureRow[], a = 'AAA', b = 'BBB', year: number | null = 2023) =>
  credit({ a, b, year, evidence: evidenceOf({ figures: [...products, ...debts] }) });

describe('who owes whom', () => {
  test('one percent of GDP owed to one side leaves half of a half, or nothing where the claim is never used', () => {
    expect(asked([debt('AAA', 'BBB', 1)])).toMatchObject({ a: 0, b: 1, stake: 1, x: 0.25, interval: [0, 0.25] });
  });

  test('debts both ways are set against each one’s own GDP', () => {
    expect(asked([debt('AAA', 'BBB', 3), debt('BBB', 'AAA', 2)])).toMatchObject({ a: 1, b: 3, stake: 4, x: 0.2 });
    expect(asked([debt('AAA', 'BBB', 1), debt('BBB', 'AAA', 2)]).x).toBe(0);
  });

  test('what was owed longer ago than three years, or later than the year asked for, does not count', () => {
    const old = [debt('AAA', 'BBB', 1, 2021)];
    expect(asked(old, 'AAA', 'BBB', 2023).status).toBe('measured');
    expect(asked(old, 'AAA', 'BBB', 2024).status).toBe('missing');
    expect(asked(old, 'AAA', 'BBB', 2020).status).toBe('missing');
  });

  test('debts to others do not count, and the other way round it is the opposite', () => {
    expect(asked([debt('CCC', 'BBB', 1), debt('AAA', 'CCC', 1)]).status).toBe('missing');
    const rows = [debt('AAA', 'BBB', 3), debt('BBB', 'AAA', 1)];
    const [one, other] = [asked(rows), asked(rows, 'BBB', 'AAA')];
    expect(other.x).toBe(-one.x!);
    expect([other.a, other.b]).toEqual([one.b, one.a]);
  });

  test('the example of the page: Kuwait and Egypt', () => {
    const { a, b, x } = credit({ a: 'KWT', b: 'EGY', year: 2023, evidence: shippedEvidence('KWT', 'EGY') });
    expect([a, b!.toFixed(3), x!.toFixed(2)]).toEqual([0, '1.010', '0.25']);
  });
});
