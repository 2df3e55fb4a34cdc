import { describe, expect, test } from 'vitest';
import { mentionOf, mentionsIn } from './mentioned.js';

describe('phrases for two', () => {
  test.each([
    ['The pair', 'Viktor Orban met Robert Fico in Vienna. The pair dined.', 'HUN+SVK', '2024-02-01'],
    ['The two leaders', 'The leaders of Chile and Peru met. The two leaders embraced.', 'CHL+PER', undefined],
    [
      'the two countries',
      'Kenya and Uganda trade freely. Since 2005 the two countries have had no tariffs.',
      'KEN+UGA',
      undefined,
    ],
    ['Both sides', 'Oman hosted India. Both sides were pleased.', 'OMN+IND', undefined],
    ['The leaders', 'Vladimir Putin met Xi Jinping. The leaders signed two papers.', 'RUS+CHN', undefined],
  ])('%s', (words, text, countries, date) => {
    const found = mentionOf(words, text, date);
    expect(found?.countries.toSorted()).toEqual(countries.split('+').toSorted());
    expect(found!.confidence).toBeLessThan(0.9);
  });

  test.each([
    [
      'whoever urges both sides is neither',
      'both sides',
      'Kenya and Somalia shelled each other. Nairobi said Mogadishu had begun. Egypt and Qatar called for calm. Egypt urged both sides to stop.',
      'KEN+SOM',
    ],
    [
      'nor is whoever says something of two others',
      'the two',
      'Bolivia and Chile held talks. Bolivia said Chile had moved the border. Peru shut its own in 1993. Marco Rubio, a United States diplomat, said he hoped the two would agree.',
      'BOL+CHL',
    ],
    [
      'a speaker for one of the two speaks of both',
      'the two countries',
      'Narendra Modi met Xi Jinping. Modi said the two countries would reopen the border.',
      'CHN+IND',
    ],
    [
      'a third in between does not take the place of one the text is about',
      'The two neighbours',
      'Kenya accused Somalia of piracy. Kenya said Somalia knew it. Qatar protested. The two neighbours nearly went to war in 1977.',
      'KEN+SOM',
    ],
    [
      'two that are named together go before the two of the story',
      'The two countries',
      'Kenya accused Somalia of piracy. Kenya said Somalia knew it. Egypt and Qatar signed a pact. The two countries will train together.',
      'EGY+QAT',
    ],
  ])('%s', (_, words, text, countries) => {
    expect(mentionOf(words, text)?.countries.toSorted()).toEqual(countries.split('+').toSorted());
  });

  test('"the leaders" are nobody where no two leaders were spoken of', () => {
    const text = 'Russia and Ukraine traded fire. The leaders said nothing.';
    expect(mentionOf('The leaders', text)).toBeNull();
    expect(mentionsIn('The leaders left at noon.')).toEqual([]);
  });

  test('one party is not two', () => {
    expect(mentionOf('The two sides', 'Chad voted. The two sides waited.')).toBeNull();
  });
});

describe('pronouns and descriptions', () => {
  test('he, it and its point back', () => {
    expect(mentionOf('he', 'Emmanuel Macron flew to Rome, where he saw the pope.')?.person).toBe('Emmanuel Macron');
    expect(mentionOf('it', 'Moscow said it would answer.')?.countries).toEqual(['RUS']);
  });

  test('a pronoun before its name stays open', () => {
    expect(mentionOf('he', 'Although he was tired, Emmanuel Macron flew to Beijing.')).toBeNull();
  });

  test('"his Greek counterpart" holds the same post', () => {
    const found = mentionOf('his Greek counterpart', 'Hakan Fidan met his Greek counterpart in Athens.', '2024-02-01');
    expect(found).toMatchObject({ countries: ['GRC'], person: 'George Gerapetritis' });
  });

  test('"the bloc" is the organisation spoken of, never a person who leads one', () => {
    expect(mentionOf('The bloc', 'The EU fined Malta. The bloc wants order.')?.organisation).toBe('EU');
    expect(mentionOf('the bloc', 'António Guterres said the bloc must act.')).toBeNull();
  });
});

describe('people without a nationality', () => {
  test('police, troops and protesters are those of the country the text speaks about', () => {
    expect(mentionOf('Police', 'Police in Cairo fired tear gas.')?.countries).toEqual(['EGY']);
    expect(mentionOf('Residents of Aleppo', 'Residents of Aleppo fled.')?.countries).toEqual(['SYR']);
    expect(mentionOf('Villagers in Helmand', 'Villagers in Helmand said so.')?.countries).toEqual(['AFG']);
    expect(
      mentionOf('A terror group based in Trinidad', 'A terror group based in Trinidad struck.')?.countries,
    ).toEqual(['TTO']);
  });

  test('things, kin and unnamed others are not', () => {
    const text = 'France sent a jet. A friend and his brother saw a plane over the hills.';
    expect(mentionsIn(text).map(({ name }) => name)).not.toContain('a plane');
    expect(mentionsIn(text).map(({ name }) => name)).not.toContain('A friend');
  });

  test('a people that lives in another country counts to that country', () => {
    expect(mentionOf('Ethnic Hungarians in Romania', 'Ethnic Hungarians in Romania voted.')?.countries).toEqual([
      'ROU',
    ]);
    expect(mentionOf('The Albanians of southern Serbia', 'The Albanians of southern Serbia voted.')?.countries).toEqual(
      ['SRB'],
    );
  });
});
