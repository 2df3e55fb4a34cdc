import { asked } from '$lib/asked';
import { citationOf } from '$lib/cite';
import { presets } from '$upperhand/balance/given-weights.js';
import type { GivenWeights } from '$upperhand/balance/verdict.js';
import type { Desk } from '$upperhand/desk.js';
import { exitQuestion, mirrored } from '$upperhand/dossier/exit-what-if.js';
import { GROUPS } from '$upperhand/levers/lever.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { desk, standalone } }) => {
  const [a, b] = params.pair.split('-') as [string, string];
  const flat = url.searchParams.get('weights') === 'flat';
  const own = ownWeights(url.searchParams);
  const weights = [...(own ? [own] : []), ...presets()];
  const [pair, balance] = await Promise.all([
    asked((async () => desk.pair(a, b))()),
    asked(desk.balance(a, b, { flat, weights })),
  ]);
  const known = desk.countries();
  const names = pair.map(code => known.find(({ iso3 }) => iso3 === code)?.name ?? code) as [string, string];
  const citation = standalone
    ? null
    : citationOf(`${names.join(' and ')}: balance`, url.href, balance.statement.short, desk.version);
  return {
    pair,
    names,
    balance,
    flat,
    own: own?.weights ?? null,
    citation,
    whatIf: await whatIfOf(desk, pair, url.searchParams),
  };
};

/** The exit cost of the question in the address; `null` for a pair whose trade is not among the shipped rows. */
async function whatIfOf(desk: Desk, [a, b]: [string, string], params: URLSearchParams) {
  const question = await asked((async () => exitQuestion(name => params.get(name)))());
  const fields = Object.keys(question);
  const kept = [...params].filter(([name]) => !fields.includes(name) && name !== 'decided' && name !== 'of');
  try {
    const swapped = new URLSearchParams(params);
    if (params.has('direction')) swapped.set('direction', mirrored(question).direction);
    for (const name of ['decided', 'of']) swapped.delete(name);
    return { answer: desk.exitWhatIf(a, b, question), kept, swapped: swapped.toString() };
  } catch (failure) {
    if ((failure as { exitCode?: number }).exitCode !== 2) throw failure;
    return null;
  }
}

/** Weights of groups as the form sends them, 0 to 10; `null` where none was sent or all are nothing. */
function ownWeights(asked: URLSearchParams): GivenWeights | null {
  const given = GROUPS.map(group => [group, Number(asked.get(group) ?? Number.NaN)] as const).filter(
    ([, weight]) => weight >= 0 && weight <= 10,
  );
  if (!given.some(([, weight]) => weight > 0)) return null;
  return { preset: null, label: 'your own weights', weights: Object.fromEntries(given), reason: null };
}
