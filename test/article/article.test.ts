import { expect, test } from 'vitest';
import { articleFromText, publishedOn } from '../../src/article/article.js';
import { articleFromBytes } from '../../src/article/container.js';
import { articleFromHtml } from '../../src/article/html.js';
import { BadInput } from '../../src/errors.js';

const bytes = (text: string) => new TextEncoder().encode(text);

test('the text stays as it was, with its hash over UTF-8', () => {
  const text = 'Минск — “дорогой друг”\r\n\r\nThe two sides met.  \n';
  const article = articleFromText({ text });
  expect(article.text).toBe(text);
  expect(article.length).toBe(text.length);
  // computed with Python's hashlib
  expect(article.sha256).toBe('9e3f6e917fc5b0eb51c0729bdbf5cfd8ff73a8164f2d625bdee084c6e53c133f');
  expect(article.id).toBe(article.sha256.slice(0, 16));
});

test.each([
  ['Xi arrives in Moscow\n\nXi Jinping landed on Monday.', 'Xi arrives in Moscow'],
  [
    'Xi arrives in Moscow\nXi Jinping landed on Monday and was met at the airport by a minister.',
    'Xi arrives in Moscow',
  ],
  ['Xi Jinping landed on Monday.\n\nHe met Putin.', null],
  ['Xi Jinping landed on Monday.', null],
])('headline of %j', (text, title) => {
  expect(articleFromText({ text }).title).toBe(title);
});

test('a given date is a day, taken as written', () => {
  expect(publishedOn('2023-03-18T23:30:00-05:00', 'given').value).toBe('2023-03-18');
  for (const none of ['18 March', '2023-13-01', '2023-02-30', '2023']) {
    expect(() => publishedOn(none, 'given'), none).toThrow(BadInput);
  }
});

test('a page gives its main text, title and metadata; its scripts and menus stay out', () => {
  const paragraphs = Array.from(
    { length: 6 },
    (_, i) => `<p>Paragraph ${i}: the two ministers met in Ankara and spoke at length about grain.</p>`,
  );
  const article = articleFromHtml(`<!doctype html><html lang="en"><head><title>Grain talks | The Daily</title>
    <meta property="og:title" content="Grain talks resume"><meta property="og:site_name" content="The Daily">
    <meta property="article:published_time" content="2022-07-13T08:00:00Z"><link rel="canonical" href="https://daily.example/grain"></head>
    <body><nav><a href="/">Home</a></nav><article><h1>Grain talks resume</h1>${paragraphs.join('')}</article>
    <script>document.write("<p>evil</p>")</script></body></html>`);
  expect(article).toMatchObject({
    title: 'Grain talks resume',
    publisher: 'The Daily',
    url: 'https://daily.example/grain',
    language: 'en',
  });
  expect(article.date).toEqual({
    value: '2022-07-13',
    earliest: '2022-07-13',
    latest: '2022-07-13',
    basis: 'metadata',
  });
  expect(article.text).toMatch(/^Grain talks resume\n\nParagraph 0: the two ministers met/);
  expect(article.text).not.toMatch(/evil|Home/);
});

test('a fragment without a head is read whole', () => {
  expect(articleFromHtml('<p>Kyiv said <b>no</b>.</p><ul><li>One</li><li>Two</li></ul>').text).toBe(
    'Kyiv said no.\n\nOne\n\nTwo',
  );
});

test('a given date beats the page’s own', () => {
  const page = '<html><head><meta name="date" content="2020-01-01"></head><body><p>They met.</p></body></html>';
  expect(articleFromHtml(page, { date: '2021-02-03' }).date).toMatchObject({ value: '2021-02-03', basis: 'given' });
});

test.each([
  ['an empty file', new Uint8Array(), /empty/],
  ['white space', bytes(' \n\t'), /empty/],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), /binary/],
  ['Latin-1', new Uint8Array([0x4d, 0xfc, 0x6e, 0x63, 0x68, 0x65, 0x6e]), /UTF-8/],
])('%s is bad input, in one line', (_, content, why) => {
  expect(() => articleFromBytes(content, 'file.txt')).toThrow(BadInput);
  expect(() => articleFromBytes(content, 'file.txt')).toThrow(why);
  expect(() => articleFromBytes(content, 'file.txt')).toThrow(/^file\.txt: [^\n]+$/);
});

test('UTF-16 with its mark is text', () => {
  const { article } = articleFromBytes(Buffer.from('\ufeffXi met Putin.', 'utf16le'), 'file.txt');
  expect(article.text).toBe('Xi met Putin.');
});

test('a page nested beyond reason is refused, not fatal', () => {
  const page = `<html><body>${'<div>'.repeat(60_000)}They met.</body></html>`;
  expect(() => articleFromHtml(page)).toThrow(/nested too deeply/);
});
