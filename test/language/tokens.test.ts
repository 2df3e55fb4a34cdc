import { expect, test } from 'vitest';
import { tokenise } from '../../src/language/tokens.js';

const split = (text: string) => tokenise(text).map(({ start, end }) => text.slice(start, end));

/** Each line: a text, and its tokens between spaces, as UD English EWT would split it. */
const CASES: [text: string, tokens: string][] = [
  ["Putin didn't say it.", "Putin did n't say it ."],
  ['Xi doesn’t need Moscow’s gas', 'Xi does n’t need Moscow ’s gas'],
  ["They've said they'd come; he'll wait", "They 've said they 'd come ; he 'll wait"],
  ['The leaders’ talks', 'The leaders ’ talks'],
  ['We cannot accept it', 'We can not accept it'],
  ['1.28 trillion yuan (£153 billion)', '1.28 trillion yuan ( £ 153 billion )'],
  ['US$5.6bn, or 30% of it', 'US$ 5.6 bn , or 30 % of it'],
  ['a 15-year, well-known no-limits deal', 'a 15 - year , well - known no - limits deal'],
  ['pro-Russian, anti-aircraft, co-operation', 'pro-Russian , anti-aircraft , co-operation'],
  ['The U.S. and U.N. met at 5 p.m. in Washington, D.C.', 'The U.S. and U.N. met at 5 p.m. in Washington , D.C.'],
  ['Mr. J. R. Smith and Gen. Mark Milley', 'Mr. J. R. Smith and Gen. Mark Milley'],
  ['at 10:30am on 24/02/2022', 'at 10:30 am on 24/02/2022'],
  ['the 1990s and the ’90s', 'the 1990s and the ’90s'],
  ['the 20th Congress', 'the 20th Congress'],
  ['“We have changed the dynamic,” Xi said.', '“ We have changed the dynamic , ” Xi said .'],
  ['the war.The next day', 'the war . The next day'],
  ['Well... no', 'Well ... no'],
  ['Moscow—and Beijing—said', 'Moscow — and Beijing — said'],
  ['see www.kremlin.ru/news, or https://mid.ru.', 'see www.kremlin.ru/news , or https://mid.ru .'],
  ['write to press@mfa.gov.cn.', 'write to press@mfa.gov.cn .'],
  ['AT&T and Amazon.com', 'AT&T and Amazon.com'],
  ['Russia/China trade', 'Russia / China trade'],
  ['No. 5 on the list. No.', 'No. 5 on the list . No .'],
  ["the Ba'athists and Cote d'Ivoire", "the Ba'athists and Cote d'Ivoire"],
  ['😀 fine', '😀 fine'],
];

test.each(CASES)('%s', (text, tokens) => {
  expect(split(text).join(' ')).toBe(tokens);
});

test('tokens cover all but white space, in order', () => {
  const text = CASES.map(([line]) => line).join('\n');
  const tokens = tokenise(text);
  let at = 0;
  for (const { start, end } of tokens) {
    expect(text.slice(at, start).trim()).toBe('');
    expect(end).toBeGreaterThan(start);
    at = end;
  }
  expect(text.slice(at).trim()).toBe('');
});
