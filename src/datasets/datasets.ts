import { baciRows } from './baci.js';
import { cincRows } from './cinc.js';
import { figureRows } from './figures.js';
import type { Row } from './row.js';
import { sipriArmsRows } from './sipri-arms.js';
import { unIdealPointRows } from './un-ideal-points.js';
import { worldBankGdpRows } from './world-bank-gdp.js';

/** A data set that can be imported: file in, rows out. */
export interface Dataset {
  name: string;
  /** What it holds and in which columns, in a line. */
  describes: string;
  /** @throws BadInput naming file, line and what was expected. */
  rowsOf(text: string, file: string): Row[];
}

/** The data sets that `upperhand import` knows. */
export const DATASETS: readonly Dataset[] = [
  {
    name: 'baci',
    describes: 'goods trade: year,exporter,importer,value_kusd',
    rowsOf: baciRows,
  },
  {
    name: 'world-bank-gdp',
    describes: 'GDP: year,country,gdp_usd or Country Code,Year,Value',
    rowsOf: worldBankGdpRows,
  },
  {
    name: 'cinc',
    describes:
      'capabilities: country,year,cinc,population_k,military_personnel_k,military_expenditure_kusd or ccode,year,cinc,tpop,milper,milex',
    rowsOf: cincRows,
  },
  {
    name: 'sipri-arms',
    describes: 'arms transfers in million TIV: year,supplier,recipient,value',
    rowsOf: sipriArmsRows,
  },
  {
    name: 'un-ideal-points',
    describes: 'votes in the UN General Assembly: session,ccode or iso3c,IdealPoint,Q5%,Q95%',
    rowsOf: unIdealPointRows,
  },
  {
    name: 'figures',
    describes: 'any figures: measure,reporter,partner,from,to,value,unit,source,url,note',
    rowsOf: figureRows,
  },
];
