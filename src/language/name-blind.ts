import { knownTable } from '../knowledge.js';

/**
 * What the tagger and the parsers see in place of the names of countries, nationalities, capitals and leaders, so that
 * a sentence is read alike whoever is spoken of: with its countries exchanged it has the same parse. Every name of a
 * kind has one stand-in; the weights are trained on stand-ins too.
 *
 * The words are made up, so that no treebank says anything else of them.
 */
const STAND_INS = {
  country: 'Zarvonia',
  adjective: 'Zarvonian',
  people: 'Zarvonians',
  capital: 'Zarvograd',
  person: 'Zarvo',
};

/**
 * The stand-in of every one-word name of data/actors, by the name with a capital first letter.
 *
 * @param ordinary words that are more than a name ("Turkey", "May", "Chad"): they are seen as they are.
 */
export function nameStandIns(ordinary: Iterable<string>): Map<string, string> {
  const standIns = new Map<string, string>();
  const add = (names: string, standIn: string) => {
    for (const name of names.split('|')) if (/^\p{Lu}[\p{L}’'-]+$/u.test(name)) standIns.set(name, standIn);
  };
  for (const table of ['leaders', 'ministers', 'persons']) {
    for (const { person, spellings } of knownTable(`actors/${table}.csv`)) {
      for (const name of `${person}|${spellings}`.split('|')) {
        add(name.split(' ').map(withOneCapital).join('|'), STAND_INS.person);
      }
    }
  }
  for (const { name, names, adjectives, people, capital } of knownTable('actors/countries.csv')) {
    add(capital!, STAND_INS.capital);
    add(`${name}|${names}`, STAND_INS.country);
    add(adjectives!, STAND_INS.adjective);
    for (const one of `${adjectives}|${people}`.split('|')) {
      if (one.endsWith('s')) add(one, STAND_INS.people);
      else add(one, STAND_INS.adjective);
      add(`${one}s`, STAND_INS.people);
    }
    add(adjectives!, STAND_INS.adjective);
  }
  for (const word of ordinary) standIns.delete(word);
  return standIns;
}

/** The forms of a sentence with stand-ins for names, in capitals where the name is. */
export function blindToNames(forms: string[], standIns: Map<string, string>): string[] {
  return forms.map(form => {
    const standIn = standIns.get(form);
    if (standIn) return standIn;
    if (form.length < 3 || form !== form.toUpperCase()) return form;
    return standIns.get(withOneCapital(form))?.toUpperCase() ?? form;
  });
}

/** `XI` and `al-SISI` as they are written in running text. */
function withOneCapital(word: string): string {
  return word.replace(/\p{L}+/gu, part => (part === part.toUpperCase() ? part[0] + part.slice(1).toLowerCase() : part));
}
