/** What a clue to an article's date is. */
import type { DayRange, Span } from '../reading.js';

export interface DateClue extends Span {
  /** The words and what follows from them, to be shown. */
  text: string;
  /** The article was written in one of these stretches of days. */
  ranges: DayRange[];
  /** Of two that cannot both be true the weaker is dropped: a year named outright is stronger than an event told of. */
  strength: 'strong' | 'weak';
}
