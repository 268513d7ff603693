import type { ExecutionRow } from '../../../contracts/console/executions.js';

export const rowKey = ({ machine, name }: Pick<ExecutionRow, 'machine' | 'name'>): string =>
  `${machine}/${name}`;

/**
 * The rows that are shown after the first page was asked for again: what began since comes first, what is of its time
 * and no longer in it goes, and what lies behind it stays as it was.
 */
export function refreshed(
  shown: readonly ExecutionRow[],
  { items, cursor }: { readonly items: readonly ExecutionRow[]; readonly cursor?: string | undefined },
): readonly ExecutionRow[] {
  const oldest = items.at(-1)?.startedAt;
  if (cursor === undefined || oldest === undefined) return items;
  const fresh = new Set(items.map(rowKey));
  return [...items, ...shown.filter((row) => row.startedAt <= oldest && !fresh.has(rowKey(row)))];
}
