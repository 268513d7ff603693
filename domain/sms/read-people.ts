import { numberAt, type ReadNumber } from '../words/read-number.js';

/** A number of people, and how many characters it takes. */
export interface ReadPeople {
  readonly people: number;
  readonly length: number;
}

const PEOPLE =
  /^\s*(?:个人|口子人?|口人|个(?!月|星期)|[人位名口])|^\s*(?:people|persons?|ppl|adults?|of them)(?![a-z])/;
const ENDS = /^(?=$|[\s,.:;!、。，．：；！])/;
/** "俩", "仨" say by themselves that people are counted. */
const COUNTS_PEOPLE = /^[俩仨]/;

/** Reads "3人", "三个人", "3 people" or a bare "3" at the start of folded text: "3楼" and "3rd" count no people. */
export function readPeople(folded: string): ReadPeople | undefined {
  const number = numberAt(folded);
  return number && (peopleBehind(folded, number) ?? bare(folded, number));
}

/** The same where it is said that people are counted. */
export function readPeopleNamed(folded: string): ReadPeople | undefined {
  const number = numberAt(folded);
  return number && peopleBehind(folded, number);
}

function peopleBehind(folded: string, { value, length }: ReadNumber): ReadPeople | undefined {
  const unit = PEOPLE.exec(folded.slice(length))?.[0].length;
  if (unit !== undefined) return { people: value, length: length + unit };
  return COUNTS_PEOPLE.test(folded) && length === 1 ? { people: value, length } : undefined;
}

const bare = (folded: string, { value, length }: ReadNumber): ReadPeople | undefined =>
  ENDS.test(folded.slice(length)) ? { people: value, length } : undefined;
