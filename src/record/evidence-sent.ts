/** Evidence on its way to another process: each claim once, and where the ledger names it, its number. */
import type { Evidence } from './evidence.js';
import type { KeptClaim } from './kept-claim.js';
import type { RecordedEvent } from './ledger/recorded-event.js';

/** A claim by its place in the list; one that is not in it, itself. */
type Named = number | KeptClaim;
type SentEvent = Omit<RecordedEvent, 'claims' | 'disputed'> & {
  claims: Named[];
  disputed: { field: RecordedEvent['disputed'][number]['field']; values: SentValue[] }[];
};
type SentValue = { value: string; claims: Named[]; rows: string[] };
export type SentEvidence = Omit<Evidence, 'ledger'> & { ledger: SentEvent[] };

export function evidenceToSend(evidence: Evidence): SentEvidence {
  const places = new Map(evidence.claims.map((claim, i) => [claim, i]));
  const named = (claims: KeptClaim[]): Named[] => claims.map(claim => places.get(claim) ?? claim);
  const ledger = evidence.ledger.map(event => ({
    ...event,
    claims: named(event.claims),
    disputed: event.disputed.map(({ field, values }) => ({
      field,
      values: values.map(value => ({ ...value, claims: named(value.claims) })),
    })),
  }));
  return { ...evidence, ledger };
}

export function evidenceSent(sent: SentEvidence): Evidence {
  const claims = (named: Named[]) => named.map(one => (typeof one === 'number' ? sent.claims[one]! : one));
  const ledger = sent.ledger.map(event => ({
    ...event,
    // The ledger holds actions alone.
    claims: claims(event.claims) as RecordedEvent['claims'],
    disputed: event.disputed.map(({ field, values }) => ({
      field,
      values: values.map(value => ({ ...value, claims: claims(value.claims) })),
    })),
  }));
  return { ...sent, ledger };
}
