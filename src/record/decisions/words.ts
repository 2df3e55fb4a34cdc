/** A decision in words. */
import { countWords } from '../../count-words.js';
import type { Decision } from './decision.js';
import { fieldsText } from './fields.js';

/** What was decided, without who and why: `reject claim “imposed sanctions” of 0123456789abcdef`. */
export function decisionWords(decision: Decision): string {
  switch (decision.verb) {
    case 'correct':
      return `correct ${onWords(decision)}: ${fieldsText(decision.set)}`;
    case 'merge':
      return `merge ${decision.events.map(({ event }) => event).join(' and ')}`;
    case 'split':
      return `split ${countWords(decision.claims.length, 'claim')} from ${decision.event.event}`;
    case 'add':
      return `add ${decision.row.type} of ${[decision.row.a, decision.row.b].filter(Boolean).join(' and ')}, ${decision.row.from}`;
    case 'approve':
      return `approve the check of “${decision.check.text}”${decision.check.verdict ? ` (${decision.check.verdict})` : ''} in ${decision.check.article.slice(0, 16)}`;
    case 'undo':
      return `undo ${decision.decision}`;
    case 'reject':
    case 'accept':
    case 'note':
      return `${decision.verb} ${onWords(decision)}`;
  }
}

function onWords(decision: Decision): string {
  if ('claim' in decision) return `claim “${decision.claim.text}” of ${decision.claim.article.slice(0, 16)}`;
  if ('event' in decision) return decision.event.event;
  if ('page' in decision) return `page ${decision.page}`;
  return '';
}
