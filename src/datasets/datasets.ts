import { allianceRows } from './alliances.js';
import { archigosRows } from './archigos.js';
import { atopRows } from './atop.js';
import { baciRows } from './baci.js';
import { cincRows } from './cinc.js';
import { ecbRateRows } from './ecb-rates.js';
import { figureRows } from './figures.js';
import { imfTradeRows } from './imf-trade.js';
import type { Row } from './row.js';
import { sipriArmsRows } from './sipri-arms.js';
import type { NamedTable } from './table.js';
import { unAgreementRows } from './un-agreement.js';
import { unComtradeRows } from './un-comtrade.js';
import { unIdealPointRows } from './un-ideal-points.js';
import { worldBankGdpRows } from './world-bank-gdp.js';

/** A data set that can be imported: file in, rows out. */
export interface Dataset {
  name: string;
  /** What it holds and in which columns, in a line. */
  describes: string;
  /**
   * @param codes a table of country codes that goes with the file; only BACI has one.
   * @throws BadInput naming file, line and what was expected.
   */
  rowsOf(text: string, file: string, codes?: NamedTable): Row[];
}

/** The data sets that `upperhand import` knows. */
export const DATASETS: readonly Dataset[] = [
  {
    name: 'baci',
    describes: 'goods trade, reconciled: t,i,j,k,v with --codes, or year,exporter,importer,value_kusd',
    rowsOf: baciRows,
  },
  {
    name: 'un-comtrade',
    describes: 'goods trade as each side reports it: RefYear,ReporterISO,FlowCode,PartnerISO,CmdCode,PrimaryValue',
    rowsOf: unComtradeRows,
  },
  {
    name: 'imf-trade',
    describes:
      'goods trade as each side reports it: Country Code,Indicator Code,Counterpart Country Code,Time Period,Value or SERIES_CODE and years',
    rowsOf: imfTradeRows,
  },
  {
    name: 'world-bank-gdp',
    describes: 'GDP: Country Code and a column for each year, Country Code,Year,Value or year,country,gdp_usd',
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
    name: 'un-agreement',
    describes: 'how often two vote alike in the UN General Assembly: ccode1,ccode2,year,agree',
    rowsOf: unAgreementRows,
  },
  {
    name: 'atop',
    describes: 'alliances: stateA,stateB,year,defense,offense,neutral,nonagg,consul',
    rowsOf: atopRows,
  },
  {
    name: 'alliances',
    describes: 'defence pacts of your own list: treaty,members,from,to,url',
    rowsOf: allianceRows,
  },
  {
    name: 'archigos',
    describes: 'leaders: obsid,ccode,leader,startdate,enddate,exit',
    rowsOf: archigosRows,
  },
  {
    name: 'ecb-rates',
    describes: 'exchange rates: Date and a column for each currency',
    rowsOf: ecbRateRows,
  },
  {
    name: 'figures',
    describes: 'any figures: measure,reporter,partner,from,to,value,unit,source,url,note',
    rowsOf: figureRows,
  },
];
