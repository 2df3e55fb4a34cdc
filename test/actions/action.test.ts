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

describe('what nearly came about, and what somebody denies a part in', () => {
  test.each([
    ['Chad and Sudan almost went to war.', ['ASSAULT [went to war] TCD,SDN>TCD,SDN happened not done main']],
    ['Chad and Sudan came close to going to war.', ['ASSAULT [going to war] TCD,SDN>TCD,SDN happened not done main']],
    ['Kenya all but expelled the Somali ambassador.', ['SANCTION [expelled] KEN>SOM happened not done main']],
    ['Kenya almost immediately expelled the Somali ambassador.', ['SANCTION [expelled] KEN>SOM happened main']],
    ['Kenya denied any role in the attack in Mogadishu.', ['ASSAULT [attack] KEN>SOM denied main']],
    ['Chad denied having a hand in the bombing of the Libyan embassy.', ['ASSAULT [bombing] TCD>LBY denied main']],
    [
      'Chad admitted a part in the raid on Libya.',
      ['CONCEDE [admitted] TCD>LBY happened main', 'ASSAULT [raid] TCD>LBY happened'],
    ],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('what an accusation alleges, each gerund of it', () => {
  test.each([
    [
      'Oman accuses Yemeni navy of ramming its boats',
      ['ACCUSE [accuses] OMN>YEM happened main', 'ASSAULT [ramming] YEM>OMN alleged'],
    ],
    [
      'Chad accused Libya of arming rebels, of funding militias and of erecting roadblocks.',
      ['ACCUSE [accused] TCD>LBY happened main', 'AID [arming] LBY>TCD alleged', 'MOBILIZE [erecting] LBY>TCD alleged'],
    ],
    ['Modi agreed to pause his threatened 25% tariffs on Nepal.', ['AGREE>SANCTION [agreed] IND>NPL happened main']],
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
