import { expect, test } from 'vitest';
import { mentionOf, mentionsIn, toldIn } from './mentioned.js';

test('a family name inside another full name is not its best known holder', () => {
  expect(mentionOf('Wang Wenbin', 'Wang Wenbin spoke in Beijing.')?.person).toBe('Wang Wenbin');
  expect(mentionsIn('Igor Putin bought a bank.').map(({ person }) => person)).not.toContain('Vladimir Putin');
  expect(mentionsIn('Lena Scholz sang in Graz.').map(({ person }) => person)).not.toContain('Olaf Scholz');
});

test('initials do not make another person', () => {
  expect(mentionOf('Vladimir V. Putin', 'Vladimir V. Putin stayed at home.')?.person).toBe('Vladimir Putin');
});

test('who was named in full is meant by the family name later', () => {
  const text = 'Hakan Fidan landed in Doha. Fidan said little.';
  expect(mentionOf('Fidan', text, '2024-02-01')?.person).toBe('Hakan Fidan');
  const unknown = 'Adam Berg, the Norwegian envoy, met Olaf Scholz. Berg said he was glad.';
  expect(mentionOf('Berg', unknown)).toMatchObject({ person: 'Adam Berg', countries: ['NOR'] });
});

test('two people of one family name are kept apart', () => {
  const text = 'Wang Xiaolong, a Chinese diplomat, met Vladimir Putin. Wang smiled.';
  expect(mentionOf('Wang', text)?.person).not.toBe('Wang Yi');
  expect(mentionOf('Bush', 'President Bush left for Crawford.', '1990-05-01')?.person).toBe('George H. W. Bush');
  expect(mentionOf('Bush', 'President Bush left for Crawford.', '2006-05-01')?.person).toBe('George W. Bush');
});

test('the title decides among namesakes', () => {
  const date = '2014-05-01';
  expect(mentionOf('Wang', 'Foreign Minister Wang flew to Seoul.', date)?.person).toBe('Wang Yi');
  expect(mentionOf('Li', 'Prime Minister Li flew to Seoul.', date)?.person).toBe('Li Keqiang');
  expect(mentionsIn('Judge Merkel adjourned the trial.', date)).toEqual([]);
});

test('a common family name alone means nobody out of high office', () => {
  expect(toldIn('Smith said it would rain.', '2009-05-01')).toEqual([]);
  expect(toldIn('Johnson said it would rain.', '1995-05-01')).toEqual([]);
  expect(mentionOf('Johnson', 'Johnson said it would rain.', '2021-05-01')?.person).toBe('Boris Johnson');
});

test('a surname found only in the list of public figures needs the full name first', () => {
  expect(toldIn('Jordan missed the train.', '2023-03-18')).not.toContain('Jordan = USA');
  expect(mentionsIn('Hidalgo missed the train.')).toEqual([]);
  expect(mentionOf('Hidalgo', 'Anne Hidalgo swam in the Seine. Hidalgo smiled.')?.countries).toEqual(['FRA']);
});

test('a word that is a name too means the name only where it can be one', () => {
  expect(mentionsIn('Christian leaders met.', '2016-03-01')).toEqual([]);
  expect(mentionOf('Kim', 'Trump and Kim shook hands.', '2018-06-12')?.person).toBe('Kim Jong Un');
});

test('"she" is a woman where one was named', () => {
  const text = 'Pelosi landed in Taipei. Wang Yi called the visit a farce. She slept.';
  expect(mentionOf('She', text, '2022-08-03')?.person).toBe('Nancy Pelosi');
});
