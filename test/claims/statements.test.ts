import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/read.js';
import type { StatementClaim } from '../../src/reading.js';

const DAY = '2024-05-10';

function statementsOf(text: string): StatementClaim[] {
  return readDocument({ text, date: DAY }).claims.filter(claim => claim.kind === 'statement');
}

function said(text: string): string[] {
  return statementsOf(text).map(({ speaker, content }) => {
    const words = content.map(({ start, end }) => text.slice(start, end)).join(' … ');
    return `${speaker?.name ?? '-'}: ${words}`;
  });
}

describe('who says what', () => {
  test.each([
    ['“The bridge is open,” Modi said.', ['Narendra Modi: The bridge is open']],
    ['“The bridge is open,” said Modi. “Come and see.”', ['Narendra Modi: The bridge is open … Come and see']],
    ['Kishida said the harbour would stay closed.', ['Fumio Kishida: the harbour would stay closed']],
    ['The harbour, Kishida said, would stay closed.', ['Fumio Kishida: The harbour … would stay closed']],
    ['The harbour would stay closed, Kishida said.', ['Fumio Kishida: The harbour would stay closed']],
    [
      'The harbour will close, the ministry in Tokyo reported on Friday.',
      ['the ministry in Tokyo: The harbour will close'],
    ],
    ['As Kishida put it, the harbour was dead.', ['Fumio Kishida: the harbour was dead']],
    ['Macron told a crowd in Lyon that the plan was dead.', ['Emmanuel Macron: that the plan was dead']],
    ['Lula urged the council to act.', ['Luiz Inácio Lula da Silva: the council to act']],
    ['Erdogan accused the council of sleeping.', ['Recep Tayyip Erdogan: the council of sleeping']],
    ['Orban called the ruling absurd and left the hall.', ['Viktor Orban: the ruling absurd']],
    ['Erdogan promised to reopen the strait.', ['Recep Tayyip Erdogan: to reopen the strait']],
    ['According to a senior official, the ship had sailed.', ['a senior official: the ship had sailed']],
    ['Kremlin: the ship has sailed', ['Kremlin: the ship has sailed']],
    ['Qatar could leave the council: minister', ['minister: Qatar could leave the council']],
    ['The bridge is unsafe, Kremlin critics say.', ['Kremlin critics: The bridge is unsafe']],
    ['Opponents of Macron say the bridge is unsafe.', ['Opponents of Macron: the bridge is unsafe']],
    ['Macron, re-elected in 2022, called Mr Kishida “a rare friend”.', ['Emmanuel Macron: Mr Kishida “a rare friend”']],
    ['Macron, elected in 2017, said the harbour was open.', ['Emmanuel Macron: the harbour was open']],
    ['Macron, a former banker, said the harbour was open.', ['Emmanuel Macron: the harbour was open']],
    [
      'The harbour is dead, ruined by the war, said Kishida.',
      ['Fumio Kishida: The harbour is dead, ruined by the war'],
    ],
    ['The ship is said to be leaving.', ['-: The ship is said to be leaving']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test.each([
    'Published: 2025-02-05',
    'Last updated: 5 February 2025 at 10:15 am GMT',
    'Posted on 5 Feb 2025 by Ann Other',
    'Follow Ann Other on Twitter: @annother',
  ])('a line of the page says nothing: %s', line => {
    const { sentences, claims } = readDocument({ text: `${line}\n\nThe harbour is open.`, date: DAY });
    expect(sentences[0]!.boilerplate).toBe(true);
    expect(claims).toEqual([]);
  });

  test('a sentence that begins like a line of the page is read', () => {
    const [first] = readDocument({ text: 'Published on 5 May 2024, the report angered Macron.', date: DAY }).sentences;
    expect(first!.boilerplate).toBe(false);
  });

  test('the author takes over again behind the content', () => {
    expect(said('Macron said the plan was dead, but nobody believed him.')).toEqual([
      'Emmanuel Macron: the plan was dead',
    ]);
    expect(said('Macron said the plan was dead and that he would not mourn it.')).toEqual([
      'Emmanuel Macron: the plan was dead and that he would not mourn it',
    ]);
  });

  test('a participle behind a quotation makes a second statement of the same speaker', () => {
    const [first, second] = statementsOf('“It is over,” Macron said, adding that he would sign.');
    expect(first!.speaker!.person).toBe('Emmanuel Macron');
    expect(second!.speaker!.person).toBe('Emmanuel Macron');
  });

  test('a quotation over two paragraphs is one statement', () => {
    const text = 'Modi spoke at noon.\n\n“We built the road.\n\n“We shall build the next one,” Modi said.';
    const quoted = statementsOf(text).find(({ form }) => form === 'direct');
    expect(quoted!.content).toHaveLength(2);
    expect(quoted!.speaker!.person).toBe('Narendra Modi');
  });

  test('a speaker no list knows has his full name, and the country of his office', () => {
    const text = 'Jan Novotny, the Czech deputy minister, said the line was cut.';
    expect(statementsOf(text)[0]!.speaker).toMatchObject({ person: 'Jan Novotny', country: 'CZE' });
  });
});

describe('who denies, and who says nothing', () => {
  test.each([
    ['Kyiv says Iran armed the rebels, which Tehran denies.', ['accuse Kyiv', 'deny Tehran']],
    [
      'Russian troops shelled the school, Kyiv says, something the Kremlin has denied.',
      ['accuse Kyiv', 'deny Kremlin'],
    ],
    ['Belgrade rejects the charge.', ['deny Belgrade']],
    ['Beijing has not commented on the report.', ['silence Beijing']],
    ['China has said nothing about the raid.', ['silence China']],
    ['Iran did not respond to a request for comment.', ['silence Iran']],
    ['Iran did not respond to the attack.', []],
    ['Taiwan: China sent 40 planes across the line', ['assert Taiwan']],
    ['Ukraine: what we know so far', []],
    ['Wang said that Lavrov had assured him that the port was safe.', ['assert Wang', 'promise Lavrov']],
  ])('%s', (text, expected) => {
    const found = statementsOf(text).map(
      ({ stance, speaker }) => `${stance} ${text.slice(speaker!.start, speaker!.end).replace(/^the /, '')}`,
    );
    expect(found.sort()).toEqual([...expected].sort());
  });
});

describe('what is no statement', () => {
  test.each([
    'Do not expect the talks to end soon.',
    'The long joint statement and two annexes were printed.',
    'Both leaders signed the joint statement that their envoys had drafted.',
    'Kishida demanded an apology.',
    'The train left without anybody saying a word.',
    'Peru: miners close the road',
  ])('%s', text => {
    expect(said(text)).toEqual([]);
  });
});

describe('stance', () => {
  test.each([
    ['Modi said India would pay for the road.', 'promise'],
    ['Modi said he had never met the banker.', 'deny'],
    ['Macron has not said whether he will sign.', 'silence'],
    ['Orban said Ukraine had lied to its creditors.', 'accuse'],
    ['Kishida said the ruling was a disgrace.', 'condemn'],
    ['“You are a true friend,” Modi said.', 'praise'],
    ['Lula said both sides must talk.', 'demand'],
    ['Erdogan denied that the ship had sailed.', 'deny'],
    ['Kishida suggested that the ship had sailed.', 'assert'],
  ])('%s', (text, stance) => {
    expect(statementsOf(text)[0]!.stance).toBe(stance);
  });
});

describe('names exchanged', () => {
  const SENTENCES = [
    'A told B that the pipeline was closed.',
    '“You are our neighbour,” A said to B.',
    'The pipeline, A said, would be closed by B.',
    'A accused B of closing the pipeline.',
  ];
  test.each(SENTENCES)('%s', sentence => {
    const filled = (a: string, b: string) => sentence.replace(/\bA\b/, a).replace(/\bB\b/, b);
    const one = said(filled('Brazil', 'Ghana')).map(line => line.replace('Brazil', 'A').replace('Ghana', 'B'));
    const other = said(filled('Ghana', 'Brazil')).map(line => line.replace('Ghana', 'A').replace('Brazil', 'B'));
    expect(one.length).toBeGreaterThan(0);
    expect(other).toEqual(one);
  });
});

describe('a deed of another country between two names, and who confirms or passes over it', () => {
  test.each([
    [
      'Kampala says Ghana armed Togo, a charge Accra denies.',
      ['Kampala: Ghana armed Togo: accuse', 'Accra: Ghana armed Togo: deny'],
    ],
    [
      'Peru said on Monday that Chilean troops had left, which Santiago confirmed on Tuesday.',
      ['Peru: that Chilean troops had left: assert', 'Santiago: that Chilean troops had left: assert'],
    ],
    ['Ghana has not condemned the coup.', ['Ghana: the coup: silence']],
    ['Ghana stopped short of blaming Togo.', ['Ghana: blaming Togo: silence']],
    ['Ghana will not condemn the coup.', []],
    ['Asked whether Chile would sign, Lula said: “We will.”', ['Luiz Inácio Lula da Silva: We will: promise']],
    ['“We shall not abandon Togo,” Macron said.', ['Emmanuel Macron: We shall not abandon Togo: promise']],
    ['Ghana said the shells had come by sea.', ['Ghana: the shells had come by sea: assert']],
    [
      'Lula accused the council of wanting the war to go on.',
      ['Luiz Inácio Lula da Silva: the council of wanting the war to go on: accuse'],
    ],
  ])('%s', (text, expected) =>
    expect(
      statementsOf(text).map(
        ({ speaker, content, stance }) =>
          `${speaker?.name}: ${content.map(({ start, end }) => text.slice(start, end)).join(' … ')}: ${stance}`,
      ),
    ).toEqual(expected),
  );
});
