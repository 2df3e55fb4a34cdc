import { countWords } from '../count-words.js';

/** What became of everything that `add` was given. */
export interface AddReport {
  added: number;
  /** In the record already. */
  known: number;
  /** Told with their reasons, a line each. */
  failed: number;
  /** What was in folders and is no article, by kind. */
  passedOver: Map<string, number>;
}

/** `3 articles added, 2 already kept, 1 not kept (see above); passed over: 4 .png, 2 links`. */
export function reportText({ added, known, failed, passedOver }: AddReport): string {
  const counts = [
    `${countWords(added, 'article')} added`,
    known > 0 && `${known.toLocaleString('en-US')} already kept`,
    failed > 0 && `${failed.toLocaleString('en-US')} not kept, for the reasons above`,
  ];
  const others = [...passedOver]
    .sort(([one, ofOne], [other, ofOther]) => ofOther - ofOne || (one < other ? -1 : 1))
    .map(([kind, count]) => `${count.toLocaleString('en-US')} ${kind}`);
  const over = others.length > 0 ? `; passed over in folders: ${others.join(', ')}` : '';
  return `${counts.filter(Boolean).join(', ')}${over}`;
}
