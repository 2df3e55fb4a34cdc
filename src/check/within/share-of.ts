/** A part, its whole and the share: "13 of the 40 meetings, or a third", "$30 billion of the $120 billion (40 percent)". */

import type { FigureClaim } from '../../reading.js';
import { type CheckContext, figuresIn } from '../context.js';
import { agrees, statedBy } from '../figures/tolerance.js';
import type { Check } from '../verdict.js';
import { amountWords } from '../words.js';
import { fitting, inconsistent, leeway } from './inconsistent.js';

const POINTS = 1;

/** "$18 trillion, some 65 percent of America's $28 trillion": the whole stands behind the share, the part right before it. */
function shareOfNamed(context: CheckContext, figures: FigureClaim[], at: number): Check | null {
  const [part, share, whole] = [figures[at - 1], figures[at]!, figures[at + 1]];
  if (!part || !whole || share.unit !== 'percent' || part.unit !== whole.unit || !(part.value < whole.value))
    return null;
  const { text } = context;
  const isOf =
    /^ of (?:the |its |their )?(?:[\p{Lu}][\p{L}. ]{1,24}[’']s? |total |whole )?(?:total |whole |of )?$/u.test(
      text.slice(share.end, whole.start),
    );
  const isOfPart =
    /^(?: in \d{4})?[,(–—-]? ?\(?(?:or |which is |that is )?(?:about |some |roughly |nearly |almost |just over |just under |more than |around )?$/.test(
      text.slice(part.end, share.start),
    );
  if (!isOf || !isOfPart) return null;
  const found = (100 * part.value) / whole.value;
  const slack = POINTS + found * (leeway(context, part) / part.value + leeway(context, whole) / whole.value);
  const words = `${amountWords(part.value, part.unit)} of ${amountWords(whole.value, whole.unit)} is ${amountWords(found, 'percent')}; the article says ${amountWords(share.value, 'percent')}.`;
  const judged = agrees({ ...statedBy(text, share), range: null }, found, slack) ? fitting : inconsistent;
  return judged(share, { value: found, unit: 'percent' }, words);
}

export function checkShareOf(context: CheckContext): Check[] {
  const { text } = context;
  return context.reading.sentences.flatMap(sentence => {
    const figures = figuresIn(context, sentence).filter(({ change }) => !change);
    return figures.flatMap((share, at) => {
      const ofNamed = shareOfNamed(context, figures, at);
      if (ofNamed) return [ofNamed];
      const [part, whole] = [figures[at - 2], figures[at - 1]];
      if (!part || !whole || !/^(?:percent|fraction)$/.test(share.unit) || /^(?:percent|fraction)$/.test(whole.unit))
        return [];
      const isOf = /^ (?:out )?of (?:the |its |their |all |a total of |all the )?$/.test(
        text.slice(part.end, whole.start),
      );
      const isRestated =
        /^(?:[^.;:]{0,40})(?:, or|,| or| \(|—| –) ?(?:about |some |roughly |nearly |almost |just |over |more than |just over |just under |around |or )*$/.test(
          text.slice(whole.end, share.start),
        );
      if (!isOf || !isRestated || part.unit !== whole.unit || !(part.value < whole.value)) return [];
      const found = (100 * part.value) / whole.value;
      const stated = statedBy(text, share);
      const times = share.unit === 'fraction' ? 100 : 1;
      const slack = POINTS + found * (leeway(context, part) / part.value + leeway(context, whole) / whole.value);
      const size = {
        ...stated,
        value: share.value * times,
        rounding: times === 100 ? 3 : stated.rounding,
        range: null,
      };
      if (agrees(size, found, slack)) return [];
      const words = `${amountWords(part.value, part.unit)} of ${amountWords(whole.value, whole.unit)} is ${amountWords(found, 'percent')}`;
      return [
        inconsistent(
          share,
          { value: found, unit: 'percent' },
          `${words}; the article says ${amountWords(share.value * times, 'percent')}.`,
        ),
      ];
    });
  });
}
