/** The wording of the library, for pages: the one thing of it that they hold. */

export { standingWords } from '$upperhand/dossier/standing.js';
export {
  amountWords,
  countWords,
  dayWords,
  listWords,
  numberWords,
  periodWords,
} from '$upperhand/dossier/words.js';
