import { createMemoryStore } from '../../storage/memory-store.js';
import type { Integrate, IntegrationCall, StepFunctions } from '../../step-functions/ports.js';
import type { KeyValueStore } from '../../storage/key-value-store.js';
import { createStepFunctions } from '../../step-functions/service.js';
import { ManualClock } from '../manual-clock.js';

export const ROLE = 'arn:aws:iam::111111111111:role/machine';
export const LAMBDA = 'arn:aws:states:::lambda:invoke';
/** The least that a call of a function says. */
export const CALL = { FunctionName: 'work' };
export const LAMBDA_TOKEN = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
export const FUNCTION = 'arn:aws:lambda:eu-central-1:111111111111:function:work';

type Members = Record<string, unknown>;

/** A history event as the API answers it. */
export interface WireEvent extends Members {
  readonly id: number;
  readonly previousEventId: number;
  readonly type: string;
  readonly timestamp: number;
}

/** What a Task's call did in a test: answers with a result or throws. */
export type Answer = (call: IntegrationCall) => unknown;

export interface Options {
  readonly store?: KeyValueStore;
  readonly clock?: ManualClock;
  readonly answer?: Answer;
  readonly authorize?: (call: IntegrationCall) => Promise<void>;
  readonly mockConfig?: string;
  /** Default: none, so that every execution is read from the store again whenever something reaches it. */
  readonly restingInMemory?: number;
}

export class Harness {
  readonly calls: IntegrationCall[] = [];
  readonly transitions: string[] = [];
  /** What was logged: the log group and the entry. */
  readonly logged: (readonly [group: string, entry: Members])[] = [];

  constructor(
    readonly service: StepFunctions,
    readonly clock: ManualClock,
    readonly store: KeyValueStore,
  ) {}

  /** Creates a machine; answers with its ARN. */
  async machine(definition: Members, name = 'machine'): Promise<string> {
    const text = JSON.stringify({ QueryLanguage: 'JSONata', ...definition });
    const output = await this.service.handle('CreateStateMachine', { name, definition: text, roleArn: ROLE });
    return String(output.stateMachineArn);
  }

  async start(stateMachineArn: string, input: unknown = {}, name?: string): Promise<string> {
    const text = JSON.stringify(input);
    const output = await this.service.handle('StartExecution', { stateMachineArn, input: text, name });
    return String(output.executionArn);
  }

  /** Creates, starts, lets every timer fire, and answers with the execution's ARN. */
  async run(definition: Members, input: unknown = {}): Promise<string> {
    const arn = await this.start(await this.machine(definition), input);
    await this.clock.runOut();
    return arn;
  }

  describe(executionArn: string): Promise<Members> {
    return this.service.handle('DescribeExecution', { executionArn });
  }

  async output(executionArn: string): Promise<unknown> {
    const { status, output, error, cause } = await this.describe(executionArn);
    if (status !== 'SUCCEEDED') throw new Error(`${String(status)}: ${String(error)}: ${String(cause)}`);
    return JSON.parse(String(output));
  }

  async history(executionArn: string): Promise<WireEvent[]> {
    const output = await this.service.handle('GetExecutionHistory', { executionArn, maxResults: 1000 });
    return output.events as WireEvent[];
  }

  /** `[type, previousEventId]` of each event. */
  async chain(executionArn: string): Promise<(readonly [string, number])[]> {
    return (await this.history(executionArn)).map(
      ({ type, previousEventId }) => [type, previousEventId] as const,
    );
  }

  async types(executionArn: string): Promise<string[]> {
    return (await this.history(executionArn)).map(({ type }) => type);
  }

  /** The tokens that calls were given, in order. */
  tokens(): string[] {
    return this.calls.flatMap(({ arguments: args }) => {
      const { Payload: payload } = args as { Payload?: { token?: string } };
      return payload?.token === undefined ? [] : [payload.token];
    });
  }
}

/** Step Functions on a clock that stands still and a store in memory; ids are counted. */
export function setup({
  store = createMemoryStore(),
  clock = new ManualClock(),
  answer = () => ({ Payload: {} }),
  authorize,
  mockConfig,
  restingInMemory = 0,
}: Options = {}): Harness {
  let ids = 0;
  const integrate: Integrate = async (call) => {
    harness.calls.push(call);
    await Promise.resolve();
    return answer(call);
  };
  const service = createStepFunctions({
    clock,
    store,
    integrate,
    ...(authorize === undefined ? {} : { authorize }),
    ...(mockConfig === undefined ? {} : { mockConfig }),
    region: 'eu-central-1',
    accountId: '111111111111',
    restingInMemory,
    onLogEntry: (group, text) => harness.logged.push([group, JSON.parse(text) as Members]),
    onTransition: (arn) => harness.transitions.push(arn),
    randomId: () => {
      ids += 1;
      return `id-${clock.now()}-${ids}`;
    },
  });
  const harness = new Harness(service, clock, store);
  return harness;
}

/** A machine of one state that ends. */
export function single(state: Members): Members {
  return { StartAt: 'Only', States: { Only: { End: true, ...state } } };
}
