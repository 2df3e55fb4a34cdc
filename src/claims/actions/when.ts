import type { ActionClaim, DayRange, TimeExpression } from '../../reading.js';
import type { Scene } from './parties.js';
import { ancestors, clauseHead, isVerb, preposition } from './tree.js';
import type { Trigger } from './trigger.js';

/** When a deed was or will be done: the time in its own clause, or the only one of the sentence. */
export function whenOf(scene: Scene, trigger: Trigger, reporter: number | null): ActionClaim['when'] {
  const own = timesUnder(scene, trigger.clause?.verb ?? trigger.head, reporter);
  if (own) {
    const to = isSince(scene, trigger, own) ? scene.page.article.date.latest : own.to;
    return { from: own.from, to, start: own.start, end: own.end };
  }
  return { from: null, to: null, start: null, end: null };
}

/** "have met since he took office in 2012": the stretch up to the article, not the year. */
function isSince(scene: Scene, trigger: Trigger, time: TimeExpression): boolean {
  return scene.tree.tokens.some(
    token => token.index > trigger.last && token.end <= time.start && token.lemma === 'since',
  );
}

/** When it was said: the time beside the reporting verb, else the day of the article. */
export function saidOf(scene: Scene, reporter: number | null): DayRange {
  const beside = reporter === null ? null : timesOfClause(scene, reporter)[0];
  if (beside) return { from: beside.from, to: beside.to };
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

/** Whether the text dates a deed more than twelve months before the article: background, never main. */
export function isBackground(when: DayRange, articleDay: string | null): boolean {
  const day = when.to ?? when.from;
  if (!day || !articleDay) return false;
  return day < `${Number(articleDay.slice(0, 4)) - 1}${articleDay.slice(4)}`;
}

function timesUnder(scene: Scene, verb: number, reporter: number | null): TimeExpression | null {
  const all = scene.times;
  if (all.length === 0) return null;
  const own = timesOfClause(scene, verb).filter(time => time.from !== null || time.to !== null);
  if (own.length > 0) return own[0]!;
  const chain = ancestors(scene.tree, verb);
  // A date before the main verb covers what hangs on it: "On Monday Iran freed the sailors it had seized" does not.
  const isAlone =
    all.length === 1 && reporter === null && (chain.length === 0 || scene.tree.tokens[verb]!.deprel === 'conj');
  return isAlone && all[0]!.from !== null ? all[0]! : null;
}

function timesOfClause(scene: Scene, verb: number): TimeExpression[] {
  return scene.times.filter(time => {
    const head = headOf(scene, time);
    if (head === null || isAgeOfThing(scene, head)) return false;
    const clause = isVerb(scene.tree.tokens[head]!) ? head : clauseHead(scene.tree, head);
    return clause === verb || (ancestors(scene.tree, head).includes(verb) && clause === verb);
  });
}

/** "part of a 2018 pact": a year before its noun says how old the thing is, not when something is done to it. */
function isAgeOfThing({ tree }: Scene, head: number): boolean {
  const { deprel, head: noun, upos } = tree.tokens[head]!;
  const isBefore = noun > head && (deprel === 'nummod' || deprel === 'compound' || deprel === 'amod');
  return isBefore && upos === 'NUM' && tree.tokens[noun]!.upos === 'NOUN';
}

function headOf(scene: Scene, time: TimeExpression): number | null {
  const inside = scene.tree.tokens.filter(token => token.start >= time.start && token.end <= time.end);
  const first = inside[0]?.index ?? -1;
  const last = inside.at(-1)?.index ?? -1;
  return inside.find(token => token.head < first || token.head > last)?.index ?? null;
}
