/** Why the actions of a text were read as they were, in plain words: `upperhand read --explain --output-format text`. */
import type { explainActions } from '../claims/action.js';
import { frames } from '../claims/actions/frames.js';

type Explained = ReturnType<typeof explainActions>[number];

/**
 * One paragraph for each word that was weighed, in the order of the text: what it became, or why nothing came of it; the
 * frame that decided with its file and example; how the parties were found; what else fitted.
 *
 * @param text the text that the offsets count in
 */
export function explainedText(text: string, explained: Explained[]): string {
  return explained.map(one => paragraph(text, one)).join('\n');
}

function paragraph(text: string, { claim, reason }: Explained): string {
  const words = `"${text.slice(reason.start, reason.end)}"`;
  const head = claim
    ? `${words}: ${claim.type}${claim.of ? ` of ${claim.of}` : ''}, ${parties(claim.source)} > ${parties(claim.target)}, ` +
      `${claim.modality}${claim.negated ? ', did not take place' : ''}${claim.main ? ', main' : ''}`
    : `${words}: no action, ${reason.dropped}`;
  const rest = [
    `frame ${describedFrame(reason.frame)}, weight ${reason.weight}`,
    `parties: source by ${reason.sourcePath}, target by ${reason.targetPath}; ${reason.depth} below the main clause`,
    ...(reason.cameo ? [inCameo(reason.cameo)] : []),
    ...(reason.runnersUp.length > 0 ? [`also fitted: ${reason.runnersUp.map(told).join(', ')}`] : []),
  ];
  return [head, ...rest.map(line => `    ${line}`)].join('\n');
}

const QUADS = { 1: 'verbal cooperation', 2: 'material cooperation', 3: 'verbal conflict', 4: 'material conflict' };

function inCameo({ code, quad, goldstein }: NonNullable<Explained['reason']['cameo']>): string {
  return `CAMEO ${code}, ${QUADS[quad]}, Goldstein ${goldstein}`;
}

function told({ frame, weight }: Explained['reason']['runnersUp'][number]): string {
  return `${frame} (${weight})`;
}

function describedFrame(id: string): string {
  const frame = frames().find(other => other.id === id);
  const example = frame?.example ? `, as in "${frame.example}"` : '';
  return `${id} of data/frames/${id.replace(/-\d+$/, '').toLowerCase()}.csv${example}`;
}

function parties(countries: string[]): string {
  return countries.length > 0 ? countries.join(' and ') : 'nobody named';
}
