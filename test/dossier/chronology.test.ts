import { describe, expect, test } from 'vitest';
import { ALL_EVENTS, type ChronologyAsked, makeChronology, placeOf } from '../../src/dossier/chronology/chronology.js';
import { makeConcordance } from '../../src/dossier/chronology/concordance.js';
import { daysAsked } from '../../src/dossier/day-asked.js';
import { shippedEvidence } from '../../src/record/shipped.js';
import { told as toldBy } from '../record/told.js';
import { event, evidenceOf, told } from './rows.js';

const shipped = shippedEvidence('CHN', 'RUS');
const chronology = (asked: Partial<ChronologyAsked> = {}, evidence = shipped) =>
  makeChronology('CHN', 'RUS', evidence, { ...ALL_EVENTS, ...asked });

describe('a chronology', () => {
  test('has every event and row of the two once, newest first, and each with its evidence', () => {
    const { events, found, types } = chronology();
    expect(events).toHaveLength(found);
    expect(new Set(events.map(({ id }) => id)).size).toBe(found);
    const rows = shipped.events.filter(({ a, b }) => ['CHN', 'RUS'].every(country => a === country || b === country));
    expect(events.flatMap(({ evidence }) => evidence.map(ref => ref.kind === 'row' && ref.id)).sort()).toEqual(
      rows.map(({ id }) => id).sort(),
    );
    const days = events.map(({ from }) => from!);
    expect(days).toEqual([...days].sort().reverse());
    expect(types.reduce((sum, { count }) => sum + count, 0)).toBe(found);
    expect(events.every(({ outlets, evidence }) => outlets.length > 0 && evidence.length > 0)).toBe(true);
  });

  test('mirrors: the other way round it is the same list', () => {
    const back = makeChronology('RUS', 'CHN', shipped, ALL_EVENTS);
    expect(back.events).toEqual(chronology().events);
  });

  test.each(['newest', 'oldest'] as const)('its pages together are the whole, %s first', order => {
    const whole = chronology({ order });
    const parts = Array.from(
      { length: Math.ceil(whole.found / 7) },
      (_, page) => chronology({ order, offset: 7 * page, limit: 7 }).events,
    );
    expect(parts.flat()).toEqual(whole.events);
    expect(chronology({ order, offset: whole.found }).events).toEqual([]);
  });

  test('counts what only one of the two has a part in, and shows it when asked', () => {
    const both = chronology();
    const either = chronology({ parties: 'either' });
    expect(both.alone).toBeGreaterThan(0);
    expect(either.found).toBe(both.found + both.alone);
    expect(either.alone).toBe(0);
  });

  test('filters by type, days and words; types are counted whatever their own filter', () => {
    const calls = chronology({ types: ['vote'] });
    expect(new Set(calls.events.map(({ type }) => type))).toEqual(new Set(['vote']));
    expect(calls.types).toEqual(chronology().types);
    const spring = chronology({ from: '2013-03-01', to: '2013-03-31' });
    expect(spring.events.map(({ from }) => from!.slice(0, 7))).not.toContain('2013-04');
    expect(spring.found).toBeGreaterThan(0);
    expect(chronology({ text: 'JOINT SEA' }).events.every(({ words }) => /joint sea/i.test(words))).toBe(true);
    expect(chronology({ text: 'no such words' }).found).toBe(0);
  });

  test('an event that spans the days asked for is in, one of unknown day is not, and comes last without them', () => {
    const evidence = evidenceOf({
      events: [event('exercise', 'CHN', 'RUS', '2020-01-30', { to: '2020-02-02' })],
      claims: [toldBy('China met Russia.', { source: ['CHN'], target: ['RUS'], day: null, published: '2024-03-13' })],
    });
    expect(chronology({ from: '2020-02-01' }, evidence).found).toBe(1);
    const { events, undated } = chronology({ order: 'oldest' }, evidence);
    expect(undated).toBe(1);
    expect(events.map(({ from }) => from)).toEqual(['2020-01-30', null]);
  });

  test('counts reports and outlets, copies of a text once, and marks the day on which they differ', () => {
    const report = { source: ['CHN'], target: ['RUS'], mode: 'visit', place: null };
    const by = (publisher: string, article: string, last: string, sentence: string) => {
      const kept = toldBy(sentence, { ...report, days: ['2024-05-16', last], published: '2024-05-20', article });
      return { ...kept, article: { ...kept.article, publisher } };
    };
    const evidence = evidenceOf({
      claims: [
        by('The Gazette', 'g', '2024-05-16', 'Xi visited Putin in Moscow on 16 May.'),
        by('The Copy', 'c', '2024-05-16', 'Xi visited Putin in Moscow on 16 May.'),
        by('The Courier', 'o', '2024-05-17', 'Xi visited Putin in Moscow on 16 and 17 May.'),
      ],
    });
    const { events } = chronology({}, evidence);
    expect(events).toHaveLength(1);
    const [visit] = events;
    expect([visit!.reports, visit!.rows, visit!.outlets]).toEqual([2, 0, ['The Copy', 'The Courier', 'The Gazette']]);
    const day = visit!.disputed.find(({ field }) => field === 'to');
    expect(day!.values.map(({ value, by: who }) => [value, who])).toEqual([
      ['2024-05-16', ['The Copy', 'The Gazette']],
      ['2024-05-17', ['The Courier']],
    ]);
  });

  test('an event is found again by its id', () => {
    const { events } = chronology();
    expect(placeOf('CHN', 'RUS', shipped, ALL_EVENTS, events[17]!.id)).toBe(17);
    expect(placeOf('CHN', 'RUS', shipped, ALL_EVENTS, 'none')).toBe(-1);
  });

  test('of many kinds the rarest share a lane, and no mark is lost', () => {
    const { strip, found } = chronology({ parties: 'either' });
    expect(strip!.lanes.length).toBeLessThanOrEqual(9);
    expect(strip!.marks.reduce((sum, { label }) => sum + Number.parseInt(label, 10), 0)).toBe(found);
  });
});

describe('a concordance', () => {
  const asked = { phrase: 'old friend', from: null, to: null, order: 'newest', offset: 0, limit: 100 } as const;

  test('finds a phrase in rows with its speaker and day, and counts it by year with no year left out', () => {
    const { lines, found, years } = makeConcordance('CHN', 'RUS', shipped, asked);
    const rows = shipped.events.filter(({ text }) => /old friend/i.test(text ?? ''));
    expect(found).toBe(rows.length);
    expect(lines.every(({ speaker, found: words }) => speaker && /^old friend/i.test(words))).toBe(true);
    expect(years!.columns.reduce((sum, { value }) => sum + value, 0)).toBe(found);
    expect(years!.columns.map(({ year }) => year)).toEqual(
      Array.from({ length: years!.columns.length }, (_, i) => years!.columns[0]!.year + i),
    );
  });

  test('finds each place of a sentence, with the speaker of the words and not of others', () => {
    const sentence = 'Putin called Xi a dear friend, and the paper spoke of friendship.';
    const start = told(sentence, {}).sentence.start + sentence.indexOf('a dear');
    const statement = told(sentence, {
      kind: 'statement',
      stance: 'praise',
      speaker: { name: 'Putin', person: 'Vladimir Putin', country: 'RUS', start: 0, end: 5 },
      content: [{ start, end: start + 'a dear friend'.length }],
    });
    const { lines } = makeConcordance('CHN', 'RUS', evidenceOf({ claims: [statement, statement] }), {
      ...asked,
      phrase: 'FRIEND',
    });
    expect(lines.map(({ found, speaker, outlet, day }) => [found, speaker, outlet, day])).toEqual([
      ['friend', 'Vladimir Putin', 'The Gazette', '2024-05-18'],
      ['friendship', null, 'The Gazette', '2024-05-18'],
    ]);
    expect(lines[0]!.before + lines[0]!.found + lines[0]!.after).toBe(sentence);
  });

  test('a phrase without letters finds nothing', () => {
    expect(makeConcordance('CHN', 'RUS', shipped, { ...asked, phrase: '“ ”' })).toMatchObject({
      found: 0,
      years: null,
    });
  });
});

test.each([
  ['2014', '2014-01-01', '2014-12-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  [' 2014-03-22 ', '2014-03-22', '2014-03-22'],
])('"%s" is a stretch of days', (text, from, to) => expect(daysAsked(text)).toEqual({ from, to }));

test.each(['March', '2014-13', '2014-02-30', '14'])('"%s" is refused in words', text => {
  expect(() => daysAsked(text)).toThrow(/is no day: write 2014/);
});
