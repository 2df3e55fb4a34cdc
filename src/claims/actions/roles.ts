import type { Country, PloverType } from '../../reading.js';
import { agentlessDoer } from './agentless.js';
import { type Clause, clauseOf } from './clause.js';
import { isNamelessGroup, statusesOf } from './frames.js';
import { NOBODY, type Parties, partiesOf, partiesOfList, type Scene, union } from './parties.js';
import { ancestors, clauseHead, dependents, isVerb, preposition, relation } from './tree.js';
import type { Trigger } from './trigger.js';

/** Who did it and to whom, and by which path that was read. */
export interface Roles {
  source: Country[];
  target: Country[];
  names: string[];
  /** The head words of the doers, for the deeds that borrow them. */
  doers: number[];
  /** `subject`, `by`, `possessor`, `nearest` ...: how the doer was found; the same for the counterpart. */
  sourcePath: string;
  targetPath: string;
}

/** Deeds that are as often done at home: without another party they stay inside the country. */
const OFTEN_DOMESTIC: ReadonlySet<PloverType> = new Set(['PROTEST', 'COERCE', 'ASSAULT']);
/** A deployment or a test names nobody more often than it is aimed at home. */
const SELDOM_AT_HOME: ReadonlySet<PloverType> = new Set(['MOBILIZE']);
/** Deeds of a state towards others: without a counterpart in the sentence it is unknown, not the country itself. */
const AIMED_ABROAD: ReadonlySet<PloverType> = new Set([
  'ACCUSE',
  'REQUEST',
  'SANCTION',
  'SUPPORT',
  'AGREE',
  'REJECT',
  'CONCEDE',
]);
/** Deeds that need another party: where the parse shows none, the nearest one in the sentence is taken. */
const NEEDS_COUNTERPART: ReadonlySet<PloverType> = new Set([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'SANCTION',
  'MOBILIZE',
  'RETREAT',
  'COERCE',
  'ASSAULT',
]);
/** Prepositions after which a mere place is a party: troops go into it, envoys are recalled from it. */
const PLACE_SLOTS = new Set([
  'between',
  'among',
  'to',
  'from',
  'into',
  'in',
  'at',
  'near',
  'on',
  'against',
  'over',
  'around',
  'off',
  'inside',
  'of',
  'out',
  'toward',
  'towards',
  'outside',
  'along',
  'through',
  'past',
  'by',
  'for',
  'with',
  'upon',
  'under',
  'across',
]);

/** Reads source and target of a deed from the clause of its trigger. */
export function rolesOf(scene: Scene, trigger: Trigger): Roles {
  return trigger.frame.mutual ? mutualRoles(scene, trigger) : directedRoles(scene, trigger);
}

function mutualRoles(scene: Scene, trigger: Trigger): Roles {
  const found: Parties[] = [];
  const between = slotParties(scene, trigger, 'between');
  if (between.countries.length > 1) found.push(between);
  const doers = doersOf(scene, trigger);
  found.push(doers.parties);
  for (const slot of trigger.frame.target)
    if (slot !== 'subj') found.push(slotParties(scene, trigger, slot, slot === 'between' || slot === 'with', false));
  let all = union(found);
  let path = doers.path;
  if (all.countries.length === 1) {
    const other = nearestOther({ ...scene, recent: NOBODY }, trigger, all.countries, trigger.frame.type !== 'ASSAULT');
    if (other) {
      all = union([all, other.parties]);
      path = `${path}+nearest`;
    }
  }
  return {
    source: all.countries,
    target: all.countries,
    names: all.names,
    doers: doers.heads,
    sourcePath: path,
    targetPath: 'mutual',
  };
}

function directedRoles(scene: Scene, trigger: Trigger): Roles {
  const { frame } = trigger;
  const doers = doersOf(scene, trigger);
  let source = doers.parties;
  let sourcePath = doers.path;
  let target = NOBODY;
  let targetPath = 'none';
  let atHome = false;
  const isOwnHead = (head: number) => scene.mentionAt[head]?.headToken === head;
  for (const slot of frame.target) {
    if (slot === 'self') {
      atHome = true;
      continue;
    }
    const parties = slotParties(scene, trigger, slot);
    const others = parties.countries.filter(country => !source.countries.includes(country));
    if (others.length > 0) {
      target = { countries: others, names: parties.names };
      targetPath = slot;
      break;
    }
    // "in the Palestinian uprising" is no place at home, "in Hebron" is; "them" are others than the doers.
    const isOther = slot === 'obj' && isObjectPronoun(scene, slotHeads(scene, trigger, slot));
    if (parties.countries.length > 0 && !isOther && (slot === 'obj' || slotHeads(scene, trigger, slot).some(isOwnHead)))
      atHome = true;
  }
  const hasDoer = doers.heads.length > 0;
  // "Students throughout Indonesia marched": a place tells whose people they are.
  if (source.countries.length === 0 && hasDoer && OFTEN_DOMESTIC.has(frame.type)) {
    const there = union(doers.heads.map(head => partiesOf(scene, head, true)));
    if (there.countries.length > 0) {
      source = there;
      sourcePath = 'place';
    }
  }
  const isDoerNameless = source.countries.length === 0 && isNameless(scene, doers.heads);
  if (source.countries.length === 0 && !isDoerNameless && !frame.agentOnly && !(trigger.clause?.passive && !hasDoer)) {
    const before =
      trigger.frame.pos === 'verb' || trigger.clause ? nearestBefore(scene, trigger, target.countries) : null;
    if (before) {
      source = before;
      sourcePath = 'nearest';
    }
  }
  if (source.countries.length === 0 && !frame.agentOnly) {
    const doer = agentlessDoer(scene, trigger, target.countries);
    source = doer.parties;
    sourcePath = doer.path;
    if (target.countries.some(country => !source.countries.includes(country)))
      target = { ...target, countries: target.countries.filter(country => !source.countries.includes(country)) };
    else if (source.countries.length > 0) target = { ...target, countries: [] };
  }
  const isTargetNameless =
    target.countries.length === 0 &&
    isNameless(
      scene,
      frame.target.flatMap(slot => slotHeads(scene, trigger, slot)),
    );
  if (isTargetNameless) targetPath = 'nameless';
  if (
    target.countries.length === 0 &&
    !isTargetNameless &&
    NEEDS_COUNTERPART.has(frame.type) &&
    !(atHome && OFTEN_DOMESTIC.has(frame.type))
  ) {
    const other = nearestOther(scene, trigger, source.countries, frame.type === 'REQUEST' || frame.type === 'ACCUSE');
    if (other && source.countries.length > 0) {
      target = other.parties;
      targetPath = other.path;
    }
  }
  if (isTargetNameless) targetPath = 'nameless';
  if (
    target.countries.length === 0 &&
    !isTargetNameless &&
    source.countries.length > 0 &&
    (atHome || source.countries.length > 1 || staysAtHome(scene, frame.type, doers.heads))
  ) {
    target = { countries: source.countries, names: [] };
    targetPath = 'home';
  }
  // Whoever is in the streets, the country that is named is theirs.
  if (source.countries.length === 0 && frame.type === 'PROTEST') {
    const named = target.countries.length > 0 ? target : nearestOther(scene, trigger, [], false)?.parties;
    if (named) {
      source = named;
      target = named;
      sourcePath = 'home';
      targetPath = 'home';
    }
  }
  // "Rwandan troops were pulled back": who is withdrawn belongs to who withdraws.
  if (
    source.countries.length === 0 &&
    frame.type === 'RETREAT' &&
    frame.mode === 'withdraw' &&
    target.countries.length > 0
  ) {
    source = target;
    sourcePath = 'object';
  }
  if (source.countries.length === 0 && target.countries.length > 0 && OFTEN_DOMESTIC.has(frame.type) && hasDoer) {
    source = target;
    sourcePath = 'home';
  }
  return {
    source: source.countries,
    target: target.countries,
    names: [...new Set([...source.names, ...target.names])],
    doers: doers.heads,
    sourcePath,
    targetPath,
  };
}

/**
 * Whether a deed without another party is one inside the country: what a whole state says or withholds is aimed at
 * somebody the sentence leaves out, what its police or its opposition do is not.
 */
function staysAtHome({ mentionAt }: Scene, type: PloverType, doers: number[]): boolean {
  if (SELDOM_AT_HOME.has(type)) return false;
  if (!AIMED_ABROAD.has(type)) return true;
  return !doers.some(head => {
    const mention = mentionAt[head];
    return mention?.headToken === head && (mention.kind === 'metonym' || (mention.kind === 'name' && !mention.person));
  });
}

function isObjectPronoun({ tree }: Scene, heads: number[]): boolean {
  return heads.length > 0 && heads.every(head => /^(?:him|her|them|it|us|me)$/i.test(tree.tokens[head]!.form));
}

/** "European allies", "the West": a party that is there and has no country, so no other may take its place. */
function isNameless({ tree }: Scene, heads: number[]): boolean {
  return heads.some(head => isNamelessGroup(tree.tokens[head]!));
}

interface Doers {
  heads: number[];
  parties: Parties;
  path: string;
}

function doersOf(scene: Scene, trigger: Trigger): Doers {
  const { frame, clause, head } = trigger;
  if (frame.agentOnly) return fromHeads(scene, clause?.phrases.get('by') ?? [], 'by');
  if (frame.source.length > 0) {
    const parties = union([NOBODY, ...frame.source.map(slot => slotParties(scene, trigger, slot, slot === 'from'))]);
    return { heads: clause?.objects ?? [], parties, path: frame.source[0]! };
  }
  if (frame.pos === 'verb' && clause) return fromHeads(scene, clause.doers, clause.passive ? 'by' : 'subject');
  return nounDoers(scene, head, clause, frame.target[0] === 'self');
}

/** The doer of a deed named by a noun: its possessor, its nationality, its by-agent, or the subject of its light verb. */
function nounDoers(scene: Scene, noun: number, support: Clause | null, isAlone: boolean): Doers {
  const { tree } = scene;
  const children = tree.children[noun]!;
  const tries: [string, number[]][] = [
    [
      'subject',
      tree.children[noun]!.some(child => tree.tokens[child]!.deprel === 'cop') ? dependents(tree, noun, 'nsubj') : [],
    ],
    ['possessor', children.filter(child => tree.tokens[child]!.deprel === 'nmod:poss')],
    ['nationality', children.filter(child => ['amod', 'compound', 'flat'].includes(relation(tree, child)))],
    ['by', children.filter(child => preposition(tree, child) === 'by')],
    ['light verb', support && !support.passive ? support.doers : (support?.phrases.get('by') ?? [])],
    ['engaged', engagedIn(scene, noun)],
    ['planner', plannersOf(scene, noun)],
    // "at the request of Kenya": there the one who asks stands after "of".
    [
      'of',
      isAlone || preposition(tree, noun) === 'at' ? children.filter(child => preposition(tree, child) === 'of') : [],
    ],
    ['from', children.filter(child => preposition(tree, child) === 'from')],
  ];
  for (const [path, heads] of tries) {
    const found = fromHeads(scene, heads, path);
    if (found.parties.countries.length > 0) return found;
  }
  const carrier = carryingNoun(scene, noun);
  if (carrier !== null) {
    const found = nounDoers(scene, carrier, support, false);
    if (found.parties.countries.length > 0) return found;
  }
  // "the Turkish jets' raid" may be one mention, nationality and deed together.
  const whole = partiesOf(scene, noun);
  const mention = scene.mentionAt[noun];
  if (mention && whole.countries.length > 0) return { heads: [noun], parties: whole, path: 'phrase' };
  return { heads: [], parties: NOBODY, path: 'none' };
}

/** "the Swedish imposition of sanctions": the noun over a deed that only says that it is done. */
function carryingNoun({ tree }: Scene, noun: number): number | null {
  const { head } = tree.tokens[noun]!;
  const carries = head >= 0 && head < noun && CARRYING.has(tree.tokens[head]!.lemma);
  return carries && preposition(tree, noun) === 'of' ? head : null;
}

const CARRYING = new Set(
  'imposition introduction adoption renewal extension tightening announcement launch conduct continuation resumption wave series round campaign expansion escalation issuing issuance granting provision delivery dispatch'.split(
    ' ',
  ),
);

/** "is considering new sanctions": who announces or weighs a deed is who would do it. */
function plannersOf(scene: Scene, noun: number): number[] {
  const { tree } = scene;
  const verb = tree.tokens[noun]!.head;
  if (verb < 0 || relation(tree, noun) !== 'obj') return [];
  const statuses = statusesOf('verb', tree.tokens[verb]!.lemma);
  const { passive, doers } = clauseOf(scene, verb);
  return !passive && statuses.some(status => status === 'announced' || status === 'proposed') ? doers : [];
}

/** "were engaged in ethnic cleansing", "responded with air strikes": the deed of whoever takes part in it. */
function engagedIn(scene: Scene, noun: number): number[] {
  const { tree } = scene;
  const verb = tree.tokens[noun]!.head;
  if (verb < 0 || !ENGAGING.has(tree.tokens[verb]!.lemma)) return [];
  const marker = preposition(tree, noun);
  if (marker !== 'in' && marker !== 'with' && marker !== 'to') return [];
  const { passive, doers, objects } = clauseOf(scene, verb);
  return passive ? objects : doers;
}

const ENGAGING = new Set(
  'engage involve participate take respond react reply answer retaliate proceed persist collude begin open start follow resort'.split(
    ' ',
  ),
);

function fromHeads(scene: Scene, heads: number[], path: string): Doers {
  if (heads.length === 0) return { heads, parties: NOBODY, path: 'none' };
  return { heads, parties: union(heads.map(head => partiesOf(scene, head))), path };
}

/** The parties in one slot of a deed. */
function slotParties(scene: Scene, trigger: Trigger, slot: string, placesToo = true, venuesToo = true): Parties {
  const heads = slotHeads(scene, trigger, slot);
  if (heads.length === 0) return NOBODY;
  if (slot === 'comp') return firstParties(scene, heads);
  const places = placesToo && (slot === 'obj' || slot === 'place' || slot === 'comp' || PLACE_SLOTS.has(slot));
  return union(heads.map(head => partiesOf(scene, head, places, venuesToo)));
}

/** The content of a promise may name many: the first who is named is the one it is about. */
function firstParties(scene: Scene, heads: number[]): Parties {
  for (const head of heads) {
    const parties = partiesOf(scene, head, true);
    if (parties.countries.length > 0) return parties;
  }
  return NOBODY;
}

function slotHeads(scene: Scene, trigger: Trigger, slot: string): number[] {
  const { tree } = scene;
  const { clause, head, frame } = trigger;
  if (frame.pos !== 'verb') {
    if (slot === 'subj') return clause?.doers ?? [];
    if (slot === 'poss') {
      return tree.children[head]!.filter(child =>
        ['nmod:poss', 'amod', 'compound'].includes(tree.tokens[child]!.deprel),
      );
    }
    const own = tree.children[head]!.filter(child => preposition(tree, child) === slot);
    return own.length > 0 ? own : (clause?.phrases.get(slot) ?? outerPhrases(scene, head, slot));
  }
  if (!clause) return [];
  switch (slot) {
    case 'subj':
      return clause.passive ? clause.objects : clause.doers;
    case 'obj':
      return clause.objects;
    case 'iobj':
      return clause.indirect;
    case 'that':
    case 'clause':
      // "voiced concern that China ...": the clause may hang on the noun.
      return [...clause.complements, ...clause.objects.flatMap(noun => thatClauses(scene, noun))].flatMap(child =>
        dependents(tree, child, 'nsubj'),
      );
    case 'comp':
      return clause.complements.flatMap(child => complementHeads(scene, child));
    case 'judged':
      return [...clause.objects, ...clause.complements];
    case 'protest-of':
      // "in defiance of the Chinese authorities", "in protest at the French tests"
      return (clause.phrases.get('in') ?? [])
        .filter(noun => PROTESTING.has(tree.tokens[noun]!.lemma))
        .flatMap(noun => dependents(tree, noun, 'nmod', 'obl').filter(child => preposition(tree, child) !== 'in'));
    case 'place':
      return ['in', 'at', 'near', 'outside'].flatMap(marker => clause.phrases.get(marker) ?? []);
    default:
      return clause.phrases.get(slot) ?? [];
  }
}

function thatClauses({ tree }: Scene, noun: number): number[] {
  return dependents(tree, noun, 'acl', 'ccomp').filter(child =>
    dependents(tree, child, 'mark').some(mark => tree.tokens[mark]!.form.toLowerCase() === 'that'),
  );
}

/** Nouns that lead to whom a protest is aimed at. */
const PROTESTING = new Set(['protest', 'defiance', 'anger', 'fury', 'opposition', 'objection', 'outrage', 'revolt']);

/** A phrase may hang on the verb over the noun: "carried out an attack on Friday on Syria". */
function outerPhrases(scene: Scene, noun: number, slot: string): number[] {
  const { tree } = scene;
  const verb = tree.tokens[noun]!.head;
  if (verb < 0 || !isVerb(tree.tokens[verb]!)) return [];
  if (!['between', 'with', 'against', 'on'].includes(slot)) return [];
  return tree.children[verb]!.filter(child => child > noun && preposition(tree, child) === slot);
}

/** Whom the content of a promise, threat or demand is about: objects first, then the phrases of its clause. */
export function complementHeads(scene: Scene, verb: number): number[] {
  const inner = clauseOf(scene, verb);
  const nested = inner.complements.flatMap(child => {
    const deeper = clauseOf(scene, child);
    return [...deeper.indirect, ...deeper.objects, ...[...deeper.phrases.values()].flat()];
  });
  return [...inner.indirect, ...inner.objects, ...[...inner.phrases.values()].flat(), ...nested];
}

/** The nearest party before the trigger in its own stretch of the sentence. */
function nearestBefore(scene: Scene, trigger: Trigger, without: Country[]): Parties | null {
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
function nearestOther(scene: Scene, trigger: Trigger, without: Country[], onlyActors: boolean): Nearest | null {
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
interface Nearest {
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
    if (own < 0 || !REPORTING.has(token.lemma) || token.index === own) continue;
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

const REPORTING = new Set([
  'say',
  'report',
  'tell',
  'announce',
  'confirm',
  'state',
  'quote',
  'add',
  'write',
  'claim',
  'tweet',
]);

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
}
