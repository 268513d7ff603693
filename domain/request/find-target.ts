import type { Town } from '../town/schema.js';

/** Where a transfer or a placement sends a request. */
export type Target = { readonly grid: number } | { readonly department: string };

/** Reads "52", "52网格", "grid 52" as a grid and a department's id, name or keyword as that department. */
export function findTarget(town: Town, words: string | undefined): Target | undefined {
  const text = (words ?? '').normalize('NFKC').trim().toLowerCase();
  const number = /^(?:grid|网格|第)?\s*(\d{1,4})(?!\d)/.exec(text)?.[1];
  if (number !== undefined) {
    const grid = town.grids.find((candidate) => candidate.number === Number(number));
    return grid && { grid: grid.number };
  }
  if (text === '') return undefined;
  const department = town.departments.find((candidate) =>
    [candidate.id, ...Object.values(candidate.name), ...candidate.keywords].some((word) =>
      text.startsWith(word.toLowerCase()),
    ),
  );
  return department && { department: department.id };
}
