import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type ArticleFound, articlesFromBytes } from '../../src/article/container.js';
import { BadInput } from '../../src/errors.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const found = (content: Uint8Array | string) =>
  articlesFromBytes(typeof content === 'string' ? bytes(content) : content, 'file') as ArticleFound[];
const paragraph = (text: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const word = (body: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`), ...more });

describe('a Word file', () => {
  test('gives headings, paragraphs and notes in order, with title and day of its properties', () => {
    const file = word(
      `${paragraph('Talks in Oslo', 'Heading1')}${paragraph('Norway &amp; Chile <w:t>')}<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:t>kept</w:t><w:tab/><w:t>too</w:t></w:r></w:p>`.replace(
        ' <w:t>',
        '',
      ),
      {
        'word/footnotes.xml': strToU8(`<w:footnotes>${paragraph('A note.')}</w:footnotes>`),
        'docProps/core.xml': strToU8(
          '<c><dc:title>Oslo</dc:title><dcterms:created>2023-03-21T09:00:00Z</dcterms:created></c>',
        ),
      },
    );
    const [{ article, container }] = found(file) as [ArticleFound];
    expect(container).toBe('word');
    expect(article.text).toBe('Talks in Oslo\n\nNorway & Chile\n\nkept too\n\nA note.');
    expect(article).toMatchObject({ title: 'Oslo', date: { value: '2023-03-21', basis: 'metadata' } });
  });

  test.each<[string, Uint8Array]>([
    ['is another archive', zipSync({ 'a.txt': strToU8('x') })],
    ['unpacks to far more than it is', word('<w:p/>'.repeat(2_000_000))],
    ['is nested too deeply', word('<w:p>'.repeat(5000))],
    ['has no text', word('')],
    ['is cut off', word(paragraph('text')).subarray(0, 60)],
    ['is only a mark', Uint8Array.of(0x50, 0x4b, 3, 4)],
    ['names parts outside', zipSync({ '../../word/document.xml': strToU8(paragraph('text')) })],
    ['is not in UTF-8', zipSync({ 'word/document.xml': Uint8Array.of(0xc3, 0x28, 0xff) })],
    [
      'has too many parts',
      zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`p${i}`, new Uint8Array(0)]))),
    ],
  ])('that %s is told in one line', (_, file) => {
    expect(() => found(file)).toThrow(BadInput);
    expect(() => found(file)).toThrow(/^file: [^\n]+$/);
  });

  test('expands no entity that it declares', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><w:document>${paragraph('Here: &b; &f;')}</w:document>`;
    const [{ article }] = found(zipSync({ 'word/document.xml': strToU8(bomb) })) as [ArticleFound];
    expect(article.text).toBe('Here: &b; &f;');
  });
});

describe('a feed gives one article an item', () => {
  const rss = (items: string) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>The Wire</title>${items}</channel></rss>`;
  test.each([
    [
      'RSS',
      rss(
        '<item><title>Talks</title><link>https://wire.example/1</link><pubDate>Tue, 21 Mar 2023 23:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[<p>Norway met Chile in Oslo.</p>]]></content:encoded></item>',
      ),
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Wire</title><entry><title>Talks</title><link rel="self" href="https://no.example"/><link href="https://wire.example/1"/><updated>2023-03-25T00:00:00Z</updated><published>2023-03-21T23:00:00Z</published><content type="xhtml"><div><p>Norway met Chile in Oslo.</p></div></content></entry></feed>',
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'The Wire',
        items: [
          {
            id: '1',
            url: 'https://wire.example/1',
            title: 'Talks',
            date_published: '2023-03-21T23:00:00Z',
            content_html: '<p>Norway met Chile in Oslo.</p>',
          },
        ],
      }),
    ],
  ])('%s', (_, feed) => {
    const items = found(feed);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ name: 'file:1', container: 'html' });
    expect(items[0]!.article).toMatchObject({
      text: 'Talks\n\nNorway met Chile in Oslo.',
      title: 'Talks',
      publisher: 'The Wire',
      url: 'https://wire.example/1',
      date: { value: '2023-03-21' },
    });
  });

  test('an item without words is told, the rest is read', () => {
    const items = articlesFromBytes(
      bytes(rss('<item/><item><description>Norway met Chile.</description></item>')),
      'f',
    );
    expect(items.map(item => 'error' in item)).toEqual([true, false]);
  });

  test.each([
    ['without items', rss('')],
    ['nested too deeply', rss('<item>'.repeat(5000))],
    ['cut off in JSON', '{"version": "https://jsonfeed.org/version/1", "items": ['],
  ])('one %s is told in one line', (_, feed) => {
    expect(() => found(feed)).toThrow(/^file: [^\n]+$/);
  });
});
