import { joinNumbers } from '../../domain/contact/join-numbers.js';
import type { DirectoryPerson } from './directory.js';

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Four digits are a part of a telephone number; fewer are the number of a grid. */
const PHONE_PART = 4;

function matches(person: DirectoryPerson, word: string): boolean {
  if (/^\d+$/.test(word))
    return (
      person.grids.includes(Number(word)) ||
      (word.length >= PHONE_PART && person.phone.includes(word.replace(/^0/, '')))
    );
  const words = [person.name, person.phone, ...person.roles.flatMap((role) => [role['zh-CN'], role.en])];
  return words.some((text) => fold(text).includes(word));
}

/** Those of whom every word of the query says something: a name, a role in either language, a grid, a part of the phone. */
export function searchPeople(people: readonly DirectoryPerson[], query: string): DirectoryPerson[] {
  const words = joinNumbers(fold(query)).split(/\s+/).filter(Boolean);
  return people.filter((person) => words.every((word) => matches(person, word)));
}
