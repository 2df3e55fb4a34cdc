/** Tables to take away (RFC 4180). */
import type { EvidenceRef } from '$upperhand/evidence.js';

export function csvTable(columns: string[], rows: (string | number | null)[][]): string {
  return [columns, ...rows].map(line => `${line.map(cellOf).join(',')}\r\n`).join('');
}

/** The row or sentence behind a line, to be found again. */
export function evidenceId(ref: EvidenceRef): string {
  return ref.kind === 'row' ? ref.id : `${ref.article} ${ref.claim}`;
}

/** A text that a spreadsheet would take for a formula is kept a text. */
function cellOf(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const given = value ?? '';
  const text = /^[=+\-@\t\r]/.test(given) ? `'${given}` : given;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
