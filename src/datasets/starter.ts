import { knownText } from '../knowledge.js';
import { baciRows } from './baci.js';
import { cincRows } from './cinc.js';
import { pairRows } from './pair-rows.js';
import type { Row } from './row.js';
import { sipriArmsRows } from './sipri-arms.js';
import { unIdealPointRows } from './un-ideal-points.js';
import { worldBankGdpRows } from './world-bank-gdp.js';

/**
 * The rows that ship: goods trade, GDP and capabilities of some ninety economies, arms transfers and votes in the
 * United Nations of all states (data/rows/*.csv), and the checked facts of single pairs (data/rows/PAIR/). What they are made from is said at the head of each file and in NOTICE.
 */
export function starterRows(): Row[] {
  loaded ??= [
    ...shipped('trade-2023.csv', baciRows),
    ...shipped('gdp-2022.csv', worldBankGdpRows),
    ...shipped('gdp-2023.csv', worldBankGdpRows),
    ...shipped('capabilities.csv', cincRows),
    ...shipped('arms-2012-2021.csv', sipriArmsRows),
    ...shipped('un-ideal-points.csv', unIdealPointRows),
    ...pairRows(),
  ];
  return loaded;
}

let loaded: Row[] | null = null;

function shipped(name: string, rowsOf: (text: string, file: string) => Row[]): Row[] {
  return rowsOf(knownText(`rows/${name}`), `data/rows/${name}`);
}
