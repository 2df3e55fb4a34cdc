import { findMentions } from './actors/mentions.js';
import { type Article, articleFromText, type DocumentInput } from './article/article.js';
import { readActions } from './claims/action.js';
import { readAddresses } from './claims/address.js';
import type { AnnotatedArticle } from './claims/annotated.js';
import { assembleClaims } from './claims/assemble.js';
import { readFigures } from './claims/figure.js';
import { readJudgements } from './claims/judgement.js';
import { readOffices } from './claims/office.js';
import { readStatements } from './claims/statement.js';
import { parseSentences } from './language/parse.js';
import type { Sentence } from './language/sentence.js';
import type { PublicationDate, Reading } from './reading.js';
import { findTimes } from './time/find.js';

export { READER_VERSION } from './reader-version.js';

import { dateFromDateline, dateFromUrl, inferPublicationDate } from './time/publication-date.js';

/**
 * Reads a plain text: the whole journey from words to claims.
 *
 * @throws BadInput where the text is empty or its given date is none.
 */
export function readDocument(input: DocumentInput): Reading {
  return readArticle(articleFromText(input));
}

/**
 * Reads an article:
 *
 * 1. sentences, with their words parsed;
 * 2. the article's own date, where nobody gave it;
 * 3. actors and times, which both need that date;
 * 4. claims, one reader a kind;
 * 5. who asserts each claim, and how they hang together.
 */
export function readArticle(undated: Article): Reading {
  const { claims, ...page } = annotateAndRead(undated);
  const { titleSpan: _, ...document } = page.article;
  return {
    document,
    sentences: page.sentences.map(({ start, end, boilerplate }) => ({ start, end, boilerplate })),
    mentions: page.mentions.map(({ start, end, countries, person, organisation, name, kind }) => ({
      start,
      end,
      countries,
      person,
      organisation,
      name,
      kind,
    })),
    times: page.times.map(({ start, end, type, value, from, to }) => ({ start, end, type, value, from, to })),
    claims,
  };
}

/** The stages before the claims: what every reader of claims starts from. */
export function annotate(undated: Article): AnnotatedArticle {
  const sentences = parseSentences(undated.text);
  const article = { ...undated, date: publicationDate(undated, sentences) };
  const mentions = findMentions(article, sentences);
  const times = findTimes(article, sentences);
  return { article, sentences, mentions, times };
}

function annotateAndRead(undated: Article) {
  const page = annotate(undated);
  const actions = readActions(page);
  const statements = readStatements(page, actions);
  const found = [
    ...actions,
    ...statements,
    ...readFigures(page),
    ...readAddresses(page, statements),
    ...readOffices(page),
    ...readJudgements(page),
  ];
  return { ...page, claims: assembleClaims(page, found) };
}

/** Given, else from metadata, the dateline or the address, else inferred from the text's own clues. */
function publicationDate(article: Article, sentences: Sentence[]): PublicationDate {
  if (article.date.basis !== 'unknown') return article.date;
  return (
    dateFromDateline(article.text) ??
    (article.url ? dateFromUrl(article.url) : null) ??
    inferPublicationDate(article.text, sentences, article.title).date
  );
}
