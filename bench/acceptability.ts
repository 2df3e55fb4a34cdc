/**
 * How near the share of weightings is to the true one with twelve uncertain levers, and how long it takes. What is true is
 * drawn in another way, by plain simulation with another generator, ten million times: right to about 0.00015.
 *
 *   npm run bench -- acceptability [DRAWS]
 */
import { weigh } from '../src/balance/weightings.js';

type Lever = { x: number; interval: [number, number] };

const draws = Number(process.argv[2] ?? 10_000_000);
const SHAPES = {
  'groups of 4, 3, 3, 2': [4, 3, 3, 2],
  'groups of 3': [3, 3, 3, 3],
  flat: new Array<number>(12).fill(1),
};
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

for (const [name, shape] of Object.entries(SHAPES)) {
  const groups = shape.map((size, g) => Array.from({ length: size }, (_, k) => lever(5 * g + k)));
  const truth = plainShare(groups);
  weigh(groups);
  const begun = process.cpuUsage();
  const found = SEEDS.map(seed => weigh(groups, { seed }).share);
  const { user, system } = process.cpuUsage(begun);
  const furthest = Math.max(...found.map(share => Math.abs(share - truth)));
  console.log(
    `${name}: true ${truth.toFixed(5)}, of ${SEEDS.length} seeds the furthest ${furthest.toFixed(5)} off; ${((user + system) / 1000 / SEEDS.length).toFixed(1)} ms each`,
  );
}

/** Levers on both sides of zero, with intervals that are wide, narrow and lopsided. */
function lever(i: number): Lever {
  const x = 0.45 * Math.sin(2.3 * i + 1);
  return { x, interval: [x - 0.2 * Math.abs(Math.sin(i)), x + 0.25 * Math.abs(Math.cos(3 * i))] };
}

function plainShare(groups: Lever[][]): number {
  let favoured = 0;
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0;
    for (const levers of groups) {
      let [value, total] = [0, 0];
      for (const { x, interval } of levers) {
        const weight = -Math.log(1 - Math.random());
        const end = Math.random() < 0.5 ? interval[0] : interval[1];
        value += weight * (x + Math.random() * (end - x));
        total += weight;
      }
      // Weights of groups need not sum to one: only the sign counts.
      sum -= Math.log(1 - Math.random()) * (value / total);
    }
    if (sum > 0) favoured++;
  }
  return favoured / draws;
}
