import type { TownProblems } from '../../../contracts/console/town.js';
import type { Problem } from '../api/client.js';

/** The problems of a town's data, by file, row and field, where it was refused for them. */
export const townProblemsIn = ({ problems }: Problem): TownProblems['problems'] | undefined =>
  Array.isArray(problems) ? (problems as TownProblems['problems']) : undefined;
