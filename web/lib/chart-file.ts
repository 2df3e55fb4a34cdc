/** A chart as a file of its own: an SVG with its title and source in it, in the colours of paper. */
import type { Chart } from '$upperhand/dossier/section.js';
import { drawn, WIDTH } from './charts';

const MARGIN = 20;
const TITLE_HEIGHT = 30;
const LINE_HEIGHT = 16;
/** Characters of a line at the size of the source. */
const LINE_LENGTH = 78;
const INK = '#15202a';
const QUIET = '#51606c';
/** The same as web/app.css has in light; a file of its own has no style sheet to ask. */
const COLOURS: Record<string, string> = { a: '#1d6396', b: '#a8480b', quiet: QUIET };

/** @returns the markup of an SVG file. */
export function svgFile(chart: Chart): string {
  const plot = drawn(chart).replace(/var\(--(\w+)\)/g, (_, name: string) => COLOURS[name] ?? INK);
  const height = Number(/ height="(\d+)"/.exec(plot)?.[1] ?? 0);
  const foot = lines(`Source: ${chart.source}`);
  const title = lines(chart.title, LINE_LENGTH - 18);
  const top = MARGIN + TITLE_HEIGHT + LINE_HEIGHT * (title.length - 1);
  const key = keyOf(chart);
  const width = WIDTH + 2 * MARGIN;
  const whole = top + height + key.length * LINE_HEIGHT + foot.length * LINE_HEIGHT + 2 * MARGIN;
  const text = (y: number, size: number, fill: string, words: string, weight = 400) =>
    `<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" font-family="Liberation Sans, Arial, Helvetica, sans-serif" color="${INK}">`,
    `<title>${escaped(chart.title)}</title>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...title.map((words, index) => text(MARGIN + 14 + index * LINE_HEIGHT, 14, INK, words, 600)),
    plot.replace('<svg ', `<svg x="${MARGIN}" y="${top}" `),
    ...key.map(({ words, colour }, index) => text(top + height + 14 + index * LINE_HEIGHT, 12, colour, words, 600)),
    ...foot.map((words, index) => text(top + height + 20 + (key.length + index) * LINE_HEIGHT, 11, QUIET, words)),
    '</svg>',
  ].join('\n');
}

/** Whose line is whose, where a chart has several. */
function keyOf(chart: Chart): { words: string; colour: string }[] {
  if (chart.kind !== 'series' || chart.lines.length < 2) return [];
  return chart.lines.map(({ label, side }) => ({
    words: `${side === 'b' ? '■' : '●'} ${label}`,
    colour: COLOURS[side] ?? QUIET,
  }));
}

/** A text broken into lines at its spaces. */
function lines(text: string, length = LINE_LENGTH): string[] {
  const broken: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const line = broken.at(-1)!;
    if (line && line.length + word.length >= length) broken.push(word);
    else broken[broken.length - 1] = line ? `${line} ${word}` : word;
  }
  return broken;
}

function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
