import type { ActorMention } from '../actors/actor-mention.js';
import type { Article } from '../article/article.js';
import type { Sentence } from '../language/sentence.js';
import type { TimeExpression } from '../reading.js';

/** An article with all that the earlier stages found: what every reader of claims starts from. */
export interface AnnotatedArticle {
  article: Article;
  sentences: Sentence[];
  mentions: ActorMention[];
  times: TimeExpression[];
}
