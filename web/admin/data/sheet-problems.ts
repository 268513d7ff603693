import type { TownProblems } from '../../../contracts/console/town.js';
import { ProblemError } from '../api/client.js';
import type { TABLES } from '../tables/words.js';
import type { Chosen } from './town-archive.js';
import { townProblemsIn } from './town-problems.js';

type Words = (typeof TABLES)['en'];

/** Numbers in workbooks that lost digits, by sheet, row and column. */
export const lostIn = ({ sheets }: Chosen, words: Words): TownProblems['problems'] =>
  sheets.flatMap(({ workbook, sheet, lost }) =>
    lost.map(({ row, column }) => ({
      file: words.sheet(workbook, sheet),
      row,
      field: column,
      message: words.lost,
    })),
  );

/** The problems of files, by sheet and row where they came from a workbook. */
export function inSheets(error: unknown, { sheets }: Chosen, words: Words): unknown {
  const problems = error instanceof ProblemError ? townProblemsIn(error.problem) : undefined;
  if (!problems || !(error instanceof ProblemError)) return error;
  return new ProblemError({
    ...error.problem,
    problems: problems.map((problem) => {
      const from = sheets.find(({ file }) => file === problem.file);
      if (!from) return problem;
      return {
        ...problem,
        file: words.sheet(from.workbook, from.sheet),
        ...(problem.row !== undefined && { row: from.rowOf(problem.row) }),
      };
    }),
  });
}
