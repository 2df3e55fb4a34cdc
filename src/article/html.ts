import { createRequire } from 'node:module';
import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { BadInput } from '../errors.js';
import type { PublicationDate } from '../reading.js';
import { type Article, articleFromText, type DocumentInput, publishedOn, UNKNOWN_DATE } from './article.js';

/** Elements that end a line of text. */
const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P ' +
    'PRE SECTION TABLE TD TH TR UL'
  ).split(' '),
);

/** Elements whose content is not text of the article. */
const UNREAD = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME FORM BUTTON NAV'.split(' '));

/** Pages larger than this hold more than one article, or something else. */
const LARGEST_PAGE = 20_000_000;

type PageReader = typeof import('linkedom');
type PageDocument = ReturnType<PageReader['parseHTML']>['document'];
type PageNode = Pick<PageDocument['documentElement'], 'childNodes'>;

/**
 * Makes an article of an HTML page or fragment: the main text by Readability, one paragraph a block, headed by the
 * title; title, publisher, address, language and date from the page's own metadata where the caller gives none.
 *
 * Nothing of the page is run, and nothing it refers to is fetched.
 *
 * @throws BadInput where the page is too large, nested too deeply, or holds no text.
 */
export function articleFromHtml(html: string, known: Omit<DocumentInput, 'text'> = {}): Article {
  if (html.length > LARGEST_PAGE)
    throw new BadInput(`the page is larger than ${LARGEST_PAGE / 1e6} million characters`);
  const page = withinTheStack(() => readPage(html));
  const title = known.title ?? page.title;
  const text = title && page.text.split('\n', 1)[0] !== title ? `${title}\n\n${page.text}` : page.text;
  const article = articleFromText({
    ...known,
    text,
    title,
    publisher: known.publisher ?? page.publisher,
    url: known.url ?? page.url,
    language: known.language ?? page.language,
  });
  return known.date ? article : { ...article, date: page.date };
}

/** Does this text look like HTML rather than prose? */
export function looksLikeHtml(text: string): boolean {
  return /^\s*(?:<!doctype\s+html|<html|<head|<body|<article|<\?xml[^>]{0,200}\?>\s*<!doctype\s+html)/i.test(
    text.slice(0, 2000),
  );
}

/** Loaded with the first page: it takes a quarter of a second, and most of what is read is no HTML. */
function parseHTML(html: string): ReturnType<PageReader['parseHTML']> {
  const { parseHTML: parse } = require('linkedom') as PageReader;
  return parse(html);
}

const require = createRequire(import.meta.url);

function readPage(html: string) {
  const whole = /<html[\s>]/i.test(html.slice(0, 5000)) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  const title =
    metadata(document, 'og:title') ?? clean(document.querySelector('h1')?.textContent) ?? clean(document.title);
  const found = {
    title,
    publisher: metadata(document, 'og:site_name'),
    url: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? metadata(document, 'og:url'),
    language: document.documentElement.getAttribute('lang') || null,
    date: publicationDate(document),
  };
  return { ...found, text: mainText(document) };
}

/** Readability removes what is not the article; of a page too short for it, the article or main element is read. */
function mainText(document: PageDocument): string {
  const body = document.querySelector('article, main') ?? document.querySelector('body') ?? document.documentElement;
  const everything = textOf(body);
  if (!isProbablyReaderable(document)) return everything;
  const content = new Readability(document, { charThreshold: 200 }).parse()?.content;
  if (!content) return everything;
  const main = textOf(parseHTML(`<!doctype html><html><body>${content}</body></html>`).document.documentElement);
  return main || everything;
}

/** The text of an element, blocks apart by an empty line, white space as a browser would show it. */
function textOf(root: PageNode): string {
  const lines: string[] = [];
  let line = '';
  const endLine = () => {
    const shown = line.replace(/\s+/g, ' ').trim();
    if (shown) lines.push(shown);
    line = '';
  };
  const walk = (node: PageNode) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) line += child.textContent;
      else if (child.nodeType === 1 && !UNREAD.has(child.nodeName.toUpperCase())) {
        const name = child.nodeName.toUpperCase();
        const block = BLOCKS.has(name);
        if (block || name === 'BR') endLine();
        walk(child as PageNode);
        if (block) endLine();
      }
    }
  };
  walk(root);
  endLine();
  return lines.join('\n\n');
}

function publicationDate(document: PageDocument): PublicationDate {
  const candidates = [
    metadata(document, 'article:published_time'),
    metadata(document, 'datePublished'),
    metadata(document, 'date'),
    metadata(document, 'dc.date'),
    linkedDataDate(document),
    document.querySelector('time[datetime]')?.getAttribute('datetime'),
  ];
  for (const candidate of candidates) {
    if (candidate && /^\d{4}-\d{2}-\d{2}/.test(candidate)) {
      try {
        return publishedOn(candidate, 'metadata');
      } catch {
        // A malformed date in the page is no reason not to read the page.
      }
    }
  }
  return UNKNOWN_DATE;
}

function linkedDataDate(document: PageDocument): string | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const date = /"datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2}[^"]{0,40})"/.exec(script.textContent ?? '')?.[1];
    if (date) return date;
  }
  return null;
}

function metadata(document: PageDocument, name: string): string | null {
  const element = document.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`);
  return clean(element?.getAttribute('content'));
}

function clean(text: string | null | undefined): string | null {
  return text?.replace(/\s+/g, ' ').trim() || null;
}

/** Deep nesting ends in an overflow of the stack, which is the page's fault and no reason to die. */
function withinTheStack<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput('the page is nested too deeply to be read');
    throw error;
  }
}
