/**
 * Upperhand as a library: the verbs in the order of the flow, and the shapes they pass on.
 *
 *     import { readDocument } from 'upperhand';
 *     const { claims } = readDocument({ text: 'Xi Jinping met Vladimir Putin in Moscow.', date: '2023-03-20' });
 */

export { countries, countryCode, countryName } from './actors/countries.js';
export { explainActor } from './actors/explain.js';
export { type Article, articleFromText, type DocumentInput } from './article/article.js';
export { articleFromBytes } from './article/container.js';
export { articleFromHtml } from './article/html.js';
export { type Balance, balance } from './balance/balance.js';
export { type Check, checkReading } from './check/check.js';
export type { Contradiction } from './check/contradictions/contradiction.js';
export { contradictionsIn } from './check/contradictions/contradictions.js';
export { type CameoCode, cameoOf } from './claims/actions/cameo.js';
export type { EventRow, FigureRow, Row } from './datasets/row.js';
export { type Desk, openDesk } from './desk.js';
export { type Dossier, makeDossier } from './dossier/dossier.js';
export { dossierText } from './dossier/text.js';
export { BadInput, RecordUnusable, UserError, WrongUse } from './errors.js';
export type { EvidenceRef } from './evidence.js';
export { toConllu } from './language/conllu.js';
export { parseSentences } from './language/parse.js';
export { exitCost } from './levers/exit-cost/exit-cost.js';
export { worldOf } from './levers/exit-cost/world.js';
export { READER_VERSION, readArticle, readDocument } from './read.js';
export * from './reading.js';
export type { Evidence, KeptClaim } from './record/evidence.js';
export { openRecord } from './record/open.js';
export type { EvidenceRecord } from './record/record.js';
export { shippedEvidence } from './record/shipped.js';
