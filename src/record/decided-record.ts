/** The decisions of a record as its owner holds them: the log, and what it means for the claims that are read now. */
import { type DuckDBConnection, listValue } from '@duckdb/node-api';
import type { Day } from '../reading.js';
import type { Anchored } from './decisions/anchor.js';
import { anchoredArticles, type Resolved, resolved } from './decisions/apply.js';
import { verdictOf } from './decisions/asked.js';
import type { Decision, DecisionAsked } from './decisions/decision.js';
import { appendDecision, idOf } from './decisions/log.js';
import type { Evidence } from './evidence.js';
import { keptClaimOf } from './kept.js';
import { rowsOf } from './sql.js';

/** The decisions that were made by a day; all of them where none is asked for. */
function decisionsBy(decisions: readonly Decision[], asOf: Day | null): Decision[] {
  return decisions.filter(({ at }) => asOf === null || at.slice(0, 10) <= asOf);
}

/** What the decisions made by a day mean now. */
export async function resolvedOn(
  connection: DuckDBConnection,
  decisions: readonly Decision[],
  asOf: Day | null,
): Promise<Resolved> {
  const made = decisionsBy(decisions, asOf);
  const articles = anchoredArticles(made);
  return resolved(
    made,
    articles.length ? await claimsIn(connection, 'list_contains($1, c.article)', [listValue(articles)]) : [],
  );
}

/** Makes a decision of what is asked and writes it down. @throws WrongUse where it means nothing in the record. */
export async function decideOn(
  connection: DuckDBConnection,
  folder: string,
  decisions: readonly Decision[],
  asked: DecisionAsked,
  evidenceOf: (country: string) => Promise<Evidence>,
): Promise<Decision> {
  const verdict = await verdictOf(asked, {
    decisions,
    claimsOf: article => claimsIn(connection, 'starts_with(c.article, $1)', [article]),
    eventsOf: async country => (await evidenceOf(country)).ledger,
    textOf: async article => {
      const found = await rowsOf(
        connection,
        `SELECT article, json_extract_string(reading, '$.document.text') AS text FROM readings WHERE starts_with(article, $1)`,
        [article],
      );
      return found.length === 1 ? { sha256: String(found[0]!.article), text: String(found[0]!.text) } : null;
    },
  });
  const content = { at: new Date().toISOString(), by: asked.by.trim(), reason: asked.reason.trim(), ...verdict };
  const id = idOf(content);
  const decision: Decision = { id, ...content };
  if (decision.verb === 'add') decision.row = { ...decision.row, id: `decision:${id}` };
  appendDecision(folder, decision);
  return decision;
}

/** All claims of some articles, without what people decided. */
async function claimsIn(
  connection: DuckDBConnection,
  which: string,
  values: Parameters<typeof rowsOf>[2],
): Promise<Anchored[]> {
  const found = await rowsOf(
    connection,
    `SELECT c.claim, c.countries, c.sentence_start, c.sentence_end, c.sentence, a.* EXCLUDE (original)
     FROM claims c JOIN articles a ON a.sha256 = c.article WHERE ${which} ORDER BY a.sha256, c.sentence_start, c.id`,
    values,
  );
  return found.map(row => ({ sha256: String(row.sha256), kept: keptClaimOf(row) }));
}
