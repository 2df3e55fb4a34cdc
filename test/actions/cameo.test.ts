/** The derived CAMEO codes against what was published, row by row where the crosswalk names the mode as we do. */
import { expect, test } from 'vitest';
import { cameoOf } from '../../src/claims/actions/cameo.js';
import { frames } from '../../src/claims/actions/frames.js';
import { knownTable } from '../../src/knowledge.js';
import { type Modality, PLOVER_TYPES, type PloverType } from '../../src/reading.js';

const codeOf = (
  type: PloverType,
  mode: string | null = null,
  of: PloverType | null = null,
  modality: Modality = 'happened',
) => cameoOf({ type, mode, of, modality });

test.each([
  // CAMEO2PLOVER-2021.txt, "041: CONSULT, phone", "042: CONSULT, visit", "043: CONSULT, host", "0841: RETREAT, release" ...
  ['CONSULT', 'phone', '041', 1.0],
  ['CONSULT', 'visit', '042', 1.9],
  ['CONSULT', 'host', '043', 2.8],
  ['AID', 'asylum', '075', 7.0],
  ['RETREAT', 'release', '0841', 7.0],
  ['RETREAT', 'ceasefire', '0871', 9.0],
  ['PROTEST', 'demo', '141', -6.5],
  ['PROTEST', 'riot', '145', -7.5],
  ['SANCTION', 'expel', '166', -7.0],
  ['COERCE', 'arrest', '173', -5.0],
  ['COERCE', 'deport', '174', -5.0],
  ['ASSAULT', 'assassinate', '186', -10.0],
  ['ASSAULT', 'firearms', '193', -10.0],
] as const)('%s %s is %s, by CAMEO.goldsteinscale.txt %d', (type, mode, code, goldstein) => {
  expect(codeOf(type, mode)).toMatchObject({ code, goldstein });
});

test('what is promised decides the code of a promise, what is threatened that of a threat', () => {
  expect(codeOf('AGREE', null, 'CONSULT').code).toBe('036');
  expect(codeOf('AGREE', null, 'AID')).toMatchObject({ code: '033', goldstein: 5.2 });
  expect(codeOf('THREATEN', null, 'ASSAULT')).toMatchObject({ code: '138', goldstein: -7 });
  expect(codeOf('REQUEST', null, 'AID').code).toBe('103');
});

test('a visit to come is an intent to meet, as PLOVER codes it', () => {
  expect(codeOf('CONSULT', 'visit', null, 'announced').code).toBe('036');
  expect(codeOf('CONSULT', 'visit').code).toBe('042');
});

test('codes keep their leading zero', () => {
  expect(codeOf('CONSULT')).toEqual({ code: '040', root: '04', quad: 1, goldstein: 1 });
});

test('accusing is verbal conflict and below zero, whatever its mode: a printed table of types has it at +3', () => {
  for (const mode of [null, 'disapprove', 'investigate'])
    expect(codeOf('ACCUSE', mode)).toMatchObject({ quad: 3, goldstein: -2 });
});

test('what PLOVER calls cooperation is not below zero, what it calls conflict not above', () => {
  const conflict = ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'];
  for (const row of knownTable('frames/cameo.csv'))
    expect(Math.sign(Number(row.goldstein)), `${row.type} ${row.mode}`).toBe(conflict.includes(row.type!) ? -1 : 1);
});

test('every row is whole: code, root, quad class of the root, value on the scale', () => {
  for (const row of knownTable('frames/cameo.csv')) {
    expect(row.code).toMatch(/^(0[1-9]|1\d|20)\d{1,2}$/);
    expect(row.root).toBe(row.code!.slice(0, 2));
    const root = Number(row.root);
    expect(Number(row.quad)).toBe(root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4);
    expect(Math.abs(Number(row.goldstein))).toBeLessThanOrEqual(10);
    expect(row.source).toMatch(/^(crosswalk|no code of its own)/);
  }
});

test('every mode that a frame can give has a row', () => {
  const rows = knownTable('frames/cameo.csv');
  const modes = new Set(frames().flatMap(({ type, mode }) => (mode ? [`${type} ${mode}`] : [])));
  for (const key of modes) expect(rows.map(row => `${row.type} ${row.mode}`)).toContain(key);
  for (const type of PLOVER_TYPES) expect(codeOf(type).root).toMatch(/^\d\d$/);
});
