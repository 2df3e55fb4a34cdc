import { countryName } from '../actors/countries.js';
import { amountWords } from '../check/words.js';
import { kindWords } from '../dossier/chronology/kinds.js';
import type { Claim, Reading } from '../reading.js';

/** A reading for people: each sentence with its number, beneath it what was read in it, and at the end what the types mean. */
export function readingText(reading: Reading): string {
  const { document, sentences, claims } = reading;
  const { value, earliest, latest, basis } = document.date;
  const day = value ?? (earliest || latest ? `${earliest ?? '…'} to ${latest ?? '…'}` : 'unknown');
  const head = [document.title ?? document.id, `date: ${day} (${basis})`, ''];
  const body = sentences.flatMap((sentence, index) => {
    if (sentence.boilerplate) return [];
    const words = document.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ');
    const within = claims.filter(claim => claim.start >= sentence.start && claim.start < sentence.end);
    return [`${index + 1}. ${words}`, ...within.map(claim => `  - ${claimLine(claim, document.text)}`), ''];
  });
  return [...head, ...body, ...legend(claims)].join('\n');
}

function legend(claims: Claim[]): string[] {
  const types = [...new Set(claims.flatMap(claim => (claim.kind === 'action' ? [claim.type] : [])))].sort();
  const meanings = types.map(type => `${type}: ${kindWords(type)}`);
  return types.length > 0 ? [`Types of PLOVER: ${meanings.join('; ')}.`] : [];
}

/** A claim in one line: its kind, what it says, how it stands, who says so. */
export function claimLine(claim: Claim, text: string): string {
  const by = claim.by === 'author' ? '' : `, by ${claim.by.name}`;
  const denied = claim.denied_by ? `, denied by ${claim.denied_by.name}` : '';
  const words = text.slice(claim.start, claim.end).replace(/\s+/g, ' ');
  const doubt = claim.kind === 'figure' && claim.doubt ? ` (in doubt: ${claim.doubt})` : '';
  return `${claim.kind}: ${saying(claim, words)}${by}${denied} [${claim.confidence.toFixed(2)}]${doubt}`;
}

function saying(claim: Claim, words: string): string {
  switch (claim.kind) {
    case 'action': {
      const status = `${claim.negated ? 'not ' : ''}${claim.modality}`;
      return `${claim.type}${claim.of ? ` (${claim.of})` : ''} ${parties(claim)}, ${status}${claim.main ? ', main' : ''} “${words}”`;
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
      const about = claim.about ? ` about ${claim.about.map(countryName).join(' and ')}` : '';
      return `${claim.form}${about}${claim.favours ? `, favours ${countryName(claim.favours)}` : ''} “${words}”`;
    }
  }
}

/** Who to whom; of a deed of all of them together, as of a meeting, only who. */
function parties({ source, target }: { source: string[]; target: string[] }): string {
  const mutual = source.length > 1 && source.join() === target.join();
  return mutual ? source.map(countryName).join(' and ') : `${named(source)} -> ${named(target)}`;
}

function named(countries: string[]): string {
  return countries.map(countryName).join(' + ') || 'unknown';
}
