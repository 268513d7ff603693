const ACTIVITIES = 'activities are not hosted: use a task with .waitForTaskToken';
const MAP_RUNS = 'Distributed Map is not run, so there are no map runs: use an inline Map';

/** The operations of AWS that this host refuses, and why. */
export const UNSUPPORTED_OPERATIONS: ReadonlyMap<string, string> = new Map([
  ['CreateActivity', ACTIVITIES],
  ['DescribeActivity', ACTIVITIES],
  ['DeleteActivity', ACTIVITIES],
  ['ListActivities', ACTIVITIES],
  ['GetActivityTask', ACTIVITIES],
  ['DescribeMapRun', MAP_RUNS],
  ['ListMapRuns', MAP_RUNS],
  ['UpdateMapRun', MAP_RUNS],
  [
    'TestState',
    'single states are not run: create a machine of one state, or mock its tasks (SFN_MOCK_CONFIG)',
  ],
]);
