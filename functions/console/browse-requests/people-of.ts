import type { BoardRow } from '../../../adapters/board-store.js';
import type { Services } from '../../../adapters/services.js';
import type { Person } from '../../../domain/request/record.js';

/** Persons read at a time. */
const AT_ONCE = 25;

/** Whoever asked not to be named is a row without a person. */
const unnamed = (person: Person): Person =>
  person.nameWithheld ? { phone: '', description: '', nameWithheld: true } : person;

/** The persons of these requests, by the requests' numbers; one that was erased is not among them. */
export async function peopleOf(
  { requests }: Services<{ requests: 'readPerson' }>,
  town: string,
  rows: readonly BoardRow[],
  showsWithheld: boolean,
): Promise<ReadonlyMap<string, Person>> {
  const people = new Map<string, Person>();
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    const some = rows.slice(first, first + AT_ONCE).map(({ facts }) => facts.id);
    const found = await Promise.all(some.map((id) => requests.findPerson(town, id)));
    for (const [index, person] of found.entries())
      if (person) people.set(some[index] ?? '', showsWithheld ? person : unnamed(person));
  }
  return people;
}
