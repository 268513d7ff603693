import type { TownProblems } from '../../../contracts/console/town.js';
import { ProblemError } from '../api/client.js';
import type { TABLES } from '../tables/words.js';
import { type Chosen, TABLE_FILES } from './town-archive.js';
import { townProblemsIn } from './town-problems.js';

type Words = (typeof TABLES)['en'];

/** What is wrong with workbooks before any sheet of theirs is read as a file. */
export const wrongSheets = (chosen: Chosen, words: Words): TownProblems['problems'] => [
  ...strangersIn(chosen, words),
  ...lostIn(chosen, words),
];

/** Sheets that are called after no table. */
const strangersIn = ({ sheets }: Chosen, words: Words): TownProblems['problems'] =>
  sheets
    .filter(({ file }) => !TABLE_FILES.includes(file))
    .map(({ workbook, sheet }) => ({
      file: words.sheet(workbook, sheet),
      message: words.unknown(TABLE_FILES.map((file) => file.replace(/\.csv$/, ''))),
    }));

/** Numbers in workbooks that lost digits, by sheet, row and column. */
const lostIn = ({ sheets }: Chosen, words: Words): TownProblems['problems'] =>
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
