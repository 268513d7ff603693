import type { WantedCall } from '../states-language/execution/effects.js';
import type { ExecutionState } from '../states-language/execution/execution-state.js';
import type { Stimulus } from '../states-language/execution/stimulus.js';
import { writeJson } from '../states-language/json.js';
import { runningAgain } from './running-again.js';
import { executionArn } from './names.js';
import type { Service } from './operations/operation.js';
import type { ExecutionRecord } from './records.js';

/** Starts or redrives one execution of a Distributed Map; doing so twice does it once. */
export async function startMapChild(
  { thread, task }: WantedCall,
  { facts }: ExecutionState,
  { options, executions }: Pick<Service, 'options' | 'executions'>,
): Promise<Stimulus> {
  const { mapRun, childName: name = '', items = 1 } = task;
  if (mapRun === undefined) throw new RangeError(`The task ${task.id} is not of a Distributed Map`);
  const parent = await executions.stored.get(facts.arn);
  const machineArn = `${facts.machineArn}/${mapRun.label}`;
  const arn = executionArn(machineArn, name);
  await executions.exclusively(arn, async () => {
    const known = await executions.stored.find(arn);
    if (known !== undefined) {
      if (task.again !== true || known.status === 'RUNNING' || known.status === 'SUCCEEDED') return;
      const { count = 0, requests = [] } = known.redrives ?? {};
      await executions.redrive(runningAgain(known, { count: count + 1, at: options.clock.now(), requests }));
      return;
    }
    const { arn: runArn, label, path } = mapRun;
    await executions.start({
      ...startedLike(parent),
      arn,
      name,
      machineArn,
      status: 'RUNNING',
      input: writeJson(task.call.arguments),
      startedAt: options.clock.now(),
      parent: { arn: facts.arn, thread, task: task.id },
      mapRun: { arn: runArn, label, path, items },
    });
  });
  return { kind: 'answered', thread, task: task.id, result: null, child: arn };
}

/** The parts that an execution has from the one that started it: its machine's text and role, its mocks, its log. */
function startedLike({ machineName, revision, roleArn, logging, mocks }: ExecutionRecord) {
  return {
    machineName,
    revision,
    roleArn,
    ...(logging === undefined ? {} : { logging }),
    ...(mocks === undefined ? {} : { mocks }),
  };
}
