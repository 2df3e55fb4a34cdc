/** Tables for `upperhand import`: form, cells of the wrong kind, and names that objects have of themselves. */
import type { ImportRow } from '../row.js';

const HEADER = 'measure,reporter,partner,from,to,value,unit,source';
const CELLS = ['gdp', 'NOR', '', '2023-01-01', '2023-12-31', '485', 'USD', 'mine'];
/** A table of one line, with some of its cells in other words. */
const table = (cells: Record<string, string> = {}) =>
  `${HEADER}\n${HEADER.split(',')
    .map((column, i) => cells[column] ?? CELLS[i]!)
    .join(',')}\n`;
const figures = (what: string, cells: Record<string, string>, must: ImportRow[3]): ImportRow => [
  what,
  'figures',
  table(cells),
  must,
];

export const TABLES: ImportRow[] = [
  ['an empty file', 'figures', '', 'exit 3: the table is empty'],
  ['line ends alone', 'figures', '\n\r\n\n', 'exit 3: the table is empty'],
  ['a header alone', 'figures', `${HEADER}\n`, 'exit 3: no rows'],
  ['comments alone', 'figures', '# a\n# b\n', 'exit 3: the table is empty'],
  ['bytes that are no text', 'figures', () => new Uint8Array(100_000).map((_, i) => i * 7), 'exit 3: binary file'],
  ['UTF-16', 'figures', () => Buffer.from(`\ufeff${table()}`, 'utf16le'), 'exit 0'],
  ['a header that moves the cursor', 'figures', '\u001b[2J\u001b]0;x\u0007,\u202eb\n1,2\n', 'exit 3: the header is'],
  ['a header of a megabyte', 'figures', () => `${'x'.repeat(1_000_000)}\n`, 'exit 3: the header is'],
  [
    'a million columns',
    'figures',
    () => `${HEADER}${',x'.repeat(1_000_000)}\n${CELLS.join(',')}\n`,
    'exit 3: 8 cells; expected 1000008',
  ],
  [
    'a line of a million cells',
    'figures',
    () => `${HEADER}\n${','.repeat(1_000_000)}\n`,
    'exit 3: 1000001 cells; expected 8',
  ],
  [
    'the same column twice',
    'figures',
    () => table().replace('source', 'source,value').replace('mine', 'mine,9'),
    'exit 3: twice',
  ],
  [
    'columns called __proto__ and constructor',
    'figures',
    () => table().replace('source', 'source,__proto__,constructor').replace('mine', 'mine,x,y'),
    'exit 0',
  ],
  ['a quote that is not closed', 'figures', table({ source: '"mine' }), 'exit 3: a quote is opened and not closed'],
  [
    'a quote that is not closed behind spaces',
    'figures',
    () => table({ source: `${' '.repeat(100_000)}"` }),
    'exit 3: a quote is opened and not closed',
  ],
  ['a quote in the middle of a cell', 'figures', table({ source: 'mi"ne' }), 'exit 3: a quote'],
  ['words behind a closed quote', 'figures', table({ source: '"mine"x' }), 'exit 3: a quote'],
  ['a million quotes', 'figures', () => table({ source: '"'.repeat(1_000_001) }), 'exit 3: a quote'],
  ['a quoted cell of ten megabytes', 'figures', () => table({ source: `"${'a""'.repeat(3_000_000)}"` }), 'exit 0'],
  ['a line end in quotes', 'figures', table({ source: '"mine\nyours"' }), 'exit 3: a quote is opened and not closed'],
  ['carriage returns alone', 'figures', () => table().replaceAll('\n', '\r'), 'exit 3'],
  ['semicolons', 'figures', () => table().replaceAll(',', ';'), 'exit 3: expected measure'],
  ['a formula in a cell of words', 'figures', table({ source: "=cmd|' /C calc'!A0" }), 'exit 0'],
  ['a formula in a cell of numbers', 'figures', table({ value: '=1+1' }), 'exit 3: expected a number'],
  figures('NaN', { value: 'NaN' }, 'exit 3: expected a number'),
  figures('Infinity', { value: 'Infinity' }, 'exit 3: expected a number'),
  figures('a number beyond doubles', { value: '1e999' }, 'exit 3: expected a number'),
  [
    'a number of a million digits',
    'figures',
    () => table({ value: '9'.repeat(1_000_000) }),
    'exit 3: expected a number',
  ],
  figures('a negative number', { value: '-485' }, 'exit 0'),
  figures('minus zero', { value: '-0' }, 'exit 0'),
  figures('a hexadecimal number', { value: '0x10' }, 'exit 3: expected a number'),
  figures('digits of another script', { value: '٤٨٥' }, 'exit 3: expected a number'),
  figures('a thousands comma', { value: '"1,280"' }, 'exit 3: expected a number'),
  figures('a word for a number', { value: 'true' }, 'exit 3: expected a number'),
  figures('no number', { value: '' }, 'exit 3: is empty'),
  figures('a country in small letters', { reporter: 'nor' }, 'exit 3: expected a country code'),
  figures('a code of no country, which is an economy of its own', { reporter: 'XQX' }, 'exit 0'),
  figures('a country called __proto__', { reporter: '__proto__' }, 'exit 3: expected a country code'),
  figures('the day 99999-99-99', { from: '99999-99-99' }, 'exit 3: expected a day'),
  figures('the 30th of February', { from: '2023-02-30' }, 'exit 3: expected a day'),
  figures('a last day before the first', { from: '2024-01-01' }, 'exit 3: before'),
  figures('an instant for a day', { to: '2023-12-31T00:00:00Z' }, 'exit 3: expected a day'),
  figures('control characters in words', { source: '\u001b[2Jmine\u0007' }, 'exit 0'),
  [
    'an amount under a name of all objects',
    'baci',
    'exporter,importer,constructor\nNOR,CHL,5\n',
    'exit 3: expected exporter',
  ],
  ['names of all objects beside the amount', 'baci', 'toString,exporter,importer,value_usd\n7,NOR,CHL,5\n', 'exit 0'],
  ['BACI without its codes', 'baci', 't,i,j,k,v\n2023,1,2,3,4\n', 'exit 3: --codes'],
  [
    'a partner under a name of all objects',
    'un-comtrade',
    'RefYear,ReporterISO,FlowCode,PartnerISO,CmdCode,PrimaryValue\n2023,NOR,X,constructor,TOTAL,5\n',
    'exit 3: no exports',
  ],
  [
    'a flow under a name of all objects',
    'un-comtrade',
    'RefYear,ReporterISO,FlowCode,PartnerISO,CmdCode,PrimaryValue\n2023,NOR,valueOf,CHL,TOTAL,5\n',
    'exit 3: no exports',
  ],
  [
    'an indicator under a name of all objects',
    'imf-trade',
    'Country Code,Indicator Code,Counterpart Country Code,Time Period,Value\n142,toString,228,2023,5\n',
    'exit 3: no yearly exports',
  ],
  [
    'a scale under a name of all objects',
    'imf-trade',
    'SERIES_CODE,SCALE,2023\nNOR.XG_FOB_USD.CHL.A,constructor,5\n',
    'exit 0',
  ],
  ['years that are none', 'world-bank-gdp', 'Country Code,99999,-1,20x3\nNOR,1,2,3\n', 'exit 3'],
  [
    'a thousand members that join on one day',
    'alliances',
    () => `treaty,members,from,to,url\nT,${'NOR|CHL|'.repeat(500)}PER,2023-01-01,,https://x.example\n`,
    'exit 0',
  ],
  [
    'members that are no codes',
    'alliances',
    'treaty,members,from,to,url\nT,NOR|__proto__|,2023-01-01,,https://x.example\n',
    'exit 3: expected',
  ],
  [
    'rates of zero',
    'ecb-rates',
    'Date,USD,NOK\n2023-01-31,0,10\n2023-02-28,0,10\n2023-03-31,0,10\n',
    'exit 3: above zero',
  ],
  ['a day that is none among rates', 'ecb-rates', 'Date,USD\n2023-99-99,1\n', 'exit 3: expected a day'],
];
