/**
 * The cells of one line of a table (RFC 4180), without the spaces around them; `null` where a quotation mark is opened and
 * not closed on the line, or stands alone in a cell.
 */
export function csvCells(line: string): string[] | null {
  const cells: string[] = [];
  for (let at = 0; at <= line.length; ) {
    const { cell, end } = cellAt(line, at);
    if (cell === null) return null;
    cells.push(cell.replaceAll('""', '"').trim());
    at = end + 1;
  }
  return cells;
}

/**
 * The cell that begins at a place, and where the comma behind it or the end of the line is; `null` for a cell in which a
 * quote stands alone. A pattern would try each way to share out a run of spaces, which takes hours for a long one.
 */
function cellAt(line: string, at: number): { cell: string | null; end: number } {
  const start = at + spacesAt(line, at);
  if (line[start] !== '"') {
    const comma = line.indexOf(',', at);
    const end = comma < 0 ? line.length : comma;
    const cell = line.slice(at, end);
    return { cell: cell.includes('"') ? null : cell, end };
  }
  let close = line.indexOf('"', start + 1);
  while (close >= 0 && line[close + 1] === '"') close = line.indexOf('"', close + 2);
  const end = close < 0 ? line.length : close + 1 + spacesAt(line, close + 1);
  const isClosed = close >= 0 && (end === line.length || line[end] === ',');
  return { cell: isClosed ? line.slice(start + 1, close) : null, end };
}

function spacesAt(line: string, at: number): number {
  SPACES.lastIndex = at;
  return SPACES.exec(line)![0].length;
}

const SPACES = /\s*/y;
