/** Parties that a deed leaves out: the nearest one before it, and the nearest other one. */
import type { Country } from '../../reading.js';
import { type Parties, partiesOfList, type Scene } from './parties.js';
import { ancestors, clauseHead, dependents, isVerb, relation } from './tree.js';
import type { Trigger } from './trigger.js';
import { deedWords } from './words.js';

/** The nearest party before the trigger in its own stretch of the sentence. */
export function nearestBefore(scene: Scene, trigger: Trigger, without: Country[]): Parties | null {
  for (let index = trigger.first - 1; index >= 0; index--) {
    const token = scene.tree.tokens[index]!;
    if (token.form === ';' || token.form === ':') return null;
    const mention = scene.mentionAt[index];
    const parties = mention && partiesOfList(scene, mention, false);
    if (!parties) continue;
    if (parties.countries.some(country => !without.includes(country))) return parties;
    index = mention!.firstToken;
  }
  return null;
}

/**
 * The nearest other party: behind the deed in its own clause, before it, in the sentence before, and last behind it in
 * another clause; never the one who merely reports.
 */
export function nearestOther(scene: Scene, trigger: Trigger, without: Country[], onlyActors: boolean): Nearest | null {
  const { tree, recent } = scene;
  const reporters = reporterTokens(scene, trigger);
  const behind = range(trigger.last + 1, tree.tokens.length);
  const stop = behind.find(index => tree.tokens[index]!.form === ';') ?? tree.tokens.length;
  const inClause = behind.filter(
    index => index < stop && !isSubjectElsewhere(scene, trigger, index) && !isInOtherClause(scene, trigger, index),
  );
  const before = range(0, trigger.first).reverse();
  const search = (order: number[], placesToo: boolean) => firstOther(scene, order, without, reporters, placesToo);
  const places = onlyActors ? null : search(inClause, true);
  const remembered = recent.countries.filter(country => !without.includes(country));
  const behindIt = search(inClause, false);
  if (behindIt) return { parties: behindIt, path: 'behind' };
  const parties =
    search(before, false) ??
    places ??
    (remembered.length > 0 ? { countries: remembered, names: [] } : null) ??
    search(behind, !onlyActors) ??
    (onlyActors ? null : search(before, true));
  return parties && { parties, path: 'nearest' };
}

/** A counterpart that is not read from a place of its own: `behind` in the same clause, or `nearest` anywhere else. */
export interface Nearest {
  parties: Parties;
  path: 'behind' | 'nearest';
}

function firstOther(
  scene: Scene,
  order: number[],
  without: Country[],
  reporters: Set<number>,
  placesToo: boolean,
): Parties | null {
  for (const index of order) {
    const mention = scene.mentionAt[index];
    if (!mention || mention.headToken !== index || reporters.has(index)) continue;
    const parties = partiesOfList(scene, mention, placesToo);
    const others = parties?.countries.filter(country => !without.includes(country)) ?? [];
    if (others.length > 0) return { countries: others, names: parties!.names };
  }
  return null;
}

/** "ruled out a truce as Washington sat still": in a finite clause beside or under the deed's, with its own subject. */
function isInOtherClause({ tree }: Scene, trigger: Trigger, index: number): boolean {
  const own = trigger.clause?.verb ?? trigger.head;
  for (const at of [index, ...ancestors(tree, index)]) {
    if (at === own) return false;
    const isBeside = /^(?:conj|parataxis|advcl)$/.test(relation(tree, at)) && isVerb(tree.tokens[at]!);
    if (isBeside && dependents(tree, at, 'nsubj').length > 0) return true;
  }
  return false;
}

function isSubjectElsewhere(scene: Scene, trigger: Trigger, index: number): boolean {
  const token = scene.tree.tokens[index]!;
  return token.deprel.startsWith('nsubj') && token.head !== (trigger.clause?.verb ?? trigger.head);
}

/** The subject words of the verbs over the trigger that only say it: "..., a Chinese official said". */
function reporterTokens(scene: Scene, trigger: Trigger): Set<number> {
  const { tree } = scene;
  const reporters = new Set<number>();
  const own = trigger.clause?.verb ?? clauseHead(tree, trigger.head);
  for (const token of tree.tokens) {
    if (own < 0 || !deedWords('reporting').has(token.lemma) || token.index === own) continue;
    if (
      !ancestors(tree, own).includes(token.index) &&
      token.head !== own &&
      !ancestors(tree, token.index).includes(own)
    )
      continue;
    for (const subject of dependents(tree, token.index, 'nsubj')) {
      reporters.add(subject);
      const mention = scene.mentionAt[subject];
      if (mention) for (const index of range(mention.firstToken, mention.endToken)) reporters.add(index);
    }
  }
  return reporters;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
}
