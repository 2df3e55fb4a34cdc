/** A chart as a picture for systems that take nothing else: its SVG file drawn at twice its size, on the server. */
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/** @returns the bytes of a PNG, or `null` where this machine has no font to write with. */
export function pngOf(svg: string): Uint8Array<ArrayBuffer> | null {
  font ??= fontHere();
  if (!font) return null;
  const { family, file } = font;
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: { loadSystemFonts: true, fontFiles: [file], defaultFontFamily: family, sansSerifFamily: family },
  });
  return new Uint8Array(drawing.render().asPng());
}

/** Plain faces that systems bring, best first: the name of the file, the name of the family. */
const FACES: [file: RegExp, family: string][] = [
  [/^LiberationSans-Regular\.ttf$/i, 'Liberation Sans'],
  [/^Arial\.ttf$/i, 'Arial'],
  [/^Helvetica\.ttc$/i, 'Helvetica'],
  [/^NotoSans-Regular\.ttf$/i, 'Noto Sans'],
  [/^DejaVuSans\.ttf$/i, 'DejaVu Sans'],
];
const FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.fonts'),
  join(homedir(), '.local/share/fonts'),
  '/Library/Fonts',
  '/System/Library/Fonts',
  'C:\\Windows\\Fonts',
];

let font: { family: string; file: string } | null | undefined;

function fontHere(): { family: string; file: string } | null {
  const files = FOLDERS.flatMap(filesIn);
  for (const [pattern, family] of FACES) {
    const file = files.find(path =>
      pattern.test(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)),
    );
    if (file) return { family, file };
  }
  return null;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name));
  } catch {
    return [];
  }
}
