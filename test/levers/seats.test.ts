/** A seat the other asks for, on rows made by hand and on those that ship. */
import { describe, expect, test } from 'vitest';
import { seatRow, seatRows } from '../../src/datasets/seats.js';
import { seats } from '../../src/levers/seats.js';
import { shippedEvidence } from '../../src/record/shipped.js';
import { evidenceOf } from './evidence.js';

const at = (from: number, to: number | null = null) => ({ from, to, url: null, note: null });
const events = [
  seatRow('membership', 'League', 'AAA', at(1990)),
  seatRow('candidacy', 'League', 'BBB', at(2000, 2006)),
  seatRow('membership', 'League', 'BBB', at(2006)),
  seatRow('candidacy', 'Club', 'BBB', at(2001)),
];
const asked = (a: string, b: string, year: number | null, more = events) =>
  seats({ a, b, year, evidence: evidenceOf({ events: more }) });

describe('a seat the other asks for', () => {
  test('counts while the request stands: one body at half-stake one leaves half of a half', () => {
    expect(asked('AAA', 'BBB', 1999).status).toBe('missing');
    expect(asked('AAA', 'BBB', 2000)).toMatchObject({ a: 1, b: 0, stake: 1, x: 0.25, interval: [0, 0.25] });
    expect(asked('AAA', 'BBB', 2005).x).toBe(0.25);
    // In the year of accession the door is open.
    expect(asked('AAA', 'BBB', 2006).status).toBe('missing');
    expect(asked('AAA', 'BBB', null).status).toBe('missing');
  });

  test('one door each way is level, and two weigh more than one', () => {
    const both = [
      ...events,
      seatRow('membership', 'Club', 'BBB', at(1990)),
      seatRow('candidacy', 'Club', 'AAA', at(1995)),
    ];
    expect(asked('AAA', 'BBB', 2003, both)).toMatchObject({ a: 1, b: 1, x: 0 });
    const two = [...events, seatRow('membership', 'Club', 'AAA', at(1990))];
    expect(asked('AAA', 'BBB', 2003, two).x).toBeCloseTo((0.5 * 2) / 3, 12);
  });

  test('the other way round it is the opposite', () => {
    const [one, other] = [asked('AAA', 'BBB', 2003), asked('BBB', 'AAA', 2003)];
    expect([other.x, other.interval, other.a, other.b]).toEqual([-0.25, [-0.25, 0], 0, 1]);
    expect(other.evidence).toEqual(one.evidence);
  });

  test('who asks for a seat of a body that the other is not in meets no door there', () => {
    expect(asked('CCC', 'BBB', 2003).status).toBe('missing');
  });

  test('what ships: no state is member and candidate of a body at once, and every candidate finds members', () => {
    const rows = seatRows();
    const open = (type: string) => rows.filter(row => row.type === type);
    for (const { a, text, from, to } of open('candidacy')) {
      const own = open('membership').filter(row => row.a === a && row.text === text);
      expect(
        own.every(row => to !== null && row.from >= to),
        `${text} ${a}`,
      ).toBe(true);
      expect(
        open('membership').some(row => row.text === text && row.from <= from),
        `${text} ${a}`,
      ).toBe(true);
    }
    expect(seats({ a: 'FRA', b: 'TUR', year: 2005, evidence: shippedEvidence('FRA', 'TUR') }).x).toBe(0.25);
  });
});
