/** How far a share may be off because other texts could have been drawn: percentile bootstrap over texts (Efron 1979). */

/** What one text adds to a share: so many right, of so many. */
export interface Tally {
  right: number;
  of: number;
}

const DRAWS = 1000;

/** The share with its 95 % interval, as `0.713 (0.690 to 0.735)`; the same texts give the same interval. */
export function shareWords(texts: readonly Tally[]): string {
  const shareOf = (pick: (index: number) => Tally) => {
    let right = 0;
    let of = 0;
    for (let i = 0; i < texts.length; i++) {
      const text = pick(i);
      right += text.right;
      of += text.of;
    }
    return of > 0 ? right / of : 0;
  };
  const random = seeded(1);
  const drawn = Array.from({ length: DRAWS }, () =>
    shareOf(() => texts[Math.floor(random() * texts.length)] ?? { right: 0, of: 0 }),
  ).sort((a, b) => a - b);
  const at = (part: number) => drawn[Math.round(part * (DRAWS - 1))]!.toFixed(3);
  return `${shareOf(i => texts[i]!).toFixed(3)} (${at(0.025)} to ${at(0.975)})`;
}

/** Numbers in [0, 1) by the generator of Park and Miller (1988). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
