import { FINDINGS } from '../check/check.js';
import { countWords } from '../count-words.js';
import { openDesk } from '../desk.js';
import { WrongUse } from '../errors.js';
import { type Decision, holding, VERBS, type Verb } from '../record/decisions/decision.js';
import { decisionWords } from '../record/decisions/words.js';
import type { EvidenceRecord } from '../record/record.js';
import { EXAMPLE } from './example.js';
import { withRecord } from './keep.js';
import { json, plain, print } from './print.js';

interface DecideOptions {
  by?: string;
  reason?: string;
  set?: string[];
  record: string;
  json?: boolean;
}

/**
 * `upperhand decide`: what a person decides about the record, with name and reason; `log` lists it.
 *
 * @throws WrongUse for an unknown verb, a target that is not in the record, a field that it has not.
 */
export async function decide(verb: string, targets: string[], options: DecideOptions): Promise<number> {
  if (verb === 'log') return log(options);
  if (!VERBS.includes(verb as Verb))
    throw new WrongUse(`no decision is called "${verb}": there are ${VERBS.join(', ')}, log`);
  const { by = '', reason = '', set = [] } = options;
  const asked = { verb: verb as Verb, targets, by, reason, set: fieldsOf(set) };
  return withRecord(options.record, { create: false }, async record => {
    if (verb === 'approve') asked.set = { verdict: await verdictAt(record, targets[0] ?? '') };
    const made = await record.decide(asked);
    await print(options.json ? json(made) : plain(lineOf(made, 'holds')));
    return 0;
  });
}

/** What the check at `ARTICLE:START-END` comes to: that is what is approved. @throws WrongUse where there is none to approve. */
async function verdictAt(record: EvidenceRecord, name: string): Promise<string> {
  const [article = '', place = ''] = name.split(':');
  const read = await openDesk({ record, example: EXAMPLE }).article(article);
  if (!read) throw new WrongUse(`${name}: a check is named ARTICLE:START-END, of an article of the record`);
  const check = read.checks.find(({ start, end }) => `${start}-${end}` === place);
  if (!check) throw new WrongUse(`${name}: no check stands there; \`check --json\` lists start and end of each`);
  if (!FINDINGS.has(check.verdict) && check.verdict !== 'agrees')
    throw new WrongUse(`${name}: the check is “${check.verdict}”: nothing was held against anything`);
  return check.verdict;
}

async function log(options: DecideOptions): Promise<number> {
  return withRecord(options.record, {}, async record => {
    const { decisions, orphans } = await record.decisions();
    const hold = new Set(holding(decisions).map(({ id }) => id));
    const stateOf = ({ id, verb }: Decision) =>
      orphans.includes(id)
        ? 'orphan: its claim is not read any more'
        : hold.has(id) || verb === 'undo'
          ? 'holds'
          : 'undone';
    if (options.json) await print(json({ decisions: decisions.map(one => ({ ...one, state: stateOf(one) })) }));
    else for (const one of decisions) await print(plain(lineOf(one, stateOf(one))));
    if (!options.json) await print(countWords(decisions.length, 'decision'));
    return 0;
  });
}

function fieldsOf(set: string[]): Record<string, string> {
  return Object.fromEntries(
    set.map(text => {
      const at = text.indexOf('=');
      if (at < 1) throw new WrongUse(`--set ${text}: give FIELD=VALUE`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

function lineOf(decision: Decision, state: string): string {
  const { id, at, by, reason } = decision;
  return `${id}  ${at.slice(0, 10)}  ${by}: ${decisionWords(decision)} - ${reason}${state === 'holds' ? '' : ` (${state})`}`;
}
