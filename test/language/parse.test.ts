import { expect, test } from 'vitest';
import { toConllu } from '../../src/language/conllu.js';
import { parseSentences } from '../../src/language/parse.js';
import { LONGEST_SENTENCE } from '../../src/language/sentence-ends.js';

/** `word relation head` for one sentence, in the order of the text. */
function arcs(text: string): string[] {
  const [sentence] = parseSentences(text);
  return sentence!.tokens.map(
    ({ form, deprel, head }) => `${form} ${deprel} ${head < 0 ? 'ROOT' : sentence!.tokens[head]!.form}`,
  );
}

/** Sentences a reader of the news must not get wrong, with the arcs that carry their meaning. */
const CASES: [text: string, expected: string[]][] = [
  ['Putin met Xi in Moscow on Monday.', ['Putin nsubj met', 'met root ROOT', 'Xi obj met', 'Moscow obl met']],
  [
    'The Kremlin has not condemned the attack.',
    ['Kremlin nsubj condemned', 'not advmod condemned', 'attack obj condemned'],
  ],
  ['Three soldiers were killed by Russian forces.', ['soldiers nsubj:pass killed', 'forces obl:agent killed']],
  [
    'China said it would send an envoy to Kyiv.',
    ['China nsubj said', 'send ccomp said', 'envoy obj send', 'Kyiv obl send'],
  ],
  ['Russia and China signed a new agreement.', ['Russia nsubj signed', 'China conj Russia', 'agreement obj signed']],
  ['He wants to visit Beijing.', ['He nsubj wants', 'visit xcomp wants', 'Beijing obj visit']],
  [
    'The quake shook houses and broke windows.',
    ['quake nsubj shook', 'shook root ROOT', 'houses obj shook', 'broke conj shook', 'windows obj broke'],
  ],
  ['Loyal troops fought mutineers for the bridge.', ['troops nsubj fought', 'mutineers obj fought']],
  ['Guards dispersed demonstrators outside the palace.', ['Guards nsubj dispersed', 'demonstrators obj dispersed']],
  [
    'Russia bombs Odesa as grain deal nears end',
    ['Russia nsubj bombs', 'Odesa obj bombs', 'deal nsubj nears', 'nears advcl bombs', 'end obj nears'],
  ],
  ['Navy shells rebel base, kills ten', ['Navy nsubj shells', 'base obj shells', 'kills conj shells', 'ten obj kills']],
  ['PUTIN MEETS XI IN BEIJING', ['PUTIN nsubj MEETS', 'MEETS root ROOT', 'XI obj MEETS', 'IN case BEIJING']],
  [
    '“The pact is dead,” said the envoy, who had flown in from Cairo.',
    ['dead ccomp said', 'said root ROOT', 'envoy nsubj said', 'who nsubj flown', 'flown acl:relcl envoy'],
  ],
  // No other word can be the finite verb.
  [
    'French jets using guided bombs killed six Afghans in an attack on a suspected arms depot in Kunduz.',
    ['jets nsubj killed', 'killed root ROOT', 'Afghans obj killed'],
  ],
  ['Sanctions, he argued, had failed.', ['Sanctions nsubj failed', 'argued parataxis failed', 'failed root ROOT']],
  [
    'Kenya, which buys grain from Russia, abstained.',
    ['Kenya nsubj abstained', 'which nsubj buys', 'buys acl:relcl Kenya', 'grain obj buys'],
  ],
  [
    'The army said it had taken two towns and freed 30 captives.',
    ['army nsubj said', 'taken ccomp said', 'freed conj taken', 'captives obj freed'],
  ],
  [
    'OSLO, May 3 (Reuters) - Norway will send tanks to Ukraine, its premier said on Monday.',
    ['Norway nsubj send', 'send ccomp said', 'premier nsubj said'],
  ],
  ['China’s foreign minister criticised the United States.', ['China nmod:poss minister', 'minister nsubj criticised']],
];

test.each(CASES)('%s', (text, expected) => {
  expect(arcs(text)).toEqual(expect.arrayContaining(expected));
});

test('every token stands in the text', () => {
  const text = [
    'XI ARRIVES IN MOSCOW\n\n',
    'MOSCOW, March 20 (Reuters) - China’s leader, Xi Jinping, didn’t say “no”. He paid £153m...\n',
    '\n\n\tLeave a comment\r\n\r\nA\u00a0hard\u2009space, an emoji 😀, ein Wort: Straße.',
  ].join('');
  const sentences = parseSentences(text);
  let at = 0;
  for (const sentence of sentences) {
    expect(sentence.start).toBe(sentence.tokens[0]!.start);
    expect(sentence.end).toBe(sentence.tokens.at(-1)!.end);
    for (const token of sentence.tokens) {
      expect(text.slice(token.start, token.end)).toBe(token.form);
      expect(text.slice(at, token.start).trim()).toBe('');
      at = token.end;
    }
  }
  expect(sentences.filter(sentence => sentence.boilerplate).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Leave a comment',
  ]);
});

test('every sentence is a tree with one root', () => {
  const text = 'Xi, who left on Monday, met Putin. "We agree", they said; no one else did.\n\nWhy? Because.';
  for (const { tokens } of parseSentences(text)) {
    expect(tokens.filter(({ head }) => head < 0).map(({ deprel }) => deprel)).toEqual(['root']);
    for (const token of tokens) {
      let steps = 0;
      for (let at = token.index; at >= 0 && steps <= tokens.length; at = tokens[at]!.head) steps++;
      expect(steps).toBeLessThanOrEqual(tokens.length);
    }
  }
});

test('lemmas', () => {
  const [sentence] = parseSentences('The leaders said they were visiting bigger countries and had agreed.');
  expect(sentence!.tokens.map(({ lemma }) => lemma).join(' ')).toBe(
    'the leader say they be visit big country and have agree .',
  );
});

test.each([
  ['nothing', ''],
  ['white space', ' \n\n\t '],
  ['no space', 'x'.repeat(200_000)],
  ['brackets', '('.repeat(20_000)],
  ['quotation marks', '"'.repeat(20_000)],
  ['stops', '. '.repeat(10_000)],
  ['apostrophes', "a'".repeat(20_000)],
  ['addresses', 'http://'.repeat(10_000)],
  ['dots between letters', 'a.'.repeat(20_000)],
])('hostile text is read in bounded steps: %s', (_, text) => {
  for (const { tokens } of parseSentences(text)) expect(tokens.length).toBeLessThanOrEqual(LONGEST_SENTENCE);
});

test('CoNLL-U of any text has ten filled columns, one root and heads within the sentence', () => {
  const text =
    'KYIV, March 3 (AP) — “We didn’t yield,” said Zelensky, who’d flown in.\tThen\u00a0he left...\n\n' +
    '• Gas: €3.5bn (+4%)\n\nA\u0007bell 😀. Why?! "No." www.example.org/a_b';
  const blocks = toConllu(parseSentences(text)).trimEnd().split('\n\n');
  expect(blocks.length).toBeGreaterThan(5);
  for (const [number, block] of blocks.entries()) {
    const lines = block.split('\n');
    const rows = lines.filter(line => !line.startsWith('#')).map(line => line.split('\t'));
    expect(lines).toContain(`# sent_id = ${number + 1}`);
    let written = '';
    rows.forEach((row, i) => {
      expect(row.length).toBe(10);
      expect(row.every(cell => cell !== '' && !/^\s|\s$/.test(cell))).toBe(true);
      expect(row[0]).toBe(String(i + 1));
      expect(row[3]).toMatch(/^[A-Z]+$/);
      expect(Number(row[6])).toBeLessThanOrEqual(rows.length);
      expect(row[6]).not.toBe(row[0]);
      expect(row[6] === '0').toBe(row[7] === 'root');
      const [from, to] = /TokenRange=(\d+):(\d+)/.exec(row[9]!)!.slice(1).map(Number);
      expect(text.slice(from, to).replace(/\s+/g, ' ')).toBe(row[1]);
      written += row[1] + (row[9]!.startsWith('SpaceAfter=No') ? '' : ' ');
    });
    expect(rows.filter(row => row[6] === '0').length).toBe(1);
    const shown = lines.find(line => line.startsWith('# text = '))!.slice(9);
    expect(written.trimEnd()).toBe(shown);
  }
});

test('CoNLL-U tells where a paragraph begins', () => {
  const lines = toConllu(parseSentences('Putin left. Xi stayed.\n\nAll agreed.')).split('\n');
  const starts = lines.filter(line => /^# (?:new|text)/.test(line));
  expect(starts).toEqual([
    '# newdoc',
    '# text = Putin left.',
    '# text = Xi stayed.',
    '# newpar',
    '# text = All agreed.',
  ]);
});

test('CoNLL-U', () => {
  const conllu = toConllu(parseSentences('Putin left.'));
  expect(conllu).toBe(
    [
      '# newdoc',
      '# sent_id = 1',
      '# text = Putin left.',
      '1\tPutin\tPutin\tPROPN\tNNP\t_\t2\tnsubj\t_\tTokenRange=0:5',
      '2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No|TokenRange=6:10',
      '3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tTokenRange=10:11',
      '',
      '',
    ].join('\n'),
  );
});
