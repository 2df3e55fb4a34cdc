import { countryCode } from '../actors/countries.js';
import type { Contradiction } from '../check/contradictions/contradiction.js';
import { contradictionsBetween, contradictionsIn } from '../check/contradictions/contradictions.js';
import { countWords } from '../count-words.js';
import { refText } from '../dossier/footnotes.js';
import { WrongUse } from '../errors.js';
import type { Country, Day } from '../reading.js';
import type { EvidenceRecord } from '../record/record.js';
import { givenDay } from './days.js';
import { withRecord } from './keep.js';
import { json, plain, print, tell } from './print.js';

/**
 * `upperhand contradictions`: what sources differ on, of two countries, of one, or of all.
 *
 * @throws WrongUse for a country that is none.
 */
export async function contradictions(
  a: string | undefined,
  b: string | undefined,
  options: { asOf?: string; record: string; json?: boolean },
): Promise<number> {
  const [one, other] = [a, b].map(name => (name === undefined ? null : codeOf(name)));
  const asOf = givenDay(options.asOf, '--as-of');
  return withRecord(options.record, {}, async record => {
    const found = await listed(record, one ?? null, other ?? null, asOf);
    if (options.json) await print(json({ contradictions: found }));
    else for (const contradiction of found) await print(textOf(contradiction));
    if (!options.json) tell(countWords(found.length, 'contradiction'));
    return 0;
  });
}

function codeOf(name: string): Country {
  const code = countryCode(name);
  if (!code) throw new WrongUse(`no country is called "${name}"`);
  return code;
}

async function listed(
  record: EvidenceRecord,
  one: Country | null,
  other: Country | null,
  asOf: Day | null,
): Promise<Contradiction[]> {
  const found = new Map<string, Contradiction>();
  for (const country of one ? [one] : await record.countries()) {
    const evidence = await record.evidence(country, other ?? country, asOf);
    const made = one && other ? contradictionsBetween(one, other, evidence) : contradictionsIn(evidence);
    for (const contradiction of made) found.set(keyOf(contradiction), contradiction);
  }
  return [...found.values()];
}

function keyOf({ kind, about, sides }: Contradiction): string {
  return JSON.stringify([kind, about, sides.map(({ says }) => says).sort()]);
}

function textOf({ kind, about, sides, caution }: Contradiction): string {
  return [
    plain(`${kind}: ${about}`),
    ...sides.flatMap(({ says, evidence }) => [
      plain(`  - ${says}`),
      ...evidence.map(ref => plain(`      ${refText(ref)}`)),
    ]),
    ...(caution ? [`  ${caution}`] : []),
    '',
  ].join('\n');
}
