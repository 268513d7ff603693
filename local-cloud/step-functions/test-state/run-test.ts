import { Trial } from '../../states-language/engine/trial.js';
import { thresholdExceeded } from '../../states-language/engine/branches.js';
import {
  ROOT_THREAD,
  type Branches,
  type ExecutionFacts,
  type Phase,
} from '../../states-language/execution/execution-state.js';
import type { Stimulus } from '../../states-language/execution/stimulus.js';
import { isJsonObject, type Json, type JsonObject } from '../../states-language/json.js';
import { chanceOf, uuidFrom } from '../chance.js';
import { stateMachineArn } from '../names.js';
import type { Service } from '../operations/operation.js';
import type { StateMock } from './mock-member.js';
import type { StateTest } from './state-test.js';

/** A test that was run. */
export interface TestRun {
  readonly trial: Trial;
  /** The input of each branch or iteration, when the state has some. */
  readonly branchInputs: readonly Json[] | undefined;
}

/** AWS tests a state in an Express execution of a machine without a name: so its recorded answers have it. */
function factsOf(test: StateTest, { options }: Service): ExecutionFacts {
  const [machine, name] = [uuidFrom(options.randomId()), uuidFrom(options.randomId())];
  const machineArn = stateMachineArn(options.region, options.accountId, machine);
  const facts = {
    arn: `${machineArn.replace(':stateMachine:', ':express:')}:${name}`,
    name,
    machineArn,
    machineName: machine,
    roleArn: test.roleArn ?? '',
    region: options.region,
    input: test.input,
    startedAt: options.clock.now(),
  };
  return { ...facts, contextObject: test.context ?? contextOf(test, facts) };
}

function contextOf(test: StateTest, facts: ExecutionFacts): JsonObject {
  const time = new Date(facts.startedAt).toISOString();
  const { state, name, input, iterated } = test;
  const retryable = state.Type === 'Task' || state.Type === 'Map' || state.Type === 'Parallel';
  return {
    Execution: {
      Id: facts.arn,
      Input: input,
      Name: facts.name,
      RoleArn: test.roleArn ?? null,
      StartTime: time,
    },
    StateMachine: { Id: facts.machineArn, Name: facts.machineName },
    State: { Name: name, EnteredTime: time, ...(retryable ? { RetryCount: test.retried } : {}) },
    ...(iterated ? { Map: { Item: { Index: 0, Value: input } } } : {}),
  };
}

/** The token that the given context object has, where it has one. */
function tokenOf({ context }: StateTest): string | undefined {
  const { Token: token } = isJsonObject(context?.Task) ? context.Task : {};
  return typeof token === 'string' ? token : undefined;
}

function mockedStimulus(task: number, mock: StateMock): Stimulus {
  const about = { thread: ROOT_THREAD, task };
  if ('failure' in mock) return { kind: 'failed', ...about, ...mock.failure };
  return { kind: 'answered', ...about, result: mock.result, completes: true };
}

function concluded(test: StateTest, mock: StateMock, { tolerated }: Branches): StateMock {
  const { state, failedIterations } = test;
  const limited =
    state.Type === 'Map' &&
    (state.ToleratedFailureCount !== undefined || state.ToleratedFailurePercentage !== undefined);
  const exceeded = limited && failedIterations > tolerated && 'result' in mock;
  return exceeded ? { failure: thresholdExceeded() } : mock;
}

async function work(trial: Trial, phase: Phase, test: StateTest, service: Service): Promise<void> {
  const { mock } = test;
  if (phase.kind === 'waiting') return trial.skipWait();
  if (phase.kind === 'task') {
    const { task } = phase;
    const isOfMap = task.reading !== undefined || task.writing !== undefined;
    if (mock !== undefined && isOfMap) return trial.conclude(mock);
    if (mock !== undefined) return trial.tell(mockedStimulus(task.id, mock));
    return trial.tell(await service.call({ thread: ROOT_THREAD, task }, trial.state));
  }
  if (phase.kind === 'branches' && mock !== undefined) {
    return trial.conclude(concluded(test, mock, phase.branches));
  }
  throw new RangeError(`A state under test can not be left ${phase.kind}`);
}

/** Runs the state until it is left, has failed, or would be retried. */
export async function runTest(test: StateTest, service: Service): Promise<TestRun> {
  const facts = factsOf(test, service);
  const chance = chanceOf(facts.arn, service.options.randomId);
  const token = tokenOf(test);
  const trial = new Trial({
    machine: test.machine,
    facts,
    variables: test.variables,
    retried: test.retried,
    now: facts.startedAt,
    chance: token === undefined ? chance : { ...chance, token: () => token },
  });
  let branchInputs: readonly Json[] | undefined;
  await trial.runOn();
  if (trial.phase?.kind === 'branches') branchInputs = await trial.startBranches();
  for (let { phase } = trial; phase !== undefined && phase.kind !== 'retrying'; { phase } = trial) {
    await work(trial, phase, test, service);
  }
  return { trial, branchInputs };
}
