import type { Claim } from '$upperhand/reading.js';
import { amountWords, dayWords, listWords, periodWords } from './words';

/** What a claim says, in a few words of ours; `nameOf` names a country. */
export function gistOf(claim: Claim, nameOf: (code: string) => string): string {
  const who = (codes: string[], names: string[]) =>
    listWords(codes.map(code => (code === 'IGO' ? (names[0] ?? nameOf(code)) : nameOf(code)))) || 'unknown';
  switch (claim.kind) {
    case 'action': {
      const mutual = claim.source.join() === claim.target.join();
      const parties = mutual
        ? who(claim.source, claim.names)
        : `${who(claim.source, claim.names)} → ${who(claim.target, claim.names)}`;
      const type =
        claim.type.toLowerCase() +
        (claim.of ? ` to ${claim.of.toLowerCase()}` : '') +
        (claim.mode ? `, ${claim.mode}` : '');
      const when = claim.when.from || claim.when.to ? `, ${periodWords(claim.when.from, claim.when.to)}` : '';
      return `${type}: ${parties}${when} (${claim.negated ? 'not done' : claim.modality})`;
    }
    case 'statement':
      return `${claim.speaker?.person ?? claim.speaker?.name ?? 'somebody'}: ${claim.stance}, ${claim.form} speech`;
    case 'figure': {
      const amount = `${claim.approximate ? `${claim.approximate} ` : ''}${amountWords(claim.value, claim.unit)}`;
      const change = claim.change?.direction ? `, ${claim.change.direction}` : '';
      const period = claim.period ? `, ${periodWords(claim.period.from, claim.period.to)}` : '';
      return `${claim.subject ? `${claim.subject}: ` : ''}${amount}${change}${period}`;
    }
    case 'address':
      return `${claim.speaker ?? 'somebody'} to ${claim.addressee ?? 'somebody'}: “${claim.term}”`;
    case 'office':
      return `${claim.person}, ${claim.office}${claim.country ? ` (${nameOf(claim.country)})` : ''}${claim.from ? `, since ${dayWords(claim.from)}` : ''}`;
    case 'judgement':
      return `${claim.form}${claim.favours ? `, for ${nameOf(claim.favours)}` : ''}${claim.dimension ? `, ${claim.dimension}` : ''}${claim.due ? `, due ${dayWords(claim.due)}` : ''}`;
  }
}
