import { knownTable } from '../../knowledge.js';

/** What a type of event is called, in the plural; a type that no table knows stands as it is. */
export function kindWords(type: string): string {
  kinds ??= new Map(knownTable('dossier/event-words.csv').map(row => [row.type!, row.words!]));
  return kinds.get(type) ?? type.toLowerCase();
}

let kinds: Map<string, string> | null = null;
