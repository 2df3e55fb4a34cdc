import { describe, expect, test } from 'vitest';
import { mentionsIn } from './mentioned.js';

/** The first country that a phrase leads to. */
function countryIn(phrase: string, date?: string | null): string | null {
  return mentionsIn(phrase, date).flatMap(({ countries }) => countries)[0] ?? null;
}

describe('names, short names and nationalities', () => {
  test.each([
    ['the Republic of Moldova', 'MDA'],
    ['Türkiye', 'TUR'],
    ['Côte d’Ivoire', 'CIV'],
    ['the DPRK', 'PRK'],
    ['six Bhutanese monks', 'BTN'],
    ['ni-Vanuatu fishermen', 'VUT'],
    ['the U.A.E.', 'ARE'],
    ['Timor-Leste', 'TLS'],
    ['TASHKENT', 'UZB'],
  ])('%s: %s', (phrase, country) => expect(countryIn(phrase)).toBe(country));
});

describe('seats, organs and organisations', () => {
  test.each([
    ['the Kremlin', 'RUS'],
    ['Zhongnanhai', 'CHN'],
    ['Downing Street', 'GBR'],
    ['the Élysée', 'FRA'],
    ['the Seimas', 'LTU'],
    ['a former FBI agent', 'USA'],
    ['Houthi fighters', 'YEM'],
    ['members of Hamas', 'PSE'],
    ['Botswana’s central bank', 'BWA'],
    ['Surinamese police', 'SUR'],
    ['the Paraguayan navy', 'PRY'],
    ['Xinhua', 'CHN'],
  ])('%s: %s', (phrase, country) => expect(countryIn(phrase)).toBe(country));

  test.each(['NATO', 'the European Union', 'the African Union', 'BRICS', 'OPEC'])('%s has no country', name => {
    const [mention] = mentionsIn(name);
    expect(mention).toMatchObject({ countries: [], kind: 'organisation' });
    expect(mention!.organisation).not.toBeNull();
  });

  test('an outlet keeps the name that is written', () => {
    expect(mentionsIn('the Wall Street Journal')[0]?.organisation).toBe('Wall Street Journal');
  });
});

describe('holders of office, by date', () => {
  test.each([
    ['the Turkish foreign minister', '2012-05-01', 'Ahmet Davutoğlu'],
    ['the Turkish foreign minister', '2024-05-01', 'Hakan Fidan'],
    ['the president of Zambia', '2003-01-01', 'Levy Mwanawasa'],
    ['the Namibian president', '2016-01-01', 'Hage Geingob'],
    ['Iceland’s prime minister', '2018-06-01', 'Katrín Jakobsdóttir'],
    ['the former president of France', '2013-01-01', 'Nicolas Sarkozy'],
    ['the German chancellor', '2010-01-01', 'Angela Merkel'],
    ['the UN secretary-general', '2005-01-01', 'Kofi Annan'],
  ])('%s on %s: %s', (phrase, date, person) => {
    expect(mentionsIn(phrase, date).map(mention => mention.person)).toContain(person);
  });

  test('the head of an international organisation stands for it, and for the own country before and after', () => {
    expect(mentionsIn('Jens Stoltenberg', '2020-01-01')[0]).toMatchObject({ countries: [], organisation: 'NATO' });
    expect(mentionsIn('Jens Stoltenberg', '2007-01-01')[0]).toMatchObject({ countries: ['NOR'], organisation: null });
  });
});

describe('no country is guessed', () => {
  test.each([
    'taxi drivers',
    'political prisoners',
    'a disgraced former minister',
    'the authorities',
    'He',
    'a car theft syndicate',
    'Swiss cheese',
    'French fries',
    'a bull in a china shop',
    'She ate turkey with relish.',
    'Paris Hilton',
    'guinea pigs',
    'the leaders',
    'both sides',
  ])('%s', phrase => expect(countryIn(phrase)).toBeNull());
});
