/** What a reading process does (reading-process.ts): everything that looks into what somebody else wrote. */
import { type Article, articleFromText, type DocumentInput } from '../article/article.js';
import { type ArticleFound, articleFromBytes, articlesFromBytes, named } from '../article/container.js';
import { explainActions } from '../claims/action.js';
import { toConllu } from '../language/conllu.js';
import { parseSentences } from '../language/parse.js';
import { annotate, readArticle } from '../read.js';
import type { Reading } from '../reading.js';
import { articleOfLine } from './line.js';
import { textOfPrinted } from './pdf.js';

/** A file, or a line of one, on its way to a reading process. */
export interface FileToOpen {
  name: string;
  bytes: Uint8Array;
  format: 'auto' | 'text' | 'html' | 'line';
  known: Omit<DocumentInput, 'text'>;
  /** Of a PDF file, what `pdftotext` printed. */
  printed: string | null;
}

/** An article that came out of a file; `original` is `null` where it is the whole file. */
export type Opened = Omit<ArticleFound, 'original'> & { original: Uint8Array | null };

/** The tasks by name. Each takes and gives plain values, which travel between processes. */
export const TASKS = {
  open(file: FileToOpen): (Opened | { name: string; fault: string })[] {
    const { name, bytes, format, known, printed } = file;
    if (format === 'line') return [{ ...articleOfLine(Buffer.from(bytes).toString(), name), name }];
    if (printed !== null) {
      const article = named(name, () => articleFromText({ ...known, text: textOfPrinted(printed) }));
      return [{ name, original: null, container: 'pdf', article }];
    }
    const found =
      format === 'auto'
        ? articlesFromBytes(bytes, name, known)
        : [{ name, original: bytes, ...articleFromBytes(bytes, name, known, format) }];
    return found.map(one => {
      if ('error' in one) return { name: one.name, fault: one.error.message };
      return one.original === bytes ? { ...one, original: null } : one;
    });
  },
  read(article: Article): Reading {
    return readArticle(article);
  },
  explain(article: Article): ReturnType<typeof explainActions> {
    return explainActions(annotate(article));
  },
  parse(article: Article): string {
    return toConllu(parseSentences(article.text));
  },
};

export type Tasks = typeof TASKS;
