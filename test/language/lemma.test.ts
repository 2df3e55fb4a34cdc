import { describe, expect, test } from 'vitest';
import { lemmaOf } from '../../src/language/lemma.js';
import { languageModel } from '../../src/language/model.js';

const { lemmas } = languageModel();

/** `form lemma` pairs; a form that is its own lemma stands twice. */
const VERBS_IN_THE_PAST = `
  fled flee, freed free, agreed agree, undertook undertake, overthrew overthrow, withheld withhold, upheld uphold,
  froze freeze, sank sink, swore swear, tore tear, bore bear, bound bind, hid hide, dug dig, spun spin, hung hang,
  strung string, clung cling, swept sweep, oversaw oversee, retook retake, rebuilt rebuild, forbade forbid, laid lay,
  struck strike, sought seek, shot shoot, quit quit, cast cast, beset beset, vetoed veto, waged wage, hosted host,
  imposed impose, eased ease, leased lease, barred bar, bared bare, planned plan, deterred deter, panicked panic,
  allied ally, died die, vied vie, travelled travel, bombed bomb, shelled shell, charged charge, urged urge`;
const VERBS_IN_ING = `
  fleeing flee, freeing free, seeing see, dying die, vying vie, tying tie, waging wage, easing ease, bathing bathe,
  arming arm, bidding bid, hanging hang, bringing bring, changing change, increasing increase, bombing bomb`;
const PLURALS = `
  crises crisis, bases basis, allies ally, armies army, embassies embassy, vetoes veto, heroes hero, knives knife,
  spokesmen spokesman, servicewomen servicewoman, fishermen fisherman, zombies zombie, movies movie, series series,
  species species, headquarters headquarters, losses loss, clashes clash, taxes tax, houses house, exercises exercise,
  criteria criterion, phenomena phenomenon, ties tie`;
const COMPARATIVES = 'bigger big, larger large, freer free, drier dry, further far, worse bad';

describe.each([
  ['VERB', 'VBD', VERBS_IN_THE_PAST],
  ['VERB', 'VBG', VERBS_IN_ING],
  ['NOUN', 'NNS', PLURALS],
  ['ADJ', 'JJR', COMPARATIVES],
])('%s %s', (upos, xpos, pairs) => {
  test.each(pairs.split(',').map(pair => pair.trim().split(' ')))('%s -> %s', (form, lemma) => {
    expect(lemmaOf(form!, upos, xpos, lemmas)).toBe(lemma);
  });
});

test('names and base forms stay as they are', () => {
  expect(lemmaOf('Struck', 'PROPN', 'NNP', lemmas)).toBe('Struck');
  expect(lemmaOf('found', 'VERB', 'VB', lemmas)).toBe('found');
  expect(lemmaOf('United', 'PROPN', 'NNP', lemmas)).toBe('United');
});
