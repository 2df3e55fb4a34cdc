import { knownText } from '../knowledge.js';
import { allianceRows } from './alliances.js';
import { goodsRow } from './baci.js';
import { type RowOfCell, rowsByYear } from './by-year.js';
import { capabilityRow } from './cinc.js';
import { exchangeRateRow } from './exchange-rates.js';
import { figureRows } from './figures.js';
import { pairRows } from './pair-rows.js';
import type { Row } from './row.js';
import { seatRows } from './seats.js';
import { armsRow } from './sipri-arms.js';
import { idealPointRow } from './un-ideal-points.js';
import { gdpRow } from './world-bank-gdp.js';

/**
 * The rows that ship: goods trade of 2023, and over the years since 1990 GDP and capabilities of some ninety economies,
 * arms transfers and votes in the United Nations of all states, exchange rates of 22 currencies, defence pacts, seats and requests for them, debts of one state
 * to another (data/rows/*.csv), and the checked facts of single pairs (data/rows/PAIR/). What they are made from is said at the head of each file and in NOTICE.
 */
export function starterRows(): Row[] {
  loaded ??= [
    ...shipped('trade.csv', goodsRow),
    ...shipped('gdp.csv', gdpRow),
    ...shipped('capabilities.csv', capabilityRow),
    ...shipped('arms.csv', armsRow),
    ...shipped('un-ideal-points.csv', idealPointRow),
    ...allianceRows(knownText('rows/alliances.csv'), 'data/rows/alliances.csv'),
    ...seatRows(),
    ...figuresOf('credit.csv'),
    ...figuresOf('reported-trade.csv'),
    ...figuresOf('reference-rates.csv'),
    ...shipped('exchange-rates.csv', exchangeRateRow),
    ...pairRows(),
  ];
  return loaded;
}

let loaded: Row[] | null = null;

function figuresOf(name: string): Row[] {
  return figureRows(knownText(`rows/${name}`), `data/rows/${name}`);
}

function shipped(name: string, rowOf: RowOfCell): Row[] {
  return rowsByYear(knownText(`rows/${name}`), `data/rows/${name}`, rowOf);
}
