import { knownTable } from '../knowledge.js';

/** A chapter of the Harmonized System that a country cannot soon do without, and its name in a sentence. */
export interface CriticalGoods {
  chapter: string;
  goods: string;
}

/** The goods of data/datasets/critical-goods.csv. */
export function criticalGoodsList(): CriticalGoods[] {
  goods ??= knownTable('datasets/critical-goods.csv').map(row => ({ chapter: row.chapter!, goods: row.goods! }));
  return goods;
}

let goods: CriticalGoods[] | null = null;

export function criticalChapters(): string[] {
  return criticalGoodsList().map(({ chapter }) => chapter);
}

/** What the imports of a chapter, or of a finer code, are called as a measure. */
export function importsOfChapter(code: string): string {
  return `goods imports, HS ${code}`;
}
