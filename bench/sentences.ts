/** Sentences labelled in plain text, for what is kept apart: test/actions/kept-apart/news.txt tells the notation. */
import { readFileSync } from 'node:fs';
import type { Label, Labelled } from './labelled.js';

/** The day on which all sentences are read. */
const DAY = '2024-03-20';

/** Reads the sentences of a file with their labelled deeds; a label whose words the sentence lacks is an error. */
export function labelledSentences(path: string): Labelled[] {
  const items: Labelled[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (!line.trim() || line.startsWith('#')) continue;
    const last = items.at(-1);
    if (line.includes(' | ') && last) last.actions!.push(labelOf(line, last.text));
    else items.push({ id: `news-${items.length + 1}`, text: line.trim(), date: DAY, actions: [] });
  }
  return items;
}

function labelOf(line: string, sentence: string): Label {
  const [marked, types, pair, status = 'happened'] = line.split('|').map(part => part.trim()) as [
    string,
    string,
    string,
  ];
  const main = marked.startsWith('* ');
  const words = main ? marked.slice(2) : marked;
  const start = sentence.indexOf(words);
  if (start < 0) throw new Error(`no "${words}" in "${sentence}"`);
  const [left, right] = pair.split(/[>~]/, 2).map(side => side.split('+').filter(country => country !== '?'));
  const all = pair.includes('~') ? pair.split('~') : null;
  const [type, of = null] = types.split(':') as [string, string?];
  return {
    trigger: [start, start + words.length],
    type,
    of,
    source: all ?? left!,
    target: all ?? right!,
    modality: status.replace('not ', ''),
    negated: status.startsWith('not '),
    main,
  };
}
