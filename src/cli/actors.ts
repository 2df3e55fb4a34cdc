import { countryName } from '../actors/countries.js';
import { type ActorExplanation, explainActor } from '../actors/explain.js';
import { WrongUse } from '../errors.js';
import { json, plain, print } from './print.js';

/**
 * `upperhand actors`: to which country, person or organisation a phrase leads on a day, and why.
 *
 * @returns 0, found or not: that a phrase leads nowhere is an answer.
 */
export async function actors(phrase: string, options: { date?: string; json?: boolean }): Promise<number> {
  if (!phrase.trim()) throw new WrongUse('an empty phrase leads nowhere: give a name, an office or a nationality');
  const explanation = explainActor(phrase, options.date ?? null);
  await print(options.json ? json(explanation, 2) : plain(explanationText(explanation)));
  return 0;
}

function explanationText({ phrase, mentions }: ActorExplanation): string {
  if (mentions.length === 0) return `"${phrase}" leads to no country, person or organisation that is known.`;
  return mentions.map(mentionText).join('\n');
}

/** Two lines a mention: `Kremlin: Russia (RUS)` and the reason beneath. */
function mentionText(mention: ActorExplanation['mentions'][number]): string {
  const { words, countries, person, organisation, kind, confidence, reason } = mention;
  const meaning = [
    ...countries.map(country => `${countryName(country)} (${country})`),
    ...[person, organisation].filter(name => name !== null && name !== words),
  ];
  return `${words}: ${meaning.join(', ') || (organisation ? 'an organisation of no one country' : 'no country')}\n  ${kind}, confidence ${confidence.toFixed(2)}: ${reason}`;
}
