import type { Token } from '../../language/sentence.js';
import type { ActionClaim, DayRange, TimeExpression } from '../../reading.js';
import { datedWord, headOfSpan, type IsEvent, markerOf } from '../time-attachment.js';
import type { Scene } from './parties.js';
import { ancestors, dependents, isVerb, preposition, relation, type Tree } from './tree.js';
import type { Trigger } from './trigger.js';
import { candidates } from './wording.js';
import { deedWords } from './words.js';

/** When a deed was or will be done: by a time of its own clause or of its noun; the time of another clause is none. */
export function whenOf(scene: Scene, trigger: Trigger): ActionClaim['when'] {
  const own = timeOf(scene, trigger.clause?.verb ?? placingVerb(scene.tree, trigger) ?? trigger.head, trigger.head);
  if (!own) return { from: null, to: null, start: null, end: null };
  const { time, isSince } = own;
  const to = isSince ? scene.page.article.date.latest : time.to;
  return { from: time.from, to, start: time.start, end: time.end };
}

/** The verb that only says when the deed of a noun, its subject, is or was: "the visit comes next week". */
function placingVerb(tree: Tree, { frame, head }: Trigger): number | null {
  if (frame.pos === 'verb' || relation(tree, head) !== 'nsubj') return null;
  const verb = tree.tokens[head]!.head;
  return verb >= 0 && deedWords('taking-place').has(tree.tokens[verb]!.lemma) ? verb : null;
}

/** Whether the text puts a deed behind the last day on which it may have been written: it has not taken place. */
export function isStillToCome({ page }: Scene, { from }: ActionClaim['when']): boolean {
  const { latest } = page.article.date;
  return from !== null && latest !== null && from > latest;
}

/** When it was said: the time beside the reporting verb, else the day of the article. */
export function saidOf(scene: Scene, reporter: number | null): DayRange {
  const beside = reporter === null ? null : timeOf(scene, reporter, reporter);
  if (beside) return { from: beside.time.from, to: beside.time.to };
  const { earliest, latest } = scene.page.article.date;
  return { from: earliest, to: latest };
}

/** Where a deed took place: the place named in its clause. */
export function placeOf(scene: Scene, trigger: Trigger): ActionClaim['place'] {
  const verb = trigger.clause?.verb ?? trigger.head;
  const { tree, mentionAt } = scene;
  for (const child of [...tree.children[verb]!, ...tree.children[trigger.head]!]) {
    const marker = preposition(tree, child);
    const mention = mentionAt[child];
    if (!marker || !mention || !['in', 'at', 'near', 'off', 'outside'].includes(marker)) continue;
    if (mention.kind !== 'place' && mention.kind !== 'name') continue;
    const { name, start, end, countries } = mention;
    return { name, country: countries[0] ?? null, start, end };
  }
  return null;
}

/**
 * Whether the text dates a deed more than twelve months before the article: background, never main. A cause or an occasion
 * without a time of its own is as old as what it led to: "cut ties in 2016 after crowds stormed its embassy".
 */
export function isBackground(scene: Scene, trigger: Trigger, when: ActionClaim['when']): boolean {
  const { latest } = scene.page.article.date;
  if (when.from !== null || when.to !== null) return isLongBefore(when, latest);
  for (const over of ledTo(scene.tree, trigger)) {
    const own = timeOf(scene, over, over);
    if (own) return !own.isSince && isLongBefore(own.time, latest);
  }
  return false;
}

function isLongBefore({ from, to }: DayRange, articleDay: string | null): boolean {
  const day = to ?? from;
  if (!day || !articleDay) return false;
  return day < `${Number(articleDay.slice(0, 4)) - 1}${articleDay.slice(4)}`;
}

/** The verbs over a deed that it is a cause, an occasion, a manner or the content of, nearest first. */
function ledTo(tree: Tree, trigger: Trigger): number[] {
  const verbs: number[] = [];
  let at = trigger.clause?.verb ?? trigger.head;
  for (const over of ancestors(tree, at)) {
    const deprel = tree.tokens[at]!.deprel;
    if (!/^(?:advcl|obl|xcomp|ccomp|nmod|conj|obj)(?::|$)/.test(deprel) || deprel === 'acl:relcl') return verbs;
    if (isVerb(tree.tokens[over]!)) verbs.push(over);
    at = over;
  }
  return verbs;
}

/** A time with whether it opened a stretch up to the article: "since 2012", "since he took office in 2012". */
interface OwnTime {
  time: TimeExpression;
  isSince: boolean;
}

/** The time of a verb or of the noun it carries; joined verbs share what stands before the first or what has one doer. */
function timeOf(scene: Scene, verb: number, word: number): OwnTime | null {
  const { tokens } = scene.tree;
  const isOver = (head: number) => head === verb || head === word;
  for (const time of scene.times) {
    if (time.from === null && time.to === null) continue;
    const dated = datedWord(tokens, time, isEvent);
    if (dated === null) continue;
    if (isOver(dated)) return { time, isSince: isLedBySince(tokens, time) };
    const { head, deprel } = tokens[dated]!;
    if (isOver(head) && deprel === 'advcl' && markerOf(tokens, dated) === 'since') return { time, isSince: true };
  }
  const { head, deprel } = tokens[verb]!;
  if (head < 0 || (deprel !== 'conj' && deprel !== 'xcomp')) return null;
  const shared = isVerb(tokens[head]!) ? timeOf(scene, head, head) : null;
  const hasOwnDoer = deprel === 'conj' && dependents(scene.tree, verb, 'nsubj').length > 0;
  return shared && (!hasOwnDoer || shared.time.end <= tokens[head]!.start) ? shared : null;
}

function isLedBySince(tokens: Token[], time: TimeExpression): boolean {
  const head = headOfSpan(tokens, time);
  if (head === null) return false;
  const over = tokens[head]!.head;
  return markerOf(tokens, head) === 'since' || (over >= 0 && tokens[over]!.lemma.toLowerCase() === 'since');
}

/** A noun that a frame knows as a deed. */
const isEvent: IsEvent = ({ lemma, form }) => candidates('noun', lemma, form).length > 0;
