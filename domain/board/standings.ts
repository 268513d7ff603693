/** How an open request can stand, the gravest first: what the board counts, and by which it is looked for. */
export const STANDINGS = [
  /** An emergency that is not over. */
  'danger',
  /** A step of it failed and a person has to look at it, or its workflow stands still. */
  'stuck',
  /** Nobody has said yet where it belongs. */
  'unplaced',
  'overdue',
  /** Due later today. */
  'today',
  /** It is the resident's turn. */
  'waiting',
  /** Whoever looks is asked, or may answer for the duty desk. */
  'asked',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** For these somebody is called to the console. */
export const ALARMING = ['danger', 'stuck', 'asked'] as const satisfies readonly Standing[];
export type Alarming = (typeof ALARMING)[number];

/** By what a request can be found. */
export const FOUND_BY = ['number', 'category', 'place', 'staff', 'person', 'words'] as const;
export type FoundBy = (typeof FOUND_BY)[number];
