/**
 * A desk for the tests of the pages: the shipped rows, an article whose claims are written down by hand, and a balance
 * of three levers, so that a page's test does not change when reading or measuring does.
 */
import { countries } from '../../src/actors/countries.js';
import { pairOf } from '../../src/actors/pair.js';
import { articleFromText } from '../../src/article/article.js';
import type { Balance } from '../../src/balance/balance.js';
import { movement } from '../../src/balance/movement.js';
import type { Check } from '../../src/check/check.js';
import type { Desk, ReadArticle } from '../../src/desk.js';
import { conclusionsOf } from '../../src/dossier/conclusions.js';
import { deciding } from '../../src/dossier/deciding.js';
import { makeDossier } from '../../src/dossier/dossier.js';
import { exitWhatIf } from '../../src/dossier/exit-what-if.js';
import { refOfRow } from '../../src/dossier/facts.js';
import { largestPairs } from '../../src/dossier/largest-pairs.js';
import { sentencesRead } from '../../src/dossier/sentences-read.js';
import { viewsOf } from '../../src/dossier/views.js';
import type { Claim, Country, Reading } from '../../src/reading.js';
import { claimCountries } from '../../src/record/claim-countries.js';
import type { Evidence, KeptClaim } from '../../src/record/evidence.js';
import { makeLedger } from '../../src/record/ledger/ledger.js';
import type { SearchQuery, SearchResult } from '../../src/record/search/query.js';
import { shippedEvidence, shippedRows } from '../../src/record/shipped.js';

export const HOSTILE = '<script>window.ran = true</script><img src=x onerror="window.ran = true">';

const TEXT = [
  'Who leads whom',
  '',
  'Trade between China and Russia reached a record $240.1 billion (£158 billion) in 2023. China has not condemned the invasion.',
  `The US suggested that China was sending weapons to Russia. China denied it. ${HOSTILE} is what the page said.`,
  'It rained all day.',
  'Moscow will send a delegation to Beijing in June 2025. It is clear that Beijing has the upper hand.',
  'Leave a comment',
].join('\n');

/** The article of the fixture, read and checked. */
export function fixtureArticle(text = TEXT): ReadArticle {
  const { titleSpan: _, ...document } = articleFromText({ text, date: '2024-05-18', publisher: 'The Fixture' });
  const sentences = [...text.matchAll(/[^.\n]+(?:\.(?=\d)[^.\n]+)*\.?/g)]
    .filter(([words]) => /\S/.test(words))
    .map(({ 0: words, index }) => ({
      start: index + words.search(/\S/),
      end: index + words.trimEnd().length,
      boilerplate: words === 'Leave a comment',
    }));
  const claims = CLAIMS.flatMap(make => make(text));
  const mentions: Reading['mentions'] = [];
  const reading: Reading = { document, sentences, mentions, times: [], claims };
  return {
    reading,
    pair: ['CHN', 'RUS'],
    checks: checksOf(claims),
    decided: [],
    kept: false,
    missing: [],
    conclusions: conclusionsOf(reading, []),
    copy: null,
    sentences: sentencesRead(reading),
  };
}

/** A desk on the fixture. */
export function fixtureDesk(): Desk {
  const article = fixtureArticle();
  const evidenceOn = (a: Country, b: Country, asOf?: string): Evidence => {
    const shipped = shippedEvidence(a, b, asOf);
    const claims = (asOf && asOf < '2024-05-18' ? [] : article.reading.claims)
      .filter(() => [a, b].every(country => ['CHN', 'RUS'].includes(country)))
      .map(claim => kept(claim, article.reading));
    return {
      ...shipped,
      standing: 'record',
      claims,
      ledger: makeLedger(claims, shipped.events),
      articles: { count: 1, earliest: '2024-05-18', latest: '2024-05-18' },
    };
  };
  const dossier: Desk['dossier'] = async (one, other) => {
    const [a, b] = pairOf(one, other);
    return makeDossier(a, b, evidenceOn(a, b), fixtureBalance(a, b));
  };
  return {
    ...viewsOf(
      async (a, b, asOf) => evidenceOn(a, b, asOf),
      async () => [],
    ),
    ...deciding(null, async id => (id === article.reading.document.id ? article : null)),
    firstPage: async () => ({
      pair: ['CHN', 'RUS'],
      dossier: await dossier('CHN', 'RUS'),
      example: article,
    }),
    countries,
    largestPairs: count => largestPairs(shippedRows().figures, count),
    pair: pairOf,
    dossier,
    balance: async (one, other) => fixtureBalance(...pairOf(one, other)),
    articles: async () => {
      const { id, title, publisher, url, date, sha256 } = article.reading.document;
      return [{ id, title, publisher, url, date, sha256, claims: article.reading.claims.length }];
    },
    article: async id => (id === article.reading.document.id ? article : null),
    checkArticle: async () => article,
    approvals: async () => [],
    readDraft: async text => fixtureArticle(articleFromText({ text }).text),
    movement: async (one, other) => {
      const [a, b] = pairOf(one, other);
      return movement(a, b, evidenceOn(a, b), { from: 2012, to: 2023 });
    },
    exitWhatIf,
    sanctioners: async () => [],
    search: async query => searchFixture(article, query),
    revision: async () => 0,
    version: '0.0.0',
  };
}

/** The sentences of the one article that have the first phrase. */
function searchFixture({ reading }: ReadArticle, { phrases, offset = 0, limit = 20 }: SearchQuery): SearchResult {
  const { document, sentences, claims } = reading;
  const { id, title, publisher, date, text } = document;
  const hits = sentences.flatMap(({ start, end }) => {
    const sentence = text.slice(start, end);
    const at = sentence.toLowerCase().indexOf(phrases[0]?.toLowerCase() ?? '');
    if (at < 0 || !phrases[0]) return [];
    const read = claims.filter(claim => claim.start >= start && claim.start < end);
    const found = [{ start: at, end: at + phrases[0].length }];
    return [{ article: id, title, publisher, date, start, end, sentence, found, claims: read, decided: {} }];
  });
  return { found: hits.length, articles: Math.min(1, hits.length), hits: hits.slice(offset, offset + limit) };
}

function kept(claim: Claim, reading: Reading): KeptClaim {
  const { document, sentences } = reading;
  const sentence = sentences.find(({ start, end }) => claim.start >= start && claim.start < end)!;
  const { start, end } = sentence;
  const countries = claimCountries(claim, reading);
  return { claim, article: document, sentence: { start, end, text: document.text.slice(start, end) }, countries };
}

type Make = (text: string) => Claim[];

/** A claim on words of the text; none where the text does not hold them. */
function on(words: string, kind: string, rest: Record<string, unknown>): Make {
  return text => {
    const start = text.indexOf(words);
    if (start < 0) return [];
    const span = { start, end: start + words.length };
    const base = { id: `${kind}-${start}`, confidence: 0.8, by: 'author', denied_by: null, links: [] };
    return [{ ...base, kind, ...span, ...(kind === 'action' && { trigger: span }), ...rest } as unknown as Claim];
  };
}

const NO_DAYS = { from: null, to: null };
const ACTION = {
  of: null,
  mode: null,
  third: [],
  names: [],
  when: { ...NO_DAYS, start: null, end: null },
  said: NO_DAYS,
  place: null,
  modality: 'happened',
  negated: false,
  main: true,
};
const IN_2023 = { from: '2023-01-01', to: '2023-12-31' };

const CLAIMS: Make[] = [
  on('$240.1 billion', 'figure', {
    value: 240.1e9,
    unit: 'USD',
    approximate: null,
    range: null,
    change: null,
    period: IN_2023,
    subject: 'trade',
    place: null,
  }),
  on('£158 billion', 'figure', {
    value: 158e9,
    unit: 'GBP',
    approximate: null,
    range: null,
    change: null,
    period: IN_2023,
    subject: 'trade',
    place: null,
  }),
  on('has not condemned', 'action', { ...ACTION, type: 'ACCUSE', source: ['CHN'], target: ['RUS'], negated: true }),
  on('suggested that China was sending weapons to Russia', 'statement', {
    speaker: { name: 'The US', person: null, country: 'USA', start: 0, end: 0 },
    cue: null,
    content: [],
    form: 'indirect',
    stance: 'accuse',
  }),
  on('sending weapons', 'action', {
    ...ACTION,
    type: 'AID',
    mode: 'military',
    source: ['CHN'],
    target: ['RUS'],
    modality: 'alleged',
    by: { name: 'The US', country: 'USA', start: 0, end: 0 },
    denied_by: { name: 'China', country: 'CHN', start: 0, end: 0 },
  }),
  on('China denied it', 'statement', {
    speaker: { name: 'China', person: null, country: 'CHN', start: 0, end: 0 },
    cue: null,
    content: [],
    form: 'indirect',
    stance: 'deny',
  }),
  on(HOSTILE, 'address', { speaker: HOSTILE, addressee: null, term: HOSTILE, occasion: null, warmth: null }),
  on('will send a delegation', 'action', {
    ...ACTION,
    type: 'AGREE',
    of: 'CONSULT',
    source: ['RUS'],
    target: ['CHN'],
    modality: 'announced',
    when: { from: '2025-06-01', to: '2025-06-30', start: null, end: null },
  }),
  on('It is clear that Beijing has the upper hand', 'judgement', {
    form: 'verdict',
    about: ['CHN', 'RUS'],
    favours: 'CHN',
    dimension: null,
    due: null,
    headline: false,
  }),
];

function checksOf(claims: Claim[]): Check[] {
  const pounds = claims.find(claim => claim.kind === 'figure' && claim.unit === 'GBP');
  const dollars = claims.find(claim => claim.kind === 'figure' && claim.unit === 'USD');
  const rows = shippedEvidence('CHN', 'RUS').figures;
  const rate = rows.find(
    row => row.measure === 'exchange rate' && row.unit === 'USD/GBP' && row.from.startsWith('2023'),
  );
  const trade = rows.find(row => row.measure === 'goods trade' && row.unit === 'USD' && row.from.startsWith('2023'));
  const check = (claim: Claim, rest: object) =>
    ({ start: claim.start, end: claim.end, claim: claim.id, confidence: 0.9, ...rest }) as Check;
  return [
    ...(pounds && rate
      ? [
          check(pounds, {
            verdict: 'differs in unit or currency',
            found: { value: 193e9, unit: 'GBP', period: IN_2023 },
            evidence: [refOfRow(rate)],
            why: `240.1 billion USD at ${rate.value} USD a pound is 193 billion GBP, not 158 billion.`,
          }),
        ]
      : []),
    ...(dollars && trade
      ? [
          check(dollars, {
            verdict: 'agrees',
            found: { value: trade.value, unit: 'USD', period: IN_2023 },
            evidence: [refOfRow(trade)],
            why: 'The customs figure is the same to its last digit.',
          }),
        ]
      : []),
  ];
}

/** Three levers of three groups and one that is missing; the first-named country of the shipped example leads. */
export function fixtureBalance(a: Country, b: Country): Balance {
  const toward = a === 'CHN' ? 1 : -1;
  const lever = (id: string, label: string, x: number, valueA: number, valueB: number, unit: string) => ({
    id,
    label,
    x: toward * x,
    interval: toward > 0 ? [x - 0.08, x + 0.06] : [-x - 0.06, -x + 0.08],
    stake: 0.5,
    a: toward > 0 ? valueA : valueB,
    b: toward > 0 ? valueB : valueA,
    unit,
    status: 'measured',
    source: 'Fixture',
    explanation: 'A lever of the fixture.',
    evidence: shippedEvidence(a, b).figures.slice(0, 2).map(refOfRow),
  });
  const missing = {
    id: 'regard',
    label: 'Who praises whom',
    x: null,
    interval: null,
    stake: null,
    a: null,
    b: null,
    unit: null,
    status: 'missing',
    source: 'Fixture',
    explanation: 'A lever of the fixture.',
    evidence: [],
  };
  const leads = a === 'CHN' ? 'China' : 'Russia';
  const names = a === 'CHN' ? 'China over Russia' : 'Russia over China';
  return {
    pair: [a, b],
    year: 2023,
    favours: 'CHN',
    share: toward > 0 ? 0.91 : 0.09,
    strength: 'clear',
    groups: [
      {
        id: 'economy',
        levers: [
          lever('dependence', 'Trade dependence', 0.31, 3.1, 26.4, 'percent'),
          lever('exit', 'Cost of ending trade', 0.4, 0.15, 1.43, 'percent'),
        ],
      },
      { id: 'security', levers: [lever('capability', 'Capability', 0.18, 21.8, 4.2, 'percent')] },
      { id: 'diplomacy', levers: [lever('visits', 'Visits', -0.04, 9, 8, 'visit')] },
      { id: 'regard', levers: [missing] },
    ],
    coverage: { measured: 4, of: 5, groups: 3 },
    tipping: null,
    central: null,
    statement: {
      short: `China has the upper hand over Russia in 91 of 100 weightings`,
      medium: `Weighed in all ways, ${names}: China is ahead in 91 of 100 weightings. It rests most on the cost of ending trade.`,
      long: `Weighed in all ways, ${leads} first: China is ahead in 91 of 100 weightings. It rests most on the cost of ending trade. One lever of five is missing.`,
    },
  } as unknown as Balance;
}
