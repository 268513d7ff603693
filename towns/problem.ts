import type { Bilingual } from '../domain/words/language.js';

/** One thing wrong with a folder of town data, where an editor shows it. */
export interface Problem {
  /** The file, relative to the town's folder, with forward slashes. */
  readonly file: string;
  /** The line, counted from 1 as editors do; absent when the whole file is meant. */
  readonly row?: number;
  /** The column of a CSV file, or the path of keys in a YAML file ("paths.emergency.acceptWithin"). */
  readonly field?: string;
  /** The problem and how to mend it. */
  readonly message: Bilingual;
}

/** Where a problem is. */
export type ProblemPosition = Omit<Problem, 'message'>;

/** By file, then by row; problems of one position stay in the order they were found. */
export const inReadingOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => (a.file === b.file ? (a.row ?? 0) - (b.row ?? 0) : a.file < b.file ? -1 : 1));
