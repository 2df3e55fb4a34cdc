/** What the JSON addresses answer with, by the name that their description (schema/openapi.json) gives it. */
import type { Balance } from '../balance/balance.js';
import type { Movement } from '../balance/movement.js';
import type { Contradiction } from '../check/contradictions/contradiction.js';
import type { ReadArticle } from '../desk.js';
import type { Changes } from '../dossier/changes.js';
import type { Chronology } from '../dossier/chronology/chronology.js';
import type { Concordance } from '../dossier/chronology/concordance.js';
import type { Comparison } from '../dossier/comparison.js';
import type { LoggedDecision } from '../dossier/deciding.js';
import type { Dossier } from '../dossier/dossier.js';
import type { ExitAnswer } from '../dossier/exit-what-if.js';
import type { Sources } from '../dossier/sources.js';
import type { KeptArticle } from '../record/record.js';
import type { SearchResult } from '../record/search/query.js';
import type { Addition } from './adding.js';

/** A part of a list. */
export interface Part {
  /** The address of the next part; `null` where this is the last. */
  next: string | null;
}

export interface ChronologyPart extends Chronology, Part {}
export interface ConcordancePart extends Concordance, Part {}
export interface SearchPart extends SearchResult, Part {}

export interface ArticlesPart extends Part {
  found: number;
  articles: KeptArticle[];
}

export interface ContradictionsPart extends Part {
  found: number;
  contradictions: Contradiction[];
}

/** All decisions of the record, the latest first. */
export interface Corrections {
  decisions: LoggedDecision[];
}

/** Every answer: what schemas are made for. */
export interface Answers {
  dossier: Dossier;
  balance: Balance;
  movement: Movement;
  article: ReadArticle;
  articles: ArticlesPart;
  contradictions: ContradictionsPart;
  changes: Changes;
  chronology: ChronologyPart;
  concordance: ConcordancePart;
  search: SearchPart;
  comparison: Comparison;
  sources: Sources;
  corrections: Corrections;
  exitWhatIf: ExitAnswer;
  addition: Addition;
}
