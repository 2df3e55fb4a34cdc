import { amountWords } from '../check/words.js';
import type { Claim, Reading } from '../reading.js';

/** A reading for people: each sentence, and beneath it what was read in it. */
export function readingText(reading: Reading): string {
  const { document, sentences, claims } = reading;
  const { value, earliest, latest, basis } = document.date;
  const day = value ?? (earliest || latest ? `${earliest ?? '…'} to ${latest ?? '…'}` : 'unknown');
  const head = [document.title ?? document.id, `date: ${day} (${basis})`, ''];
  const body = sentences.flatMap(sentence => {
    if (sentence.boilerplate) return [];
    const words = document.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
    const within = claims.filter(claim => claim.start >= sentence.start && claim.start < sentence.end);
    return [words, ...within.map(claim => `  - ${claimLine(claim, document.text)}`), ''];
  });
  return [...head, ...body].join('\n');
}

/** A claim in one line: its kind, what it says, how it stands, who says so. */
export function claimLine(claim: Claim, text: string): string {
  const by = claim.by === 'author' ? '' : `, by ${claim.by.name}`;
  const denied = claim.denied_by ? `, denied by ${claim.denied_by.name}` : '';
  const words = text.slice(claim.start, claim.end).replace(/\s+/g, ' ');
  return `${claim.kind}: ${saying(claim, words)}${by}${denied} [${claim.confidence.toFixed(2)}]`;
}

function saying(claim: Claim, words: string): string {
  switch (claim.kind) {
    case 'action': {
      const parties = `${named(claim.source)} -> ${named(claim.target)}`;
      const status = `${claim.negated ? 'not ' : ''}${claim.modality}`;
      return `${claim.type}${claim.of ? ` (${claim.of})` : ''} ${parties}, ${status}${claim.main ? ', main' : ''} “${words}”`;
    }
    case 'statement':
      return `${claim.speaker?.name ?? 'unnamed'} (${claim.stance}, ${claim.form}) “${words}”`;
    case 'figure': {
      const approximate = claim.approximate ? `${claim.approximate} ` : '';
      const of = claim.subject ? ` of ${claim.subject}` : '';
      return `${approximate}${amountWords(claim.value, claim.unit)}${of} “${words}”`;
    }
    case 'address':
      return `${claim.speaker ?? 'unknown'} calls ${claim.addressee ?? 'unknown'} “${claim.term}”`;
    case 'office':
      return `${claim.person}, ${claim.office}${claim.from ? ` from ${claim.from}` : ''}${claim.to ? ` to ${claim.to}` : ''}`;
    case 'judgement': {
      const about = claim.about ? ` about ${claim.about.join(' and ')}` : '';
      return `${claim.form}${about}${claim.favours ? `, favours ${claim.favours}` : ''} “${words}”`;
    }
  }
}

function named(countries: string[]): string {
  return countries.join('+') || 'unknown';
}
