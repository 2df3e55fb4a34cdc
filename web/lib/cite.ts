/** How a page is cited: short for a chart, long for a footnote, BibTeX for a paper. */

export interface Citation {
  short: string;
  long: string;
  bibtex: string;
}

/**
 * @param title what the page is: `China and Russia: dossier`.
 * @param standing what it stands on: `the record: 3 articles to 18 May 2024`.
 * @param version of Upperhand, since another version may count otherwise.
 */
export function citationOf(title: string, address: string, standing: string, version: string): Citation {
  const words = standing.replace(/\.$/, '');
  const key = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return {
    short: `Upperhand ${version}, ${title}`,
    long: `${title}. Upperhand, version ${version}. ${words}. ${address}`,
    bibtex: [
      `@misc{upperhand-${key},`,
      `  title = {${braced(title)}},`,
      '  author = {{Upperhand}},',
      `  note = {Version ${version}. ${braced(words)}},`,
      `  howpublished = {${address}}`,
      '}',
    ].join('\n'),
  };
}

function braced(text: string): string {
  return text.replace(/[{}\\]/g, '').replace(/[&%$#_]/g, character => `\\${character}`);
}
