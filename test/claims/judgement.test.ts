import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/read.js';
import type { JudgementClaim } from '../../src/reading.js';

function judgements(text: string, title: string | null = null): JudgementClaim[] {
  return readDocument({ text, title, date: '2024-05-10' }).claims.filter(claim => claim.kind === 'judgement');
}

function lines(text: string): string[] {
  return judgements(text).map(({ form, favours }) => `${form} ${favours}`);
}

describe('what a text concludes about a relation', () => {
  test.each([
    ['Ghana needs Brazil more than Brazil needs Ghana.', 'dependence BRA'],
    ['Without Brazilian soya Ghana would go hungry.', 'dependence BRA'],
    ['Brazil has the upper hand over Ghana.', 'verdict BRA'],
    ['Ghana is the junior partner of Brazil.', 'verdict BRA'],
    ['Ghana has little leverage over Brazil.', 'verdict BRA'],
    ['Brazil holds the stronger hand over Ghana', 'verdict BRA'],
    ['Brazil plays a weak hand against Ghana.', 'verdict GHA'],
    ['Brazil does not have the upper hand over Ghana.', 'verdict GHA'],
    ['Upper hand shifts to Brazil in row with Ghana', 'verdict BRA'],
    ['Brazil calls the shots in its talks with Ghana.', 'verdict BRA'],
    ['Brazil is at the mercy of Ghana.', 'dependence GHA'],
    ['Brazil met Ghana. Neither side will back down before the election.', 'forecast null'],
    ['Analysts believe that Ghana needs Brazilian buyers more than Brazil needs Ghanaian cocoa.', 'dependence BRA'],
    ['Nobody gains from the quarrel between Ghana and Brazil.', 'verdict null'],
    ['Brazil courts Ghana in order to isolate Togo.', 'motive null'],
    ['Ghana is likely to buy more soya from Brazil.', 'forecast null'],
    ['Relations between Ghana and Brazil are colder than ever.', 'opinion null'],
  ])('%s', (text, expected) => {
    expect(lines(text)).toEqual([expected]);
  });

  test.each([
    ['Ghana leans on Brazil for its soya, but Brasilia needs Accra more.', ['dependence BRA', 'dependence GHA']],
    ['Ghana depends on Brazil for soya, while Brazil relies on Ghana for cocoa.', ['dependence BRA', 'dependence GHA']],
    ['Ghana depends on Brazil for soya, but the price in Brazil has risen.', ['dependence BRA']],
  ])('a judgement for each side of a contrast: %s', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test.each([
    ['It is not Israel that needs Jordan; it is Jordan that needs Israel.', ['dependence ISR', 'dependence ISR']],
    ['It is not Jordan that is isolated.', ['verdict JOR']],
    ['Nepal does not need India.', ['dependence NPL']],
  ])('a denial turns who is favoured: %s', (text, expected) => {
    expect(lines(`Israel met Jordan. ${text}`)).toEqual(expected);
  });

  test('the two names exchanged, the other is favoured', () => {
    for (const sentence of [
      'A depends on B.',
      'A dictates the terms to B.',
      'A can hardly refuse B.',
      'Time is on the side of A, not B.',
    ]) {
      const filled = (a: string, b: string) => sentence.replace(/\bA\b/, a).replace(/\bB\b/, b);
      const [one] = judgements(filled('Ghana', 'Brazil'));
      const [other] = judgements(filled('Brazil', 'Ghana'));
      expect(one?.form).toBe(other?.form);
      const mirrored = one?.favours === 'GHA' ? 'BRA' : one?.favours === 'BRA' ? 'GHA' : (one?.favours ?? null);
      expect(other?.favours ?? null).toBe(mirrored);
    }
  });

  test('a forecast with a date is due on its last day', () => {
    expect(judgements('Peace between Ghana and Togo may come before the end of 2025.')[0]!.due).toBe('2025-12-31');
  });

  test('a judgement in the title is marked as headline', () => {
    const title = 'Why Brazil has the upper hand over Ghana';
    expect(judgements(`${title}\n\nBrazil met Ghana on Monday.`, title)[0]!.headline).toBe(true);
  });
});

test.each([
  'Brazil and Ghana signed a treaty on fish.',
  'Ghana will host the minister of Brazil on 3 June.',
  'The flight from Accra to Brasilia was late because of fog.',
  'Brazil led Ghana by two goals.',
  'A Ghanaian sailor lost a thumb when a Brazilian boat rammed his.',
  "Of Brazil's exports, about 30 percent go to Ghana.",
  'Ghana would have hit bases in Togo if it had wanted a war.',
  'Asked whether Accra had backed down over Togo, a Ghanaian aide said no.',
  "Ghana's largest trading partner was Togo, which overtook Brazil.",
  'Brazil hands over two prisoners to Ghana.',
])('no judgement: %s', text => {
  expect(lines(text)).toEqual([]);
});
