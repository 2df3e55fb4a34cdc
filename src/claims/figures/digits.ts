/**
 * Numbers in digits, whatever stands between their thousands and before their decimals: 1,250,000 · 12,50,000 (India) ·
 * 1.250.000 and 12.345,67 (the Continent) · 1 250 000 (SI) · 1’250’000 (Switzerland) · 2,04.
 */

/** In the order they are tried; the longest way of writing comes before the shorter ones that it holds. */
const WRITTEN = [
  String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])`,
  String.raw`\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)`,
  String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)`,
  String.raw`\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)`,
  String.raw`\d{1,3}(?: \d{3})* 000(?!\d)`,
  String.raw`\d{1,3}(?: \d{3}){2,}(?!\d)`,
  String.raw`\d{1,3}(?:['’]\d{3})+(?:\.\d{1,2})?(?!\d)`,
  String.raw`\d{1,3}(?:\.\d{3}){2,}(?:,\d{1,2})?(?!\d)`,
  String.raw`\d{1,3}\.\d{3},\d{1,2}(?!\d)`,
  String.raw`\d{1,3},\d{1,2}(?![\d,])`,
  String.raw`\d+(?:\.\d+)?`,
];

/** The source of a regular expression for one number. Every repetition ends at a fixed width, so that none backtracks far. */
export const DIGITS = WRITTEN.join('|');

/** What digits say. */
export function numberOf(digits: string): number {
  const bare = digits.replace(/[\s'’]/g, '');
  // 2,04 and 12.345,67: the comma is the decimal one. 12,345 and 5,00,000: it stands between thousands.
  if (/,\d{1,2}$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'));
  const whole = bare.replaceAll(',', '');
  return Number(/\..*\./.test(whole) ? whole.replaceAll('.', '') : whole);
}

/** 12.500: twelve and a half, or, as the Continent writes, twelve thousand five hundred. */
export function isThousandsOrDecimals(digits: string): boolean {
  return /^[1-9]\d{0,2}\.\d{3}$/.test(digits);
}

/** 2,04 and 45 678: read with confidence only where nothing else could be meant. */
export function isRareWriting(digits: string): boolean {
  return /^\d+,\d{1,2}$/.test(digits) || /^\d{1,3} \d{3}$/.test(digits);
}
