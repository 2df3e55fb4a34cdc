/** Which files a user's words name: files, folders with all that is in them, and patterns the shell did not expand. */
import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { BadInput } from '../errors.js';

/** What of a folder is read; a file that is named itself is read whatever it is called. */
const ARTICLE_FILES = new Set(
  '.txt .text .md .html .htm .xhtml .xml .rss .atom .json .jsonl .ndjson .docx .pdf'.split(' '),
);

/** What some words name. */
export interface FilesNamed {
  files: string[];
  /** What was in folders and is not read, by kind: how many there are. */
  passedOver: Map<string, number>;
}

/**
 * The files that some words name, in order. A folder stands for the articles in it and its folders, a pattern (`*`, `?`,
 * and `**` for folders between) for the files it fits. Links and hidden files of a folder are passed over, so that
 * nothing outside it is read. A word that names nothing stays, to be told as missing; without a word, standard input (`-`).
 *
 * @throws BadInput where a folder that is named may not be read.
 */
export function filesNamed(words: string[]): FilesNamed {
  const passedOver = new Map<string, number>();
  const pass = (kind: string) => passedOver.set(kind, (passedOver.get(kind) ?? 0) + 1);
  const named = (word: string): string[] => {
    if (word === '-') return [word];
    if (existsSync(word)) {
      if (!statSync(word).isDirectory()) return [word];
      const found = filesBelow(word, entriesOf(word), pass).filter(file => {
        if (!isArticleFile(file)) pass(extname(file).toLowerCase() || 'without an ending');
        return isArticleFile(file);
      });
      return found.length > 0 ? found : [word];
    }
    if (!/[*?]/.test(word)) return [word];
    const parts = word.split('/');
    const first = parts.findIndex(part => /[*?]/.test(part));
    const base = parts.slice(0, first).join('/') || (word.startsWith('/') ? '/' : '.');
    if (!existsSync(base)) return [word];
    const pattern = parts.slice(first);
    const levels = pattern.includes('**') ? undefined : pattern.length;
    const found = filesBelow(base, entriesOf(base), () => undefined, levels).filter(file =>
      fits(file.slice(base === '.' ? 0 : join(base, '/').length).split('/'), pattern),
    );
    return found.length > 0 ? found : [word];
  };
  return { files: (words.length > 0 ? words : ['-']).flatMap(named), passedOver };
}

function isArticleFile(file: string): boolean {
  return ARTICLE_FILES.has(extname(file).toLowerCase());
}

/**
 * @param pass is told what is not looked at.
 * @param levels how many levels of folders are looked into; default: all.
 */
function filesBelow(
  folder: string,
  entries: Dirent[],
  pass: (kind: string) => void,
  levels = Number.POSITIVE_INFINITY,
): string[] {
  entries.sort((x, y) => (x.name < y.name ? -1 : 1));
  return entries.flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) pass('hidden');
    else if (entry.isFile()) return [path];
    else if (!entry.isDirectory()) pass(entry.isSymbolicLink() ? 'links' : 'no files');
    else if (levels > 1) {
      try {
        return filesBelow(path, entriesOf(path), pass, levels - 1);
      } catch (error) {
        if (!(error instanceof BadInput)) throw error;
        pass('folders that cannot be read');
      }
    }
    return [];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw new BadInput(`${folder}: the folder cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function fits(path: string[], pattern: string[]): boolean {
  const [part, ...rest] = pattern;
  if (part === undefined) return path.length === 0;
  if (part === '**') return fits(path, rest) || (path.length > 0 && fits(path.slice(1), pattern));
  return path.length > 0 && fitsName(path[0]!, part) && fits(path.slice(1), rest);
}

/** Goes back to the last `*` alone, so that it takes at most name times pattern steps. */
function fitsName(name: string, pattern: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let after = 0;
  while (at < name.length) {
    if (pattern[inPattern] === '*') {
      star = inPattern++;
      after = at;
    } else if (pattern[inPattern] === '?' || pattern[inPattern] === name[at]) {
      inPattern++;
      at++;
    } else if (star >= 0) {
      inPattern = star + 1;
      at = ++after;
    } else return false;
  }
  while (pattern[inPattern] === '*') inPattern++;
  return inPattern === pattern.length;
}
