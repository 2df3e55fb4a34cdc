/** What a dossier shows, on rows made by hand about countries far from the example. */
import { describe, expect, test } from 'vitest';
import { balance } from '../../src/balance/balance.js';
import { type Dossier, makeDossier } from '../../src/dossier/dossier.js';
import type { Chart, Section } from '../../src/dossier/section.js';
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
