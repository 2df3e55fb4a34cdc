import { describe, expect, test } from 'vitest';
import { findMentions } from '../../src/actors/mentions.js';
import { articleFromText } from '../../src/article/article.js';
import { readActions } from '../../src/claims/action.js';
import { parseSentences } from '../../src/language/parse.js';
import { findTimes } from '../../src/time/find.js';

/** Reads a text of 15 June 2015, one line an action: `TYPE>of [trigger] source>target modality`. */
function read(text: string): string[] {
  const article = articleFromText({ text, date: '2015-06-15' });
  const sentences = parseSentences(text);
  const page = {
    article,
    sentences,
    mentions: findMentions(article, sentences),
    times: findTimes(article, sentences),
  };
  return readActions(page).map(action => {
    const type = action.of ? `${action.type}>${action.of}` : action.type;
    const standing = `${action.modality}${action.negated ? ' not done' : ''}${action.main ? ' main' : ''}`;
    return `${type} [${text.slice(action.start, action.end)}] ${action.source}>${action.target} ${standing}`;
  });
}

describe('who did what to whom', () => {
  test.each([
    ['France condemned Iran on Monday.', ['ACCUSE [condemned] FRA>IRN happened main']],
    ['Two Russian diplomats were expelled by Sweden.', ['SANCTION [expelled] SWE>RUS happened main']],
    ['Talks between India and Pakistan began on Monday.', ['CONSULT [Talks] IND,PAK>IND,PAK happened main']],
    ['China brokered a deal between Iran and Saudi Arabia.', ['CONSULT [brokered] CHN>IRN,SAU happened main']],
    ['Israeli troops withdrew from Lebanon.', ['RETREAT [withdrew] ISR>LBN happened main']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('what is agreed, asked, refused or threatened goes to `of`', () => {
  test.each([
    ['Japan agreed to send aid to Nepal.', ['AGREE>AID [agreed] JPN>NPL happened main']],
    ['Iran threatened to attack Israel.', ['THREATEN>ASSAULT [threatened] IRN>ISR happened main']],
    ['Turkey asked Germany for aid.', ['REQUEST>AID [asked] TUR>DEU happened main']],
    ['Poland refused to negotiate with Russia.', ['REJECT>CONSULT [refused] POL>RUS happened main']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('how a deed stands', () => {
  test.each([
    ['The French president will visit China.', ['AGREE>CONSULT [visit] FRA>CHN announced main']],
    ['Israel will withdraw its troops from Lebanon.', ['CONCEDE>RETREAT [withdraw] ISR>LBN announced main']],
    ['China has not condemned Russia.', ['ACCUSE [condemned] CHN>RUS happened not done main']],
    ['Rwanda denied arming rebels in Congo.', ['AID [arming] RWA>COD denied main']],
    ['Sudan may expel the British ambassador.', ['SANCTION [expel] SDN>GBR expected main']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('what is not recorded', () => {
  test.each([
    ['Exports from Brazil to China rose by a tenth in May.'],
    ['If Iran attacked Israel, oil would become dearer.'],
    ['Spain beat Italy on penalties in the semi-final.'],
    ['The book is about the war in Korea.'],
    ['Norway would have expelled the diplomats of Iran.'],
    ['Peru is a member of the United Nations.'],
  ])('%s', text => expect(read(text)).toEqual([]));
});

test('a deed of more than a year ago is recorded, and never main', () => {
  expect(read('Russia annexed Crimea in 2012.')).toEqual(['COERCE [annexed] RUS>UKR happened']);
});

test('countries exchanged in the text are exchanged in the reading', () => {
  const mirrored = read('Iran condemned France on Monday.').map(line => line.replace('IRN>FRA', 'FRA>IRN'));
  expect(mirrored).toEqual(read('France condemned Iran on Monday.'));
});

test('unusual text neither throws nor loops', () => {
  for (const text of ['…', '"""', 'a '.repeat(3000), 'to to to to', 'and '.repeat(500), '\u{1F600} said said said']) {
    expect(() => read(text)).not.toThrow();
  }
});
