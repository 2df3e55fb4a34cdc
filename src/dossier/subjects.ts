import { knownList } from '../knowledge.js';
import type { PloverType } from '../reading.js';

/** What makes a deed belong to a subject of the dossier. */
export interface DeedSubject {
  id: string;
  title: string;
  /** `pair`: what ties the two; `either`: what one of them does to or meets from anyone; `target`: what is done to one of them. */
  between: 'pair' | 'either' | 'target';
  /** One of its facts, and several. */
  noun: [string, string];
  /** How its facts are told apart: whom they hit, who does them, or their format. */
  count: 'target' | 'source' | 'format';
  events: string[];
  types: PloverType[];
  modes: string[];
  words: string[];
  /** How far an agreement that is told as support must be to belong here; empty where the subject knows no stages. */
  stages: string[];
}

/** The content of data/dossier/subjects.yaml. */
export interface DossierSubjects {
  deeds: DeedSubject[];
  positions: string[];
  stances: string[];
  withheld: PloverType[];
}

export function dossierSubjects(): DossierSubjects {
  return (subjects ??= knownList<DossierSubjects>('dossier/subjects.yaml'));
}

let subjects: DossierSubjects | undefined;
