import type { Bilingual } from '../words/language.js';

/** Where in a town's data something is, for example `['grids', 3, 'posts', 'b']`. */
export type TownPath = readonly (string | number)[];

/** Something wrong with a town's data: where, what, and what to do about it. */
export interface TownProblem {
  readonly path: TownPath;
  readonly message: Bilingual;
}

/** Makes a problem; English first, as in the code around it. */
export const problemAt = (path: TownPath, en: string, zh: string): TownProblem => ({
  path,
  message: { 'zh-CN': zh, en },
});
