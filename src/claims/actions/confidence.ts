/**
 * How sure a reading of an action is: the chance that its type and both parties are right, by a logistic regression over
 * a few traits of how it was read. The weights are in models/action-confidence.csv, learnt by
 * models/train-action-confidence.ts from the labelled texts of data/training that are not held out.
 */
import { trainedModel } from '../../knowledge.js';
import type { Modality, PloverType } from '../../reading.js';

/** What the confidence of an action is weighed by. */
export interface ActionTraits {
  type: PloverType;
  modality: Modality;
  main: boolean;
  /** How doer and counterpart were found, as in `ActionReason`. */
  sourcePath: string;
  targetPath: string;
  /** How many parties each list has. */
  sources: number;
  targets: number;
  /** How well the frame fits. */
  weight: number;
  /** Clauses between the deed and the main clause. */
  depth: number;
  /** Actions read in the sentence. */
  inSentence: number;
  /** Other frames fitted too. */
  hasRivals: boolean;
}

/** The weights are kept as whole hundredths. */
export const WEIGHT_UNIT = 100;
/** No reading is certain, and none worthless. */
const [LOWEST, HIGHEST] = [0.02, 0.95];

/** The chance, 0 to 1 in hundredths, that type, source and target of an action are all as a second reader would code them. */
export function confidenceOf(traits: ActionTraits): number {
  const known = weights();
  const sum = featuresOf(traits).reduce((total, feature) => total + (known.get(feature) ?? 0), 0);
  const chance = 1 / (1 + Math.exp(-sum / WEIGHT_UNIT));
  return Math.round(Math.min(HIGHEST, Math.max(LOWEST, chance)) * 100) / 100;
}

/** The traits in the words of the model, one feature each. */
export function featuresOf(traits: ActionTraits): string[] {
  const { type, modality, main, sources, targets, weight, depth, inSentence, hasRivals } = traits;
  return [
    'any',
    `parties ${partiesBy(traits)}, ${main ? 'main' : 'other'}`,
    `type ${type}`,
    `modality ${modality}`,
    `frame weight ${Math.min(4, Math.floor(weight / 3)) * 3}`,
    `sources ${Math.min(3, sources)}`,
    `targets ${Math.min(3, targets)}`,
    `in sentence ${Math.min(4, inSentence)}`,
    ...(hasRivals ? ['rivals'] : []),
    ...(depth >= 1 ? ['below the main clause'] : []),
  ];
}

/** The weaker of the two ways by which the parties were found. */
function partiesBy({ sources, targets, sourcePath, targetPath }: ActionTraits): string {
  if (sources === 0 || targets === 0) return 'unknown';
  if (sourcePath.includes('nearest')) return 'source nearest';
  if (['nearest', 'behind', 'partner'].includes(targetPath)) return `target ${targetPath}`;
  if (targetPath === 'home' || sourcePath === 'home') return 'home';
  return targetPath === 'mutual' ? 'mutual' : 'read';
}

let learnt: Map<string, number> | null = null;

function weights(): Map<string, number> {
  learnt ??= new Map(
    trainedModel('action-confidence.csv')
      .toString('utf8')
      .split('\n')
      .filter(line => line && !line.startsWith('#'))
      .map(line => {
        const at = line.lastIndexOf(',');
        return [line.slice(0, at).replaceAll('"', ''), Number(line.slice(at + 1))] as const;
      }),
  );
  return learnt;
}
