import type { TownProblems } from '../../../contracts/console/town.js';
import type { Problem } from '../api/client.js';

/** What is wrong with a town's data, by file, row and field, where that is why it was refused. */
export const townProblemsIn = ({ problems }: Problem): TownProblems['problems'] | undefined =>
  Array.isArray(problems) ? (problems as TownProblems['problems']) : undefined;
