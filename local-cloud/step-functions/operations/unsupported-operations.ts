const VERSIONS =
  'versions and aliases of state machines are not kept: start executions on the machine itself';
const ACTIVITIES = 'activities are not hosted: use a task with .waitForTaskToken';
const MAP_RUNS = 'Distributed Map is not run, so there are no map runs: use an inline Map';

/** The operations of AWS that this host refuses, and why. */
export const UNSUPPORTED_OPERATIONS: ReadonlyMap<string, string> = new Map([
  ['PublishStateMachineVersion', VERSIONS],
  ['DeleteStateMachineVersion', VERSIONS],
  ['ListStateMachineVersions', VERSIONS],
  ['CreateStateMachineAlias', VERSIONS],
  ['UpdateStateMachineAlias', VERSIONS],
  ['DescribeStateMachineAlias', VERSIONS],
  ['DeleteStateMachineAlias', VERSIONS],
  ['ListStateMachineAliases', VERSIONS],
  ['CreateActivity', ACTIVITIES],
  ['DescribeActivity', ACTIVITIES],
  ['DeleteActivity', ACTIVITIES],
  ['ListActivities', ACTIVITIES],
  ['GetActivityTask', ACTIVITIES],
  ['DescribeMapRun', MAP_RUNS],
  ['ListMapRuns', MAP_RUNS],
  ['UpdateMapRun', MAP_RUNS],
]);
