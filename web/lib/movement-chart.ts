import type { Movement } from '$upperhand/balance/movement.js';
import type { Chart } from '$upperhand/dossier/section.js';

/** The balance year by year as a chart; `null` where fewer than two years have one. */
export function movementChart(
  { years, window }: Movement,
  [first]: [string, string],
): Extract<Chart, { kind: 'band' }> | null {
  const points = years.flatMap(({ year, share, band }) =>
    share === null || !band
      ? []
      : [{ year, value: 100 * share, low: 100 * band[0], high: 100 * band[1], evidence: [] }],
  );
  if (points.length < 2) return null;
  return {
    kind: 'band',
    title: `In how many of 100 weightings ${first} has the better of it`,
    unit: 'of 100 weightings',
    source: `own computation; each year by the data of it and of the ${window - 1} years before`,
    points,
    even: 50,
  };
}
