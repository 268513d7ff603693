import type { InspectionCheck } from './inspection-report.js';

/** How many checks and calls there were, and what they came to. */
export interface CheckCounts {
  readonly checks: number;
  readonly passed: number;
  readonly failed: number;
  readonly calls: number;
  readonly satisfied: number;
  readonly unsatisfied: number;
  readonly notReached: number;
  /** Checks and calls that nobody made in time. */
  readonly missed: number;
}

export function countChecks(all: readonly InspectionCheck[]): CheckCounts {
  const results = (...wanted: InspectionCheck['result'][]): number =>
    all.filter(({ result }) => wanted.includes(result)).length;
  const calls = all.filter(({ request }) => request !== undefined).length;
  return {
    checks: all.length - calls,
    passed: results('passed'),
    failed: results('failed'),
    calls,
    satisfied: results('satisfied'),
    unsatisfied: results('unsatisfied'),
    notReached: results('not-reached'),
    missed: results('missed', 'referred'),
  };
}
