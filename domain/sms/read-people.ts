/** A number of people, and how many characters it takes. */
export interface ReadPeople {
  readonly people: number;
  readonly length: number;
}

/** "3人", "3个人", "3 people" or a bare "3" that ends there: "3楼" and "3rd" count no people. */
const COUNTED =
  /^(\d{1,3})(?:\s*(?:个人|口人|[人位名口])|\s*(?:people|persons?|ppl)(?![a-z])|(?=$|[\s,.:;!、。，．：；！]))/;

/** Reads how many people were met, at the beginning of folded text. */
export function readPeople(folded: string): ReadPeople | undefined {
  const match = COUNTED.exec(folded);
  return match ? { people: Number(match[1]), length: match[0].length } : undefined;
}
