import type { FlowStep } from '../../states-language/definition/machine.js';
import {
  isJsonArray,
  isJsonObject,
  parseJson,
  present,
  writeJson,
  type Json,
} from '../../states-language/json.js';
import { unlabelled } from '../names.js';
import type { Machines } from '../machines.js';
import type { ExecutionRecord } from '../records.js';
import { includesData, requiredArn } from '../request-members.js';
import { revisionId } from '../versions.js';
import { shownLogging } from '../logging.js';
import { NO_DEFINITION, tracingOf } from './machine-settings.js';
import { wireTime, type Operation } from './operation.js';
import { referencesMember } from './references-member.js';

/** Of an execution of a Distributed Map, that of its ItemProcessor. */
async function definitionOf({ machineArn, revision, mapRun }: ExecutionRecord, machines: Machines) {
  const text = await machines.definitionText(unlabelled(machineArn), revision);
  return mapRun === undefined ? text : writeJson(processorAt(parseJson(text), mapRun.path));
}

function processorAt(definition: Json, path: readonly FlowStep[]): Json {
  return path.reduce<Json>((flow, { state, branch }) => {
    const states = isJsonObject(flow) ? flow['States'] : undefined;
    const found = isJsonObject(states) ? states[state] : undefined;
    if (!isJsonObject(found)) return null;
    const branches = found['Branches'];
    const inner =
      isJsonArray(branches) && branch !== undefined
        ? branches[branch]
        : (found['ItemProcessor'] ?? found['Iterator']);
    return inner ?? null;
  }, definition);
}

/** The text the execution runs, which may no longer be the machine's. */
export const describeStateMachineForExecution: Operation = async (input, { machines, executions }) => {
  const arn = requiredArn(input, 'executionArn');
  const data = includesData(input);
  const record = await executions.stored.get(arn);
  const machine = await machines.find(unlabelled(record.machineArn));
  const definition = await definitionOf(record, machines);
  return present({
    stateMachineArn: record.machineArn,
    name: record.machineName,
    definition: data ? definition : NO_DEFINITION,
    ...(data ? await referencesMember(definition) : {}),
    roleArn: record.roleArn,
    mapRunArn: record.mapRun?.arn,
    label: record.mapRun?.label,
    updateDate: wireTime(machine?.updatedAt ?? machine?.createdAt ?? record.startedAt),
    revisionId: revisionId(machine, record.revision),
    loggingConfiguration: shownLogging(machine?.loggingConfiguration),
    tracingConfiguration: tracingOf(machine?.tracingConfiguration),
  });
};
