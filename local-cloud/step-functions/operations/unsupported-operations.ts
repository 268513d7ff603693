const ACTIVITIES = 'activities are not hosted: use a task with .waitForTaskToken';

/** The operations of AWS that this host refuses, and why. */
export const UNSUPPORTED_OPERATIONS: ReadonlyMap<string, string> = new Map([
  ['CreateActivity', ACTIVITIES],
  ['DescribeActivity', ACTIVITIES],
  ['DeleteActivity', ACTIVITIES],
  ['ListActivities', ACTIVITIES],
  ['GetActivityTask', ACTIVITIES],
]);
