import { strToU8, zipSync } from 'fflate';
import type { Dossier } from './dossier.js';
import { Footnotes, refText } from './footnotes.js';
import type { Fact, Line, Section } from './section.js';
import { standingWords } from './standing.js';
import { measureWords, whenWords } from './words.js';

/** Facts of a section in the file; the pages show all. */
const FACTS_SHOWN = 12;
/** Pieces of evidence named in one footnote. */
const REFS_SHOWN = 5;

/**
 * A dossier as a Word file (Office Open XML, ECMA-376): headings, sentences and tables of facts, each number with a
 * footnote of Word's own that names its rows and sentences.
 *
 * @returns the bytes of the .docx; the same dossier gives the same bytes.
 */
export function wordFile(dossier: Dossier): Uint8Array {
  const notes = new Footnotes();
  const body = [
    paragraph('Title', run(`${dossier.names[0]} and ${dossier.names[1]}`)),
    paragraph('Lead', run(dossier.verdict.medium)),
    ...dossier.verdict.carriedBy.map(({ label, side, a, b, unit, evidence }) =>
      paragraph(
        'ListParagraph',
        run(`${carriedWords(label, a, b, unit, dossier.names)}; for ${side}`),
        note(notes, evidence),
      ),
    ),
    paragraph('Quiet', run(standingWords(dossier))),
    paragraph(
      'Quiet',
      run('A share of weightings is no probability: it says how many ways of weighing the evidence end the same way.'),
    ),
    ...dossier.sections.flatMap(section => sectionXml(section, notes)),
  ];
  const files = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships([
      ['styles', 'styles.xml'],
      ['footnotes', 'footnotes.xml'],
    ]),
    'word/document.xml': `${HEAD}<w:document ${SPACE}><w:body>${body.join('')}${PAGE}</w:body></w:document>`,
    'word/footnotes.xml': footnotesXml(notes),
    'word/styles.xml': STYLES,
  };
  const bytes = Object.entries(files).map(([name, text]) => [name, [strToU8(text), { mtime: EPOCH }]] as const);
  return zipSync(Object.fromEntries(bytes) as Parameters<typeof zipSync>[0]);
}

/** The earliest day that a ZIP archive can name: no clock value gets into the file. */
const EPOCH = new Date(1980, 0, 1);

function carriedWords(
  label: string,
  a: number | null,
  b: number | null,
  unit: string | null,
  names: [string, string],
): string {
  if (a === null || b === null) return label;
  const [ofA, ofB] = [measureWords(a, unit), measureWords(b, unit)];
  return `${label}: ${names[0]} ${ofA.amount}, ${names[1]} ${ofB.amount}${ofA.unit ? ` (${ofA.unit})` : ''}`;
}

function sectionXml({ title, headline, lines, facts, missing }: Section, notes: Footnotes): string[] {
  const shown = facts.slice(0, FACTS_SHOWN);
  return [
    paragraph('Heading1', run(title)),
    ...(headline
      ? [
          paragraph(
            '',
            run(headline.number, true),
            note(notes, headline.evidence),
            run(` ${headline.unit} ${headline.what}`),
          ),
        ]
      : []),
    ...lines.map(line => paragraph('', lineXml(line, notes))),
    ...(shown.length ? [factTable(shown, notes)] : []),
    ...(facts.length > shown.length
      ? [paragraph('Quiet', run(`The latest ${shown.length} of ${facts.length} facts.`))]
      : []),
    ...missing.map(sentence => paragraph('Quiet', run(`Missing: ${sentence}`))),
  ];
}

function lineXml(line: Line, notes: Footnotes): string {
  return line.map(({ text, evidence }) => run(text) + note(notes, evidence)).join('');
}

function factTable(facts: Fact[], notes: Footnotes): string {
  const cell = (width: number, content: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph('Cell', content)}</w:tc>`;
  const row = (cells: string[], heading = false) =>
    `<w:tr><w:trPr><w:cantSplit/>${heading ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
  return [
    '<w:tbl><w:tblPr><w:tblStyle w:val="Facts"/><w:tblW w:w="9070" w:type="dxa"/></w:tblPr>',
    '<w:tblGrid><w:gridCol w:w="1700"/><w:gridCol w:w="5370"/><w:gridCol w:w="2000"/></w:tblGrid>',
    row([cell(1700, run('When', true)), cell(5370, run('What', true)), cell(2000, run('Who says so', true))], true),
    ...facts.map(fact =>
      row([
        cell(1700, run(whenWords(fact))),
        cell(5370, run(factWords(fact)) + note(notes, fact.evidence)),
        cell(2000, run(fact.by)),
      ]),
    ),
    '</w:tbl>',
    paragraph('Quiet', ''),
  ].join('');
}

/** An allegation stands with its denial. */
function factWords({ status, words, denial }: Fact): string {
  const doubt = status && status !== 'happened' ? `[${status}] ` : '';
  const denied = denial ? ` Denied by ${denial.by}.` : status === 'alleged' ? ' No denial is on record.' : '';
  return `${doubt}${words}${denied}`;
}

function note(notes: Footnotes, evidence: Parameters<Footnotes['cite']>[0]): string {
  const number = notes.cite(evidence);
  return number === null
    ? ''
    : `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${number}"/></w:r>`;
}

function footnotesXml(notes: Footnotes): string {
  const mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>';
  const texts = notes.all.map((refs, index) => {
    const more = refs.length > REFS_SHOWN ? ` … and ${refs.length - REFS_SHOWN} more.` : '';
    const words = refs.slice(0, REFS_SHOWN).map(refText).join('; ');
    return `<w:footnote w:id="${index + 1}">${paragraph('FootnoteText', mark, run(` ${words}${more}`))}</w:footnote>`;
  });
  // Word wants its two lines above footnotes to be there, by the numbers -1 and 0.
  const lines = ['separator', 'continuationSeparator'].map(
    (type, index) => `<w:footnote w:type="${type}" w:id="${index - 1}"><w:p><w:r><w:${type}/></w:r></w:p></w:footnote>`,
  );
  return `${HEAD}<w:footnotes ${SPACE}>${lines.join('')}${texts.join('')}</w:footnotes>`;
}

function paragraph(style: string, ...runs: string[]): string {
  return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${runs.join('')}</w:p>`;
}

function run(text: string, bold = false): string {
  return `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** Text of articles is text: no markup, and no character that XML 1.0 does not have. */
function escaped(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function relationships(targets: [type: string, target: string][]): string {
  const rows = targets.map(
    ([type, target], index) =>
      `<Relationship Id="r${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
/** A4 with margins of 25 mm. */
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const CONTENT_TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${MAIN}.styles+xml"/><Override PartName="/word/footnotes.xml" ContentType="${MAIN}.footnotes+xml"/></Types>`;

/** One style a kind of paragraph: sizes in half points, distances in twentieths of a point. */
const STYLES = `${HEAD}<w:styles ${SPACE}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${[
  style('Normal', 'Normal', '', ''),
  style('Title', 'Title', '<w:spacing w:after="160"/>', '<w:b/><w:sz w:val="40"/>'),
  style(
    'Heading1',
    'heading 1',
    '<w:keepNext/><w:spacing w:before="320" w:after="80"/><w:outlineLvl w:val="0"/>',
    '<w:b/><w:sz w:val="28"/>',
  ),
  style('Lead', 'Lead', '', '<w:sz w:val="26"/>'),
  style('ListParagraph', 'List Paragraph', '<w:spacing w:after="40"/><w:ind w:left="360"/>', ''),
  style('Quiet', 'Quiet', '', '<w:color w:val="51606C"/><w:sz w:val="19"/>'),
  style('Cell', 'Cell', '<w:spacing w:after="20"/>', '<w:sz w:val="19"/>'),
  style('FootnoteText', 'footnote text', '<w:spacing w:after="20"/>', '<w:sz w:val="17"/>'),
].join(
  '',
)}<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style><w:style w:type="table" w:styleId="Facts"><w:name w:val="Facts"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:color="15202A"/><w:bottom w:val="single" w:sz="4" w:color="CFD6DA"/><w:insideH w:val="single" w:sz="4" w:color="CFD6DA"/></w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;

function style(id: string, name: string, paragraphs: string, letters: string): string {
  const normal = id === 'Normal' ? ' w:default="1"' : '';
  const base = id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>';
  return `<w:style w:type="paragraph"${normal} w:styleId="${id}"><w:name w:val="${name}"/>${base}<w:pPr>${paragraphs}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;
}
