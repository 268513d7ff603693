import type { ExecutionRow } from '../../../contracts/console/executions.js';

/** Executions that came to grief in the same way. */
export interface FailureGroup {
  readonly key: string;
  readonly machine: string;
  readonly state: string | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  readonly rows: readonly ExecutionRow[];
  /** When the first of them did. */
  readonly since: string | undefined;
}

/** Numbers of requests and of anything else: two messages that differ in these alone are one. */
const NUMBERS = /\b(?=[0-9A-Z]*\d)[0-9A-Z]{8}\b|\d+/g;

/** Rows in trouble by where they failed and by what, the most frequent first. */
export function groupByFailure(rows: readonly ExecutionRow[]): readonly FailureGroup[] {
  const groups = new Map<string, ExecutionRow[]>();
  for (const row of rows) {
    if (!row.trouble) continue;
    const { state, error, cause } = row.trouble;
    const key = JSON.stringify([row.machine, state, error, cause?.replaceAll(NUMBERS, '#')]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups]
    .flatMap(([key, of]) => groupOf(key, of))
    .toSorted((one, other) => other.rows.length - one.rows.length);
}

function groupOf(key: string, rows: readonly ExecutionRow[]): FailureGroup[] {
  const [first] = rows;
  if (!first?.trouble) return [];
  const { state, error, cause } = first.trouble;
  const since = rows.flatMap(({ trouble }) => trouble?.since ?? []).toSorted()[0];
  return [{ key, machine: first.machine, state, error, cause, rows, since }];
}
