import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ControlledClock,
  createClock,
  createStepFunctions,
  type Integrate,
  type StepFunctions,
} from '@small-grid/local-cloud/interpreter';
import { openLevelStore, type LevelStore } from '@small-grid/local-cloud/data-folder';

/** Step Functions on a folder of its own, as the local cloud hosts it: what was acknowledged is on the disk. */
export interface MeasuredHost {
  readonly service: StepFunctions;
  readonly clock: ControlledClock;
  /** States entered so far. */
  transitions(): number;
  close(): Promise<void>;
}

/** Runs `measure` with a temporary folder. */
export async function withFolder<Result>(measure: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'step-functions-bench-'));
  try {
    return await measure(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const answerAtOnce: Integrate = async ({ arguments: given }) => Promise.resolve(given);

export async function openHost(folder: string, integrate: Integrate = answerAtOnce): Promise<MeasuredHost> {
  const store: LevelStore = await openLevelStore(folder);
  const clock = createClock({ mode: 'real' });
  let entered = 0;
  const service = createStepFunctions({
    clock,
    store,
    integrate,
    region: 'us-east-1',
    accountId: '111111111111',
    onTransition: () => {
      entered += 1;
    },
  });
  return {
    service,
    clock,
    transitions: () => entered,
    close: async () => {
      await service.close();
      clock.close();
      await store.close();
    },
  };
}

/** Creates a machine; answers with its ARN. */
export async function createMachine(
  { service }: MeasuredHost,
  name: string,
  states: object,
): Promise<string> {
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...states });
  const roleArn = 'arn:aws:iam::111111111111:role/machine';
  const created = await service.handle('CreateStateMachine', { name, definition, roleArn });
  return String(created.stateMachineArn);
}

export async function start(
  { service }: MeasuredHost,
  stateMachineArn: string,
  input: object,
): Promise<string> {
  const started = await service.handle('StartExecution', { stateMachineArn, input: JSON.stringify(input) });
  return String(started.executionArn);
}

/** Throws when the execution did not succeed. */
export async function assertSucceeded({ service }: MeasuredHost, executionArn: string): Promise<void> {
  const { status, cause } = await service.handle('DescribeExecution', { executionArn });
  if (status !== 'SUCCEEDED') throw new Error(`${executionArn} is ${String(status)}: ${String(cause)}`);
}

/** The seconds that `work` takes. */
export async function seconds(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
