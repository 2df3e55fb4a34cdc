import { nameInSentence } from '../actors/name-in-sentence.js';
import { type CriticalGoods, criticalGoodsList, importsOfChapter } from '../datasets/critical-goods.js';
import type { FigureRow } from '../datasets/row.js';
import type { Country } from '../reading.js';
import { figuresIn, yearsOf } from './figures.js';
import { type Lever, type LeverKind, measured, missing, type Question, rowRef, shareLead } from './lever.js';

const KIND: LeverKind = {
  id: 'critical-goods',
  label: 'Critical goods and energy',
  group: 'economy',
  needs:
    'imports of fuels, cereals, ores or other critical goods by both countries, from each other and from the world',
};

/** At a tenth of the imports of a critical good for both together, x counts for half. */
const HALF_STAKE = 10;

/**
 * Who depends on the other for what cannot soon be bought elsewhere: of each critical good (data/datasets/
 * critical-goods.csv), the share of a side’s imports that comes from the other, and of these shares the mean of the goods
 * of which both sides’ imports are known (Hirschman 1945; Farrell and Newman 2019 on chokepoints). The side that depends
 * less has the better of it.
 *
 * a, b: percent of own imports. Interval: each good alone, the least and the most favourable.
 *
 * Limits: a chapter holds both what is scarce and what is not; a seller that has no other buyer is bound as well.
 */
export function criticalGoods(question: Question): Lever {
  const found = latest(question);
  if (!found) return missing(KIND);
  const goods = found.map(({ chapter, rows }) => ({
    chapter,
    rows,
    mine: (100 * rows.mine.from.value) / rows.mine.all.value,
    theirs: (100 * rows.theirs.from.value) / rows.theirs.all.value,
  }));
  const mean = (of: (good: (typeof goods)[number]) => number) =>
    goods.reduce((sum, good) => sum + of(good), 0) / goods.length;
  const [mine, theirs] = [mean(good => good.mine), mean(good => good.theirs)];
  return measured(KIND, {
    x: shareLead(theirs, mine),
    others: goods.map(good => shareLead(good.theirs, good.mine)),
    stake: mine + theirs,
    halfStake: HALF_STAKE,
    a: mine,
    b: theirs,
    unit: 'percent of imports of critical goods',
    source: goods[0]!.rows.mine.from.source,
    evidence: goods.flatMap(({ chapter, rows }) =>
      [rows.mine.from, rows.theirs.from].map(row =>
        rowRef(
          row,
          `Imports of ${chapter.goods} by ${nameInSentence(row.reporter)} from ${nameInSentence(row.partner!)}, ${row.from.slice(0, 4)}`,
        ),
      ),
    ),
    explanation:
      'What each buys of critical goods from the other, of all it imports of them: the side that depends less can wait longer.',
  });
}

interface Imports {
  from: FigureRow;
  all: FigureRow;
}

interface Good {
  chapter: CriticalGoods;
  rows: { mine: Imports; theirs: Imports };
}

/** The goods of which both sides’ imports are known, in the latest year with any. */
function latest(question: Question): Good[] | null {
  const chapters = criticalGoodsList();
  const years = new Set(chapters.flatMap(({ chapter }) => yearsOf(question, { measure: importsOfChapter(chapter) })));
  for (const year of [...years].sort((one, other) => other - one)) {
    const goods = chapters.flatMap(chapter => {
      const mine = importsOf(question, year, chapter.chapter, question.a, question.b);
      const theirs = importsOf(question, year, chapter.chapter, question.b, question.a);
      return mine && theirs ? [{ chapter, rows: { mine, theirs } }] : [];
    });
    if (goods.length) return goods;
  }
  return null;
}

function importsOf(question: Question, year: number, chapter: string, by: Country, from: Country): Imports | null {
  const rows = figuresIn(question, year, { measure: importsOfChapter(chapter) }).filter(
    ({ reporter }) => reporter === by,
  );
  const [part, all] = [rows.find(row => row.partner === from), rows.find(row => row.partner === null)];
  return part && all && all.value > 0 ? { from: part, all } : null;
}
