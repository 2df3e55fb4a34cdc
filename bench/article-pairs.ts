/** The pairs of test/record/kept-apart/copies.txt, and more that are made of them: cut, edited and paired across stories. */

import { randomNumbers } from '../src/balance/random.js';

export interface ArticlePair {
  story: string;
  how: string;
  one: string;
  other: string;
  isCopy: boolean;
  /** Every other story is open: its misses may be looked at. */
  isOpen: boolean;
}

/** All pairs: those of the file, copies made of each story's first text, and first texts of different stories. */
export function articlePairs(written: string): ArticlePair[] {
  const stories = written.split(/\n(?== )/).filter(part => part.startsWith('= '));
  const firsts = stories.map(story => bodyOf(story.split('\n\n')[0]!));
  return stories.flatMap((story, at) => {
    const blocks = story.trim().split('\n\n');
    const own = { story: blocks[0]!.split('\n')[0]!.slice(2), one: firsts[at]!, isOpen: at % 2 === 0 };
    const labelled = blocks.slice(1).map(block => ({
      ...{ ...own, how: block.split('\n')[0]!, other: bodyOf(block), isCopy: block.startsWith('+') },
    }));
    const made = madeCopies(own.one, at + 1).map(copy => ({ ...own, ...copy, isCopy: true }));
    const next = { ...own, how: 'another story', other: firsts[(at + 1) % firsts.length]!, isCopy: false };
    return [...labelled, ...made, next];
  });
}

function bodyOf(block: string): string {
  return block.split('\n').slice(1).join('\n');
}

/** What desks do to an agency's text, drawn by a seed. */
function madeCopies(text: string, seed: number): { how: string; other: string }[] {
  const random = randomNumbers(seed);
  const sentences = text.split(/(?<=[.!?]) /);
  const half = sentences.slice(0, Math.ceil(sentences.length / 2)).join(' ');
  const dropped = Math.floor(random() * sentences.length);
  const words = text.split(' ');
  const edited = words.filter(word => !/^[a-z]+$/.test(word) || random() > 0.06).join(' ');
  const swapped = words.map(word => (/^[a-z]{4,}$/.test(word) && random() < 0.08 ? 'otherwise' : word)).join(' ');
  return [
    { how: 'the second half cut', other: half },
    { how: 'one sentence dropped', other: sentences.filter((_, i) => i !== dropped).join(' ') },
    { how: 'small words dropped', other: edited },
    { how: 'one word in twelve exchanged', other: swapped },
  ];
}
