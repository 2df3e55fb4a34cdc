import type { DisputedField } from './recorded-event.js';
import type { Report } from './report.js';

/** What each report says of a field; `null` where it says nothing, which is no dispute. */
const FIELDS: { field: DisputedField['field']; says: (report: Report) => string | null }[] = [
  { field: 'mode', says: ({ mode }) => mode },
  { field: 'of', says: ({ of }) => of },
  // A month and a day in it do not differ; two stretches of known days do.
  { field: 'from', says: ({ stated, precision }) => (precision === 'day' ? stated!.from : null) },
  { field: 'to', says: ({ stated, precision }) => (precision === 'day' ? stated!.to : null) },
  { field: 'modality', says: ({ modality }) => modality },
  { field: 'place', says: ({ place }) => place?.name || null },
  { field: 'host', says: ({ host }) => host },
  { field: 'third', says: ({ third }) => third.join(' ') || null },
];

/** The fields on which reports of one event differ, with who says what, in the order of the fields. */
export function disputedFields(reports: Report[]): DisputedField[] {
  return FIELDS.flatMap(({ field, says }) => {
    const values = new Map<string, Report[]>();
    for (const report of reports) {
      const value = says(report);
      if (value === null) continue;
      const same = values.get(value);
      if (same) same.push(report);
      else values.set(value, [report]);
    }
    if (values.size < 2) return [];
    return [
      {
        field,
        values: [...values]
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([value, of]) => ({
            value,
            claims: of.flatMap(({ kept }) => kept ?? []),
            rows: of.flatMap(({ row }) => row?.id ?? []),
          })),
      },
    ];
  });
}
