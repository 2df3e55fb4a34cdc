import type { KeptClaim } from '../kept-claim.js';
import type { RecordedEvent } from './recorded-event.js';

/** A ledger without some of its claims and rows: an event that nothing else reports is gone. */
export function ledgerWithout(
  ledger: readonly RecordedEvent[],
  left: { claim(kept: KeptClaim): boolean; row(id: string): boolean },
): RecordedEvent[] {
  return ledger.flatMap(event => {
    const claims = event.claims.filter(kept => !left.claim(kept));
    const rows = event.rows.filter(id => !left.row(id));
    if (claims.length === event.claims.length && rows.length === event.rows.length) return [event];
    return claims.length + rows.length > 0 ? [{ ...event, claims, rows }] : [];
  });
}
