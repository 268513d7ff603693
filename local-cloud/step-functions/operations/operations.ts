import { createStateMachine } from './create-state-machine.js';
import { deleteStateMachine } from './delete-state-machine.js';
import { describeExecution } from './describe-execution.js';
import { describeStateMachine } from './describe-state-machine.js';
import { describeStateMachineForExecution } from './describe-state-machine-for-execution.js';
import { getExecutionHistory } from './get-execution-history.js';
import { listExecutions } from './list-executions.js';
import { listStateMachines } from './list-state-machines.js';
import { listTagsForResource } from './list-tags-for-resource.js';
import type { Operation } from './operation.js';
import { redriveExecution } from './redrive-execution.js';
import { sendTaskFailure } from './send-task-failure.js';
import { sendTaskHeartbeat } from './send-task-heartbeat.js';
import { sendTaskSuccess } from './send-task-success.js';
import { startExecution } from './start-execution.js';
import { startSyncExecution } from './start-sync-execution.js';
import { stopExecution } from './stop-execution.js';
import { tagResource } from './tag-resource.js';
import { testState } from './test-state.js';
import { untagResource } from './untag-resource.js';
import { updateStateMachine } from './update-state-machine.js';
import { validateStateMachineDefinition } from './validate-state-machine-definition.js';
import { publishStateMachineVersion } from './publish-state-machine-version.js';
import { listStateMachineVersions } from './list-state-machine-versions.js';
import { deleteStateMachineVersion } from './delete-state-machine-version.js';
import { createStateMachineAlias } from './create-state-machine-alias.js';
import { updateStateMachineAlias } from './update-state-machine-alias.js';
import { describeStateMachineAlias } from './describe-state-machine-alias.js';
import { listStateMachineAliases } from './list-state-machine-aliases.js';
import { deleteStateMachineAlias } from './delete-state-machine-alias.js';
import { listMapRuns } from './list-map-runs.js';
import { describeMapRun } from './describe-map-run.js';
import { updateMapRun } from './update-map-run.js';

/** The registry: the wire name of each operation that is supported. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ['CreateStateMachine', createStateMachine],
  ['UpdateStateMachine', updateStateMachine],
  ['DescribeStateMachine', describeStateMachine],
  ['DescribeStateMachineForExecution', describeStateMachineForExecution],
  ['ListStateMachines', listStateMachines],
  ['DeleteStateMachine', deleteStateMachine],
  ['ValidateStateMachineDefinition', validateStateMachineDefinition],
  ['PublishStateMachineVersion', publishStateMachineVersion],
  ['ListStateMachineVersions', listStateMachineVersions],
  ['DeleteStateMachineVersion', deleteStateMachineVersion],
  ['CreateStateMachineAlias', createStateMachineAlias],
  ['UpdateStateMachineAlias', updateStateMachineAlias],
  ['DescribeStateMachineAlias', describeStateMachineAlias],
  ['ListStateMachineAliases', listStateMachineAliases],
  ['DeleteStateMachineAlias', deleteStateMachineAlias],
  ['StartExecution', startExecution],
  ['DescribeExecution', describeExecution],
  ['ListExecutions', listExecutions],
  ['ListMapRuns', listMapRuns],
  ['DescribeMapRun', describeMapRun],
  ['UpdateMapRun', updateMapRun],
  ['GetExecutionHistory', getExecutionHistory],
  ['StopExecution', stopExecution],
  ['RedriveExecution', redriveExecution],
  ['SendTaskSuccess', sendTaskSuccess],
  ['SendTaskFailure', sendTaskFailure],
  ['SendTaskHeartbeat', sendTaskHeartbeat],
  ['TagResource', tagResource],
  ['UntagResource', untagResource],
  ['ListTagsForResource', listTagsForResource],
  ['StartSyncExecution', startSyncExecution],
  ['TestState', testState],
]);
