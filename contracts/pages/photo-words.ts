/** The words for choosing photos. */
export interface PhotoWords {
  readonly add: string;
  readonly one: (number: number) => string;
  readonly remove: (number: number) => string;
  readonly working: string;
  readonly unreadable: string;
  readonly tooMany: (most: number) => string;
}
