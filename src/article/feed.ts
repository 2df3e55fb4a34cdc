import { BadInput } from '../errors.js';
import { type Article, articleFromText, publishedOn } from './article.js';
import { articleFromHtml } from './html.js';
import { type OpenElement, readXml } from './xml.js';

/** One item of a feed: its article, and its content as the feed carries it. */
export interface FeedItem {
  article: Article;
  container: 'text' | 'html';
  content: string;
}

interface RawItem {
  title: string;
  url: string;
  /** Days as written, the first that is one counts. */
  dates: string[];
  /** Summary and full text, where a feed carries both; the longest is read. */
  contents: { text: string; html: boolean }[];
}

/** A feed with more items is somebody's archive: split it. */
const MOST_ITEMS = 100_000;

/** Is this text a feed: RSS, RDF or Atom by its first element, JSON Feed by its version? */
export function looksLikeFeed(text: string): boolean {
  const head = text.slice(0, 4000);
  return /^\s*(?:<\?xml|<!--|<rss|<feed|<rdf:RDF)/i.test(head)
    ? /<(?:rss|feed|rdf:RDF)[\s>]/i.test(head)
    : /^\s*\{/.test(head) && /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version/.test(head);
}

/**
 * The articles of a feed (RSS, RDF, Atom or JSON Feed), one an item, each with its address, title, day and the feed's
 * name as its publisher. An item that cannot be read is given as its error, so that the rest goes on. Nothing is fetched.
 *
 * @throws BadInput where it is no feed, is nested too deeply, or holds no item.
 */
export function articlesFromFeed(text: string): (FeedItem | Error)[] {
  const { name, items } = /^\s*\{/.test(text) ? jsonFeed(text) : xmlFeed(text);
  if (items.length === 0) throw new BadInput('the feed holds no items');
  return items.map(item => {
    try {
      return articleOf(item, name);
    } catch (error) {
      if (error instanceof BadInput) return error;
      throw error;
    }
  });
}

function articleOf(item: RawItem, publisher: string | null): FeedItem {
  const title = item.title.replace(/\s+/g, ' ').trim() || null;
  const { text, html } = item.contents.reduce(
    (longest, one) => (one.text.length > longest.text.length ? one : longest),
    {
      text: title ?? '',
      html: false,
    },
  );
  const known = { title, url: item.url.trim() || null, publisher };
  const container = html ? 'html' : 'text';
  const article = html ? articleFromHtml(text, known) : articleFromText({ ...known, text });
  const day = item.dates.map(dayOf).find(found => found !== null);
  return { article: day ? { ...article, date: publishedOn(day, 'metadata') } : article, container, content: text };
}

const DATES = new Set(['pubDate', 'published', 'issued', 'date', 'date_published']);
const CHANGED = new Set(['updated', 'modified']);
const CONTENTS = new Set(['description', 'summary', 'content', 'encoded']);

function xmlFeed(xml: string): { name: string | null; items: RawItem[] } {
  const items: RawItem[] = [];
  let name = '';
  let item: RawItem | null = null;
  /** Where the item's own elements begin, and what the one that is open holds. */
  let depth = 0;
  let held = '';
  const isField = (path: readonly OpenElement[]) => item !== null && path.length === depth + 1;
  readXml(xml, {
    opened(element, path) {
      if (!item && (element.name === 'item' || element.name === 'entry')) {
        if (items.length >= MOST_ITEMS) throw new BadInput(`the feed holds more than ${MOST_ITEMS} items; split it`);
        item = { title: '', url: '', dates: [], contents: [] };
        items.push(item);
        depth = path.length;
      } else if (isField(path)) {
        held = '';
        const { rel, href } = element.attributes;
        if (element.name === 'link' && href && (!rel || rel === 'alternate') && item) item.url ||= href;
      } else if (item) held += `<${element.name}>`;
    },
    text(text, path) {
      if (item && path.length > depth + 1) held += isXhtml(path[depth + 1]) ? escaped(text) : text;
      else if (!item && path.at(-1)?.name === 'title' && path.length <= 3) name += text;
    },
    closed(element, path) {
      if (!item) return;
      if (path.length === depth) item = null;
      else if (!isField(path)) held += `</${element.name}>`;
      else if (element.name === 'title') item.title ||= held;
      else if (element.name === 'link') item.url ||= held;
      else if (DATES.has(element.name)) item.dates.unshift(held);
      else if (CHANGED.has(element.name)) item.dates.push(held);
      else if (CONTENTS.has(element.name) && element.attributes.src === undefined) {
        item.contents.push({ text: held, html: /<[a-z!/]/i.test(held) && element.attributes.type !== 'text' });
      }
    },
  });
  return { name: name.replace(/\s+/g, ' ').trim() || null, items };
}

function isXhtml(element: OpenElement | undefined): boolean {
  return element?.attributes.type === 'xhtml';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function jsonFeed(json: string): { name: string | null; items: RawItem[] } {
  const feed = parsed(json) as { title?: unknown; items?: unknown };
  if (!Array.isArray(feed.items)) throw new BadInput('the feed holds no list of items');
  const items = feed.items.slice(0, MOST_ITEMS).map((value: unknown): RawItem => {
    const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
    const text = (field: string) => (typeof fields[field] === 'string' ? (fields[field] as string) : '');
    return {
      title: text('title'),
      url: text('url') || text('external_url'),
      dates: [text('date_published'), text('date_modified')],
      contents: [
        { text: text('content_html'), html: true },
        { text: text('content_text') || text('summary'), html: false },
      ],
    };
  });
  return { name: typeof feed.title === 'string' ? feed.title : null, items };
}

function parsed(json: string): object {
  try {
    return Object(JSON.parse(json)) as object;
  } catch {
    throw new BadInput('the feed is not JSON');
  }
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The day of `2023-03-21T09:00:00Z` or `Tue, 21 Mar 2023 09:00:00 GMT` as written, or `null`. */
function dayOf(date: string): string | null {
  const text = date.trim().slice(0, 60);
  const written = /^(?:[a-z]{3,9}, ?)?(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})\b/i.exec(text);
  const month = written ? MONTHS.indexOf(written[2]!.toLowerCase()) + 1 : 0;
  const day =
    written && month ? `${written[3]}-${String(month).padStart(2, '0')}-${written[1]!.padStart(2, '0')}` : text;
  try {
    return publishedOn(day, 'metadata').value;
  } catch {
    return null;
  }
}
