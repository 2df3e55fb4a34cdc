/** Tables to take away (RFC 4180). */
export function csvTable(columns: string[], rows: (string | number | null)[][]): string {
  return [columns, ...rows].map(line => `${line.map(cellOf).join(',')}\r\n`).join('');
}

/**
 * A text that a spreadsheet would take for a formula is kept a text, also where the sign of one stands behind white space
 * or marks that are not seen, which some programs pass over, or is the wide form of East Asian writing.
 */
function cellOf(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const given = value ?? '';
  const text = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(given) ? `'${given}` : given;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
