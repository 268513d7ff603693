import type { Bilingual } from '../words/language.js';

/** Where in a town's data something is, for example `['grids', 3, 'posts', 'b']`. */
export type TownPath = readonly (string | number)[];

/** Something wrong with a town's data: where, what, and what to do about it. */
export interface TownProblem {
  readonly path: TownPath;
  readonly message: Bilingual;
}

export const problemAt = (path: TownPath, message: Bilingual): TownProblem => ({ path, message });
