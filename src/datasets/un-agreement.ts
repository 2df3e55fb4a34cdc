import { type FigureRow, firstDay, lastDay } from './row.js';
import { countryOfCow } from './state-codes.js';
import { readTable } from './table.js';

/**
 * How often two states vote alike in the United Nations General Assembly, from a CSV of the agreement scores of Voeten
 * (United Nations General Assembly Voting Data): ccode1 and ccode2 (Correlates of War numbers), year, and agree, the share of
 * common votes from 0 to 1. Each pair is kept once a year. States that are gone without a successor are left out.
 *
 * @throws BadInput naming file, line and what was expected.
 */
export function unAgreementRows(text: string, file: string): FigureRow[] {
  const rows = new Map<string, FigureRow>();
  readTable(text, file, ['ccode1', 'ccode2', 'year', 'agree'], line => {
    const [one, other] = [countryOfCow(line.text('ccode1')), countryOfCow(line.text('ccode2'))];
    if (!one || !other || one === other || ['NA', null].includes(line.optional('agree'))) return;
    const [reporter, partner] = one < other ? [one, other] : [other, one];
    const year = line.year('year');
    const id = `unga-${year}:agreement:${reporter}:${partner}`;
    rows.set(id, {
      kind: 'figure',
      id,
      dataset: 'un-agreement',
      measure: 'UN vote agreement',
      reporter,
      partner,
      from: firstDay(year),
      to: lastDay(year),
      value: Number((100 * line.number('agree')).toPrecision(6)),
      unit: 'percent',
      source: 'Voeten, Strezhnev and Bailey, United Nations General Assembly Voting Data',
      url: 'https://dataverse.harvard.edu/dataset.xhtml?persistentId=doi:10.7910/DVN/LEJUQZ',
      note: 'share of common votes in which the two voted alike',
    });
  });
  return [...rows.values()];
}
