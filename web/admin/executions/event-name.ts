import { EXECUTIONS } from './words.js';

type Words = (typeof EXECUTIONS)['en'];

/**
 * The event in words, by AWS's name of it: `TaskStateEntered` is of a `TaskState`, which was `Entered`. An unknown one
 * keeps its name.
 */
export function eventName(type: string, { eventSubjects, eventActs }: Words): string {
  const [subject] = Object.entries(eventSubjects)
    .filter(([name]) => type.startsWith(name))
    .toSorted(([one], [other]) => other.length - one.length);
  if (!subject) return type;
  const [name, said] = subject;
  const act = Object.entries(eventActs).find(([one]) => one === type.slice(name.length));
  return act ? act[1](said) : type;
}
