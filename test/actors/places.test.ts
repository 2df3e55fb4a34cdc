import { expect, test } from 'vitest';
import { mentionOf, toldIn } from './mentioned.js';

test('a capital acts where it says or wants, and is a place where something happens in it', () => {
  expect(mentionOf('Moscow', 'Moscow said it would answer.')?.kind).toBe('metonym');
  expect(mentionOf('Moscow', 'They met in Moscow.')?.kind).toBe('place');
  expect(mentionOf('Lusaka', 'Lusaka rejected the plan.')?.kind).toBe('metonym');
  expect(mentionOf('Lusaka', 'He flew to Lusaka.')?.kind).toBe('place');
});

test.each([
  ['The Republic of Congo sent aid.', 'Republic of Congo = COG'],
  ['DR Congo sent troops.', 'DR Congo = COD'],
  ['Guinea-Bissau voted.', 'Guinea-Bissau = GNB'],
  ['Equatorial Guinea voted.', 'Equatorial Guinea = GNQ'],
  ['Papua New Guinea voted.', 'Papua New Guinea = PNG'],
  ['Guinea voted.', 'Guinea = GIN'],
  ['North Korea voted.', 'North Korea = PRK'],
  ['South Sudan voted.', 'South Sudan = SSD'],
  ['Niger voted.', 'Niger = NER'],
  ['New Mexico voted.', 'New Mexico = USA'],
  ['Dominica voted.', 'Dominica = DMA'],
  ['Druze inhabitants of the Golan Heights protested.', 'Druze inhabitants of the Golan Heights = SYR'],
])('%s', (text, told) => expect(toldIn(text)).toContain(told));

test('the paper of a capital is no capital', () => {
  expect(toldIn('The Washington Post printed it.')).toEqual(['The Washington Post = USA']);
  expect(mentionOf('Washington', 'The Washington Post printed it.')).toBeNull();
});

test('of two towns of one name, the one of the country that is spoken about', () => {
  expect(mentionOf('militias in Tripoli', 'Lebanon sent militias in Tripoli home.')?.countries).toEqual(['LBN']);
  expect(mentionOf('Tripoli', 'They met in Tripoli.')?.countries).toEqual(['LBY']);
});

test('a verb or a number ends the phrase of a name', () => {
  expect(toldIn('Police in Cairo arrested protesters in Alexandria.')).not.toContain(
    'Cairo arrested protesters in Alexandria = EGY',
  );
  expect(mentionOf('Ukraine', 'Canada gave Ukraine two tanks.')?.countries).toEqual(['UKR']);
});

test.each([
  ['Lausanne', 'The 1923 Treaty of Lausanne binds Greece.'],
  ['Minsk', 'Russia cited the Minsk Agreement.'],
])('a town in the name of a treaty is no party: %s', (town, text) => {
  expect(mentionOf(town, text)).toBeNull();
  expect(mentionOf(town, `Leaders met in ${town}.`)).not.toBeNull();
});
