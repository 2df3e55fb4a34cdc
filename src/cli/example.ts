import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../desk.js';
import { packageRoot } from '../knowledge.js';

/** What a first visit is shown: the pair the product was made on, and an article of our own about it. */
export const EXAMPLE: Example = {
  pair: ['CHN', 'RUS'],
  article: { text: readFileSync(join(packageRoot, 'examples', 'guest-in-beijing.txt'), 'utf8') },
};
