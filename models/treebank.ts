import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A sentence of a treebank: words in order, heads from 0, the root's head -1. */
export interface TreebankSentence {
  /** The `# text` line. */
  text: string;
  /** Whether a paragraph or a document begins here. */
  opensParagraph: boolean;
  forms: string[];
  lemmas: string[];
  upos: string[];
  xpos: string[];
  heads: number[];
  relations: string[];
}

/** Reads a CoNLL-U file, gzipped if its name ends in .gz. Ranges of fused words and empty nodes are passed over. */
export function readTreebank(path: string): TreebankSentence[] {
  const bytes = readFileSync(path);
  const content = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return content
    .split(/\n\s*\n/)
    .map(readBlock)
    .filter(sentence => sentence.forms.length > 0);
}

function readBlock(block: string): TreebankSentence {
  const sentence: TreebankSentence = {
    text: '',
    opensParagraph: false,
    forms: [],
    lemmas: [],
    upos: [],
    xpos: [],
    heads: [],
    relations: [],
  };
  for (const line of block.split('\n')) {
    if (line.startsWith('# text = ')) sentence.text = line.slice(9);
    if (line.startsWith('# newdoc') || line.startsWith('# newpar')) sentence.opensParagraph = true;
    const cells = line.split('\t');
    if (cells.length < 8 || !/^\d+$/.test(cells[0]!)) continue;
    sentence.forms.push(cells[1]!);
    sentence.lemmas.push(cells[2]!);
    sentence.upos.push(cells[3]!);
    sentence.xpos.push(cells[4]!);
    sentence.heads.push(Number(cells[6]) - 1);
    sentence.relations.push(cells[7]!);
  }
  return sentence;
}
