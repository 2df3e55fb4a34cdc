import { describe, expect, test } from 'vitest';
import { articleFromText } from '../../src/article/article.js';
import { explainActions, readActions } from '../../src/claims/action.js';
import { explainedText } from '../../src/cli/explain-text.js';
import { annotate } from '../../src/read.js';

function page(text: string) {
  return annotate(articleFromText({ text, date: '2015-06-15' }));
}

/** One line an action: `TYPE>of source>target third`. */
function read(text: string): string[] {
  return readActions(page(text)).map(({ type, of, source, target, third }) =>
    `${type}${of ? `>${of}` : ''} ${source}>${target} ${third}`.trim(),
  );
}

describe('the doer of a passive that names none', () => {
  test.each([
    ['Uganda denied that Libyan tankers had been impounded.', 'COERCE UGA>LBY'],
    ['A Canadian missionary was arrested in Lebanon.', 'COERCE LBN>CAN'],
  ])('%s', (text, expected) => expect(read(text)).toContain(expected));

  test('stays unknown where the sentence does not show it', () => {
    expect(read('Two Chilean priests were killed.')).toEqual(['ASSAULT >CHL']);
  });
});

describe('the doer of a deed that is only weighed or announced', () => {
  test.each([
    ['The European Union is considering new sanctions against Belarusian officials.', 'SANCTION IGO>BLR'],
    ['Kenya announced a ban on Ugandan eggs.', 'SANCTION KEN>UGA'],
  ])('%s', (text, expected) => expect(read(text)).toContain(expected));

  test('is not whoever merely expects it', () => {
    expect(read('Analysts in Kenya expect sanctions against Belarus.')).not.toContain('SANCTION KEN>BLR');
  });
});

describe('the counterpart of a request or an alleged attack', () => {
  test('at whose request a deed was done asked its doer', () => {
    expect(read('India arrested a Chinese engineer at the request of Bhutan.')).toContain('REQUEST BTN>IND');
  });

  test('who complains of an attack is who was attacked', () => {
    expect(read('Poland warned Hungary. Armenia says Azerbaijan shelled a village on Sunday.')).toContain(
      'ASSAULT AZE>ARM',
    );
  });
});

describe('the counterpart that is not named again', () => {
  test('is the one dealt with before', () => {
    expect(read('Turkey accused France of lying. On Friday France recalled its ambassador.')).toContain(
      'SANCTION FRA>TUR',
    );
  });

  test('changes with the countries', () => {
    expect(read('Peru accused Ghana of lying. On Friday Ghana recalled its ambassador.')).toContain('SANCTION GHA>PER');
  });
});

describe('third parties', () => {
  test.each([
    ['Brazil urged Uruguay to recognise Venezuela.', 'REQUEST>SUPPORT BRA>URY VEN'],
    ['Syria and Turkey held talks brokered by Russia.', 'CONSULT SYR,TUR>SYR,TUR RUS'],
    ['India arrested a Chinese engineer at the request of Bhutan.', 'COERCE IND>CHN BTN'],
  ])('%s', (text, expected) => expect(read(text)).toContain(expected));

  test('there is none where only two are named', () => {
    expect(readActions(page('Brazil urged Uruguay to leave.')).flatMap(({ third }) => third)).toEqual([]);
  });
});

describe('what is threatened, and what is merely announced', () => {
  test('a hostile deed with an "unless" is a threat', () => {
    expect(read('Mali will expel the French ambassador unless France apologises.')[0]).toBe(
      'THREATEN>SANCTION MLI>FRA',
    );
  });
  test('without it, it is announced', () => {
    expect(read('Mali will expel the French ambassador.')).toEqual(['SANCTION MLI>FRA']);
  });
});

test('the reasons name the frame, the paths and what else fitted', () => {
  const text = 'Iran condemned France on Monday.';
  const told = explainedText(text, explainActions(page(text)));
  expect(told).toContain('"condemned": ACCUSE, IRN > FRA, happened, main');
  expect(told).toContain('of data/frames/accuse.csv');
  expect(told).toContain('source by subject, target by obj');
  expect(told).toContain('CAMEO 110, verbal conflict, Goldstein -2');
});

test('the reasons tell why nothing came of a word', () => {
  const text = 'The two sides met to discuss how to end the fighting.';
  expect(explainedText(text, explainActions(page(text)))).toContain('no action');
});

describe('what an alarm is about', () => {
  test.each([
    ['Japan met North Korea. Kenya expressed alarm that Ethiopia was massing troops.', 'ACCUSE KEN>ETH'],
    ['Chile voiced deep concern that Peru could try to block the canal.', 'ACCUSE CHL>PER'],
  ])('%s', (text, expected) => expect(read(text)).toContain(expected));

  test('a clause in which the "that" is missed stays a relative clause', () => {
    expect(read('Chile voiced concern over the canal that Peru dug.')).toContain('ACCUSE CHL>PER');
  });
});
