/** The verdicts of a check, each with a sign, so that colour is never alone in saying it. */
const SIGNS: Record<string, { sign: string; tone: 'good' | 'bad' | 'open' }> = {
  agrees: { sign: '✓', tone: 'good' },
  differs: { sign: '≠', tone: 'bad' },
  'differs in unit or currency': { sign: '≠', tone: 'bad' },
  'inconsistent within the article': { sign: '⇄', tone: 'bad' },
  'wording differs': { sign: '≈', tone: 'bad' },
  'not in the record': { sign: '–', tone: 'open' },
  forecast: { sign: '→', tone: 'open' },
  opinion: { sign: '◦', tone: 'open' },
  'not checkable': { sign: '·', tone: 'open' },
};

export function signOf(verdict: string): { sign: string; tone: 'good' | 'bad' | 'open' } {
  return SIGNS[verdict] ?? { sign: '·', tone: 'open' };
}

/** A finding: something that a reader should not repeat as it stands. */
export function isFinding(verdict: string): boolean {
  return signOf(verdict).tone === 'bad';
}
