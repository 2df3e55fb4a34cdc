import { LEDGER_PARTS, type LedgerPart, ledgerText } from '../dossier/ledger/text.js';
import { WrongUse } from '../errors.js';
import { givenDay } from './days.js';
import { withDesk } from './desk.js';
import { json, plain, print } from './print.js';

interface LedgerOptions {
  since?: string;
  asOf?: string;
  record: string;
  json?: boolean;
}

/** `upperhand ledger`: what took place between two countries, subject by subject. @throws WrongUse for an unknown subject. */
export async function ledger(a: string, b: string, parts: string[], options: LedgerOptions): Promise<number> {
  const unknown = parts.find(part => !LEDGER_PARTS.includes(part as LedgerPart));
  if (unknown !== undefined)
    throw new WrongUse(`no ledger is called "${unknown}": there are ${LEDGER_PARTS.join(', ')}`);
  const asked = parts.length ? (parts as LedgerPart[]) : LEDGER_PARTS;
  const since = givenDay(options.since, '--since');
  return withDesk(options, async desk => {
    const made = await desk.ledger(a, b, since);
    if (options.json) {
      const shown = Object.fromEntries(asked.map(part => [part, made[part]]));
      await print(json({ pair: made.pair, since: made.since, ...shown }, 2));
    } else await print(plain(ledgerText(made, asked)));
    return 0;
  });
}
