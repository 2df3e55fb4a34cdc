/** A deed that a sentence names twice is one. */
import type { Deed } from './deed.js';

/** "flew to Jakarta, his first trip": a noun that only names an earlier deed of the sentence again. */
export function dropRepeats(deeds: Deed[]): void {
  deeds.forEach((deed, index) => {
    if (deed.trigger.frame.pos !== 'noun' || deed.dropped) return;
    const isRepeat = deeds.some(
      (other, place) =>
        place !== index &&
        !other.dropped &&
        (place < index || other.trigger.frame.pos === 'verb') &&
        other.trigger.frame.type === deed.trigger.frame.type &&
        deed.roles.source.every(
          country => other.roles.source.includes(country) || other.roles.target.includes(country),
        ) &&
        deed.roles.target.every(
          country => other.roles.target.includes(country) || other.roles.source.includes(country),
        ),
    );
    if (isRepeat) deed.dropped = 'named before';
    else if (deed.trigger.frame.mutual && deed.roles.source.length < 2 && deed.type !== 'ASSAULT')
      deed.dropped = 'one party';
  });
}
