/** Word files and other archives; test/article/containers.test.ts holds those that say what a Word file is. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import { type ArticleRow, GOOD } from '../row.js';

const DOCUMENT = 'word/document.xml';
const paragraph = `<w:p><w:r><w:t>${GOOD}</w:t></w:r></w:p>`;
const xml = (body: string, before = '') => strToU8(`${before}<w:document><w:body>${body}</w:body></w:document>`);
const word = (body = paragraph, more: Zippable = {}, before = '') =>
  zipSync({ [DOCUMENT]: xml(body, before), ...more });

/** The file with a number changed in the directory at its end (little-endian, `offset` bytes into the first entry). */
function withDirectory(file: Uint8Array, offset: number, bytes: number[], signature = [0x50, 0x4b, 1, 2]): Uint8Array {
  const changed = file.slice();
  const start = Buffer.from(changed.buffer).indexOf(Buffer.from(signature));
  changed.set(bytes, start + offset);
  return changed;
}

/** A file in which the same name stands twice: the second is written under a name as long, then renamed. */
function twice(first: string, second: string): Uint8Array {
  const file = Buffer.from(zipSync({ [DOCUMENT]: xml(first), 'word/documenx.xml': xml(second) }));
  for (let at = file.indexOf('documenx'); at >= 0; at = file.indexOf('documenx')) file.write('document', at);
  return file;
}

export const WORD_FILES: ArticleRow[] = [
  ['a part of 60 MB of nothing', () => word(`<w:p/>${' '.repeat(60_000_000)}`), 'refused: larger than 50 MB unpacked'],
  [
    'notes that unpack to far more than they are',
    () => word(paragraph, { 'word/footnotes.xml': strToU8(' '.repeat(20_000_000)) }),
    'refused: unpacks to more than 250 times',
  ],
  [
    'a bomb in a part that is not read',
    () => word(paragraph, { 'word/media/a.bin': new Uint8Array(60_000_000) }),
    'read: 1',
  ],
  ['an archive in the archive', word(paragraph, { 'word/embeddings/a.docx': word() }), 'read: 1'],
  ['an archive in place of the document', zipSync({ [DOCUMENT]: word() }), 'refused: damaged'],
  [
    'parts with a way out of the folder',
    word(paragraph, { '../../escaped.txt': strToU8('x'), '../../../etc/passwd': strToU8('x') }),
    'read: 1',
  ],
  [
    'parts with absolute names',
    word(paragraph, { '/tmp/escaped.txt': strToU8('x'), 'C:\\escaped.txt': strToU8('x') }),
    'read: 1',
  ],
  ['the document by an absolute name alone', zipSync({ [`/${DOCUMENT}`]: xml(paragraph) }), 'refused: no Word file'],
  [
    'the document by a name in capitals',
    zipSync({ [DOCUMENT.toUpperCase()]: xml(paragraph) }),
    'refused: no Word file',
  ],
  [
    'parts called __proto__ and constructor',
    word(paragraph, { '__proto__/x': strToU8('x'), constructor: strToU8('x') }),
    'read: 1',
  ],
  ['the document twice', twice(paragraph, paragraph.replace('Oslo', 'Lima')), 'refused: twice'],
  ['a name with control characters', word(paragraph, { '\u001b[2J\n': strToU8('x') }), 'read: 1'],
  ['a name of 60,000 characters', () => word(paragraph, { ['x'.repeat(60_000)]: strToU8('x') }), 'read: 1'],
  ['the flag of encryption', withDirectory(word(), 8, [1, 0]), 'refused: locked by a password'],
  ['a wrong checksum', withDirectory(word(), 16, [1, 2, 3, 4]), 'refused: damaged'],
  ['a method of packing that is not known', withDirectory(word(), 10, [99, 0]), 'refused: damaged'],
  ['a size that is too small', withDirectory(word(), 24, [9, 0, 0, 0]), 'refused: cut off'],
  ['a size that is too large', withDirectory(word(), 24, [0, 0, 0, 0x7f]), 'refused: larger than 50 MB'],
  ['a place beyond the end of the file', withDirectory(word(), 42, [0xff, 0xff, 0xff, 0x0f]), 'refused: cut off'],
  ['a directory of more entries than there are', withDirectory(word(), 10, [9, 0], [0x50, 0x4b, 5, 6]), 'read: 1'],
  [
    'a directory beyond the end of the file',
    withDirectory(word(), 16, [0xff, 0xff, 0xff, 0x0f], [0x50, 0x4b, 5, 6]),
    'refused: no Word file',
  ],
  ['rubbish behind the end', () => Buffer.concat([word(), Buffer.from('x'.repeat(50_000))]), 'read: 1'],
  ['a megabyte of rubbish behind the end', () => Buffer.concat([word(), Buffer.alloc(1_000_000)]), 'refused: damaged'],
  ['all cut but the directory', word().subarray(-80), 'refused'],
  ['each second byte gone', word().filter((_, i) => i % 2 === 0 || i < 4), 'refused: damaged'],
  [
    'a billion laughs in the document',
    word(
      paragraph.replace('Oslo', '&c;'),
      {},
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>',
    ),
    'read: 1',
  ],
  [
    'properties that are absurd',
    word(paragraph, {
      'docProps/core.xml': strToU8(
        '<c><dc:title>\u001b[2J</dc:title><dcterms:created>99999-99-99</dcterms:created></c>',
      ),
    }),
    'read',
  ],
  [
    'properties nested too deeply',
    word(paragraph, { 'docProps/core.xml': strToU8('<c>'.repeat(5000)) }),
    'refused: nested more than 500 deep',
  ],
  ['a paragraph of a thousand pieces', () => word(`<w:p>${'<w:r><w:t>ab </w:t></w:r>'.repeat(1_000)}</w:p>`), 'read'],
  ['elements that are never closed', word('<w:p><w:r><w:t>Norway met Chile.'), 'read: 1'],
  [
    'field codes and deleted text alone',
    word('<w:p><w:r><w:instrText>HYPERLINK "file:///etc/passwd"</w:instrText></w:r></w:p>'),
    'refused: no text',
  ],
  ['control characters in the text', word(paragraph.replace('Oslo', '&#27;[31mOslo&#x202e;')), 'read: 1'],
];
