/** What a dossier shows, on rows made by hand about countries far from the example. */
import { describe, expect, test } from 'vitest';
import { balance } from '../../src/balance/balance.js';
import { type Dossier, makeDossier } from '../../src/dossier/dossier.js';
import type { Chart, Section } from '../../src/dossier/section.js';
import { whenWords } from '../../src/dossier/words.js';
import type { Evidence } from '../../src/record/evidence.js';
import { shippedEvidence } from '../../src/record/shipped.js';
import { deed, event, evidenceOf, sold, told } from './rows.js';

const dossierOf = (a: string, b: string, evidence: Evidence) => makeDossier(a, b, evidence, balance(a, b, evidence));
const part = (dossier: Dossier, id: string) => dossier.sections.find(section => section.id === id);
const linesOf = ({ lines }: Section) => lines.map(line => line.map(({ text }) => text).join(''));
const factsOf = (section: Section | undefined) => section?.facts.map(({ words }) => words) ?? [];

test('of what nothing is known there is no section, and its title is said', () => {
  const dossier = dossierOf('KEN', 'NLD', evidenceOf({}));
  expect(dossier.sections).toEqual([]);
  expect(dossier.unknown).toContain('Meetings');
  expect(dossier.verdict.favours).toBeNull();
  expect(dossier.verdict.share).toBeNull();
  expect(dossier.verdict.short).toBe(
    'Too little is measured to say who has the upper hand between Kenya and the Netherlands: 0 of 18 levers in 0 of 4 groups.',
  );
});

test('countries are named in sentences with the article they take', () => {
  const rows = [sold('USA', 'NLD', 9e10), sold('NLD', 'USA', 4e10), sold('USA', 'KEN', 1e9), sold('USA', 'IND', 4e10)];
  const dossier = dossierOf('USA', 'NLD', evidenceOf({ figures: rows }));
  expect(linesOf(part(dossier, 'trade')!)).toEqual([
    'The United States sold the Netherlands goods for 90 billion USD in 2023.',
    'The Netherlands sold the United States goods for 40 billion USD in 2023.',
  ]);
  expect(linesOf(part(dossier, 'outside-options')!)).toEqual([
    'The Netherlands takes 68.7 % of the United States’ exports in 2023: rank 1 of 3 among its buyers.',
  ]);
  expect(dossier.names).toEqual(['United States', 'Netherlands']);
});

describe('whose deeds belong to a pair', () => {
  const evidence = evidenceOf({
    events: [
      event('sanction', 'USA', 'RUS', '2022-02-24', { text: 'banks' }),
      event('sanction', 'USA', 'MEX', '2023-03-01', { text: 'a cartel' }),
      event('agreement', 'USA', 'MEX', '2020-07-01', { format: 'treaty', text: 'trade treaty' }),
      event('agreement', 'USA', 'CAN', '2020-07-01', { format: 'treaty', text: 'another treaty' }),
    ],
  });
  const dossier = dossierOf('USA', 'MEX', evidence);

  test('sanctions on one of the two, whoever imposes them, and none on others', () => {
    expect(factsOf(part(dossier, 'sanctions'))).toEqual(['a cartel (on Mexico)']);
    expect(factsOf(part(dossierOf('CHN', 'RUS', evidence), 'sanctions'))).toEqual(['banks (on Russia)']);
  });

  test('agreements between the two alone', () => {
    expect(factsOf(part(dossier, 'agreements'))).toEqual(['trade treaty (treaty)']);
  });
});

describe('meetings', () => {
  const meeting = (day: string, host: string | null, format: string) =>
    event('meeting', 'IND', 'LKA', day, { host, country: host, format, persons: ['A Minister'], text: 'talks' });
  const evidence = evidenceOf({
    events: [
      meeting('2019-06-09', 'LKA', 'official visit'),
      meeting('2022-09-01', null, 'multilateral sidelines'),
      meeting('2022-11-15', 'IDN', 'multilateral sidelines'),
      meeting('2023-07-21', 'IND', 'official visit'),
      meeting('2024-01-05', null, 'video'),
    ],
  });
  const section = part(dossierOf('IND', 'LKA', evidence), 'meetings')!;

  test('are counted in person, by how they were held, and by host', () => {
    expect(section.headline).toMatchObject({ number: '4', unit: 'meetings', what: 'in person since 9 Jun 2019' });
    expect(linesOf(section)).toEqual([
      'Counted by how they were held: 2 bilateral, 2 on the sidelines of other meetings, 1 by video.',
      'Of those in person, 1 in India, 1 in Sri Lanka and 1 elsewhere; of 1 the place is not known.',
      'The last: 21 Jul 2023.',
    ]);
  });

  test('every number of a sentence carries the rows it counts', () => {
    const counted = section.lines.flat().filter(({ evidence: refs }) => refs.length);
    for (const { text, evidence: refs } of counted) if (/^\d+$/.test(text)) expect(refs).toHaveLength(Number(text));
    expect(counted.length).toBeGreaterThan(5);
  });

  test('are drawn as marks, a lane a place', () => {
    const chart = section.chart as Extract<Chart, { kind: 'strip' }>;
    expect(chart.lanes).toEqual(['in India', 'in Sri Lanka', 'elsewhere', 'video or call', 'place not known']);
    expect(chart.marks.map(({ lane, side }) => `${lane} ${side}`)).toEqual([
      'in Sri Lanka b',
      'place not known both',
      'elsewhere both',
      'in India a',
      'video or call both',
    ]);
  });
});

test('an office held over several terms is held since the first of them; a term by itself is named', () => {
  const office = (person: string, from: string, to: string | null, format: string) =>
    event('office', 'KEN', null, from, { to, persons: [person], text: 'president', format });
  const events = [
    office('One', '2013-04-09', '2017-11-28', 'first term'),
    office('One', '2017-11-28', null, 'second term'),
    { ...office('Two', '2010-01-01', '2012-01-01', 'first term'), a: 'UGA' },
    { ...office('Two', '2016-01-01', null, 'third term'), a: 'UGA' },
  ];
  expect(linesOf(part(dossierOf('KEN', 'UGA', evidenceOf({ events })), 'offices')!)).toEqual([
    'Kenya: One, president since 9 Apr 2013 (second term since 28 Nov 2017).',
    'Uganda: Two, president (third term) since 1 Jan 2016.',
  ]);
});

test('terms with a row missing between them are one where the shipped list has no break', () => {
  const office = (from: string, to: string | null, format: string) =>
    event('office', 'RUS', null, from, { to, persons: ['Vladimir Putin'], text: 'president', format });
  const events = [office('2012-05-07', '2018-05-07', 'third term'), office('2024-05-07', null, 'fifth term')];
  const [line] = part(dossierOf('KEN', 'RUS', evidenceOf({ events })), 'offices')!.lines;
  expect(linesOf(part(dossierOf('KEN', 'RUS', evidenceOf({ events })), 'offices')!)).toEqual([
    'Russia: Vladimir Putin, president since 7 May 2012 (fifth term since 7 May 2024).',
  ]);
  expect(
    line!.flatMap(({ evidence }) => evidence).some(ref => JSON.stringify(ref).includes('list of office holders')),
  ).toBe(true);
});

describe('what articles tell', () => {
  const alleged = { modality: 'alleged', by: { name: 'An official', country: 'USA', start: 0, end: 0 } };
  const denied = { denied_by: { name: 'Ankara', country: 'TUR', start: 0, end: 0 } };

  test('an allegation keeps its status, who makes it, and its denial', () => {
    const claims = [
      deed('Turkey sent weapons to Azerbaijan.', 'AID', ['TUR'], ['AZE'], { ...alleged, ...denied, mode: 'military' }),
    ];
    const [fact] = part(dossierOf('TUR', 'AZE', evidenceOf({ claims })), 'military')!.facts;
    expect(fact).toMatchObject({ status: 'alleged', by: 'An official', denial: { by: 'Ankara' } });
    expect(fact!.evidence).toMatchObject([{ kind: 'sentence', text: 'Turkey sent weapons to Azerbaijan.' }]);
  });

  test('an allegation is not counted as a deed', () => {
    const claims = [
      deed('Turkish and Azeri jets flew together.', 'COOPERATE', ['TUR', 'AZE'], ['TUR', 'AZE'], { mode: 'military' }),
      deed('Turkey sent weapons to Azerbaijan.', 'AID', ['TUR'], ['AZE'], { ...alleged, mode: 'military' }),
      deed('Turkey has not sent troops to Azerbaijan.', 'AID', ['TUR'], ['AZE'], { negated: true, mode: 'military' }),
    ];
    const section = part(dossierOf('TUR', 'AZE', evidenceOf({ claims })), 'military')!;
    expect(section.headline).toMatchObject({ number: '1', what: 'on record: 1 sentence of articles' });
    expect(linesOf(section).at(-1)).toMatch(/^Not counted: alleged 1, .*1\.$/);
    expect(section.facts).toHaveLength(3);
  });

  test('an allegation without a denial has none made for it', () => {
    const claims = [
      deed('Turkey sent weapons to Azerbaijan.', 'AID', ['TUR'], ['AZE'], { ...alleged, mode: 'military' }),
    ];
    expect(part(dossierOf('TUR', 'AZE', evidenceOf({ claims })), 'military')!.facts[0]!.denial).toBeNull();
  });

  test('what is announced is coming, and is not counted as done', () => {
    const claims = [
      deed('India will sign a treaty with Nepal.', 'AGREE', ['IND'], ['NPL'], { modality: 'announced', mode: 'sign' }),
    ];
    const dossier = dossierOf('IND', 'NPL', evidenceOf({ claims }));
    expect(part(dossier, 'agreements')).toBeUndefined();
    expect(part(dossier, 'coming')!.facts).toHaveLength(1);
  });

  test('a deed whose day no article tells stands on the day it was told', () => {
    const claims = [deed('India and Nepal signed a treaty.', 'AGREE', ['IND', 'NPL'], ['IND', 'NPL'])];
    const [fact] = part(dossierOf('IND', 'NPL', evidenceOf({ claims })), 'agreements')!.facts;
    expect(fact).toMatchObject({ from: null, to: null, told: { from: '2024-05-18', to: '2024-05-18' } });
    expect(whenWords(fact!)).toBe('told on 18 May 2024');
  });

  test('an agreement is counted by how far it is; one that a parliament supports is one when it is ratified', () => {
    const both = [
      ['IND', 'NPL'],
      ['IND', 'NPL'],
    ] as const;
    const claims = [
      deed('India and Nepal agreed to build a dam.', 'AGREE', [...both[0]], [...both[1]]),
      deed('Nepal ratified the border treaty with India.', 'SUPPORT', ['NPL'], ['IND']),
      deed('Nepal praised the border treaty with India.', 'SUPPORT', ['NPL'], ['IND']),
    ];
    const section = part(dossierOf('IND', 'NPL', evidenceOf({ claims })), 'agreements')!;
    expect(linesOf(section)).toEqual(['Agreed 1, ratified 1.']);
  });

  test('who denies is who made the denial, not the article that tells of it', () => {
    const weapons = deed('Turkey sent weapons to Azerbaijan.', 'AID', ['TUR'], ['AZE'], {
      ...alleged,
      mode: 'military',
    });
    const denial = said('“Lies,” Ankara said.', 'TUR', 'deny', ['TUR'], {
      links: [{ type: 'denies', claim: weapons.claim.id }],
    });
    const evidence = evidenceOf({ claims: [weapons, denial] });
    expect(part(dossierOf('TUR', 'AZE', evidence), 'military')!.facts[0]!.denial!.by).toBe('TUR');
  });

  test.each([
    ['it', 'NPL', 'Nepal'],
    ['the two leaders', null, 'The Gazette'],
    ['two Western diplomats', null, 'two Western diplomats'],
  ])('who is called “%s” in the sentence is named, or the article is', (name, country, by) => {
    const claims = [
      deed('It told India of exercises.', 'MOBILIZE', ['NPL'], ['IND'], { by: { name, country, start: 0, end: 2 } }),
    ];
    expect(part(dossierOf('IND', 'NPL', evidenceOf({ claims })), 'military')!.facts[0]!.by).toBe(by);
  });

  test('a judgement is shown as somebody’s, and moves no verdict', () => {
    const judgement = {
      kind: 'judgement',
      form: 'verdict',
      about: ['IND', 'NPL'],
      favours: 'IND',
      dimension: null,
      due: null,
    };
    const claims = [told('India clearly has the upper hand over Nepal.', judgement)];
    const dossier = dossierOf('IND', 'NPL', evidenceOf({ claims }));
    expect(linesOf(part(dossier, 'judgements')!)[0]).toContain('1 judgement for India, 0 for Nepal');
    expect(dossier.verdict.favours).toBeNull();
  });
});

describe('positions', () => {
  const claims = [
    said('Nepal rejected what India said.', 'NPL', 'reject', ['IND', 'NPL']),
    said('Nepal demanded respect.', 'NPL', 'demand', ['NPL']),
    said('Nepal condemned the coup in Niger.', 'NPL', 'condemn', ['NER', 'NPL']),
    said('Nepal said the sun rose.', 'NPL', 'assert', ['NPL']),
    deed('Nepal has not condemned India.', 'ACCUSE', ['NPL'], ['IND'], { negated: true }),
    deed('Nepal has not condemned Niger.', 'ACCUSE', ['NPL'], ['NER'], { negated: true }),
  ];
  const section = part(dossierOf('IND', 'NPL', evidenceOf({ claims })), 'positions')!;

  test('are of the other or to anybody; those on others are told of and not counted', () => {
    expect(section.headline!.number).toBe('3');
    expect(linesOf(section)).toEqual([
      'On the other: 0 statements by India, 1 by Nepal.',
      'To anybody, with nobody named: 0 statements by India, 1 by Nepal.',
      'On others alone, not counted: 0 statements by India, 1 by Nepal.',
      '1 deed recorded as not done.',
    ]);
    expect(section.facts.map(({ words, status }) => `${words} ${status}`).sort()).toEqual([
      'Nepal demanded respect. demand; to anybody',
      'Nepal has not condemned India. not done',
      'Nepal rejected what India said. reject',
    ]);
  });

  test('a sentence stands once, with every stance that was taken in it', () => {
    const sentence = 'Nepal denied the charge and accused India.';
    const twice = ['deny', 'accuse'].map((stance, number) => {
      const one = said(sentence, 'NPL', stance, ['IND', 'NPL']);
      return { ...one, claim: { ...one.claim, id: `${number}` } };
    });
    const { facts, headline } = part(dossierOf('IND', 'NPL', evidenceOf({ claims: twice })), 'positions')!;
    expect(headline!.number).toBe('2');
    expect(facts).toMatchObject([{ words: sentence, status: 'deny, accuse', evidence: [{}, {}] }]);
  });

  test('an answer that names nobody is of the other where it denies what was said of it', () => {
    const charge = deed('India said that Nepal had closed the border.', 'COERCE', ['NPL'], ['IND']);
    const answer = said('“Not so,” Nepal said.', 'NPL', 'deny', ['NPL'], {
      links: [{ type: 'denies', claim: charge.claim.id }],
    });
    const answered = part(dossierOf('IND', 'NPL', evidenceOf({ claims: [charge, answer] })), 'positions')!;
    expect(linesOf(answered)).toEqual(['On the other: 0 statements by India, 1 by Nepal.']);
  });
});

describe('what is of others', () => {
  const figure = (subject: string) => ({
    ...{ kind: 'figure', value: 5e9, unit: 'USD', approximate: null, range: null, change: null },
    ...{ period: null, subject, place: null },
  });

  test('trade of one of them with a third is no trade of the two', () => {
    const claims = [
      told('Trade of India and Nepal came to $5 billion.', figure('trade'), ['IND', 'NPL']),
      told('Trade of India and Niger came to $5 billion.', figure('trade'), ['IND', 'NER']),
    ];
    expect(factsOf(part(dossierOf('IND', 'NPL', evidenceOf({ claims })), 'trade'))).toEqual([claims[0]!.sentence.text]);
  });

  test('what one of them plans with a third is counted apart', () => {
    const claims = [
      deed('India will visit Niger.', 'CONSULT', ['IND'], ['NER'], { modality: 'announced' }),
      deed('India will visit Nepal.', 'CONSULT', ['IND'], ['NPL'], { modality: 'announced' }),
    ];
    const section = part(dossierOf('IND', 'NPL', evidenceOf({ claims })), 'coming')!;
    expect(factsOf(section)).toEqual(['India will visit Nepal.']);
    expect(linesOf(section)).toEqual(['With others alone, not listed: 1 plan of India, 0 of Nepal.']);
  });
});

/** A statement of a state with a stance, and the states its sentence names. */
function said(sentence: string, by: string, stance: string, named: string[], rest: object = {}) {
  const speaker = { name: by, person: null, country: by, start: 0, end: 0 };
  return told(
    sentence,
    { kind: 'statement', speaker, cue: null, content: [], form: 'indirect', stance, ...rest },
    named,
  );
}

describe.each([
  ['CHN', 'RUS'],
  ['USA', 'MEX'],
  ['DEU', 'POL'],
])('%s and %s, asked the other way round', (a, b) => {
  const [there, back] = [dossierOf(a, b, shippedEvidence(a, b)), dossierOf(b, a, shippedEvidence(b, a))];

  test('the verdict favours the same side by the same pieces', () => {
    expect(back.verdict.favours).toBe(there.verdict.favours);
    expect(back.verdict.short).toBe(there.verdict.short);
    const pieces = ({ verdict }: Dossier) =>
      verdict.carriedBy.map(({ lever, a: of, b: other }) => ({ lever, of, other }));
    expect(pieces(back)).toEqual(pieces(there).map(({ lever, of, other }) => ({ lever, of: other, other: of })));
  });

  test('the sections hold the same facts, and their charts the other side’s colours', () => {
    const shape = ({ sections }: Dossier) =>
      sections.map(({ id, headline, facts }) => [id, headline?.number, facts.map(({ words }) => words).sort()]);
    expect(shape(back)).toEqual(shape(there));
    const turn = { a: 'b', b: 'a', both: 'both' } as const;
    const sides = ({ sections }: Dossier, turned: boolean) =>
      sections.flatMap(({ id, chart }) =>
        chartSides(chart)
          .map(({ key, side }) => `${id} ${key} ${turned ? turn[side] : side}`)
          .sort(),
      );
    expect(sides(back, false)).toEqual(sides(there, true));
  });
});

function chartSides(chart: Chart | null): { key: string; side: 'a' | 'b' | 'both' }[] {
  if (!chart) return [];
  switch (chart.kind) {
    case 'series':
      return chart.lines.map(({ label, side }) => ({ key: label, side }));
    case 'strip':
      return chart.marks.map(({ day, lane, side }) => ({ key: `${day} ${lane}`, side }));
    case 'bars':
      return chart.bars.map(({ group, label, side }) => ({ key: `${group} ${label}`, side }));
    case 'band':
    case 'columns':
      return [];
  }
}
