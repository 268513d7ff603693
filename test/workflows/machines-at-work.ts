import {
  type ControlledClock,
  createClock,
  createStepFunctions,
  type IntegrationCall,
  IntegrationError,
  type StepFunctions,
} from '@small-grid/local-cloud/interpreter';
import { AwsError, createMemoryStore } from '@small-grid/local-cloud/testing';
import { attemptOf } from '../../domain/codes/execution-name.js';
import { MONDAY_9_AM } from '../domain/request/a-request.js';
import { deployed, MACHINES } from './machine.js';

const ROLE = 'arn:aws:iam::111111111111:role/machine';
const arnOf = (machine: string): string => `arn:aws:states:us-east-1:111111111111:stateMachine:${machine}`;

type Machine = (typeof MACHINES)[number];
const NESTED: Readonly<Record<string, Machine>> = { Coordination: 'coordination', StaffTask: 'staff-task' };

/** What a state of a machine sends the function that it calls. */
export interface Payload {
  /** Which state calls: the definitions at work say it, those that are deployed need not. */
  readonly state: string;
  readonly at: string;
  readonly [name: string]: unknown;
}

/** How calls of one state fail. */
export interface Failing {
  readonly state: string;
  readonly error: string;
  /** How many calls in a row. */
  readonly times: number;
  /** Whether the function did its work, and only its answer is lost. */
  readonly done?: boolean;
}

/** Whatever the machines' functions are at work on; it is asked by the ids that an execution has. */
export interface Work {
  call(name: string, payload: Payload): unknown;
  failing: Failing[];
  /** States that have called something. */
  readonly called: Set<string>;
}

/** Larger than a task's result may be: the execution ends at once. */
const TOO_LARGE = { Payload: 'x'.repeat(300_000) };

interface Graph {
  readonly States: Record<string, GraphState>;
}
interface GraphState {
  readonly Arguments?: { Payload?: object; Input?: object };
  readonly Branches?: Graph[];
  readonly ItemProcessor?: Graph;
}

/** The same definition, each call of which says from which state it is. */
function saying({ States, ...graph }: Graph): Graph {
  const said = Object.entries(States).map(([name, state]): [string, GraphState] => {
    const { Arguments: given, Branches, ItemProcessor } = state;
    return [
      name,
      {
        ...state,
        ...(given?.Payload && { Arguments: { ...given, Payload: { ...given.Payload, state: name } } }),
        ...(given?.Input && { Arguments: { ...given, Input: { ...given.Input, state: name } } }),
        ...(Branches && { Branches: Branches.map(saying) }),
        ...(ItemProcessor && { ItemProcessor: saying(ItemProcessor) }),
      },
    ];
  });
  return { ...graph, States: Object.fromEntries(said) };
}

/** Every machine of workflows/ in the local cloud's interpreter, on a clock that stands until it is moved; what they call is `Work`, found by its id. */
export class MachinesAtWork {
  readonly clock: ControlledClock = createClock({ mode: 'manual', start: MONDAY_9_AM });
  readonly works = new Map<string, Work>();
  private readonly service: StepFunctions;

  private constructor() {
    this.service = createStepFunctions({
      clock: this.clock,
      store: createMemoryStore(),
      integrate: (call) => this.integrate(call),
      authorize: async ({ arguments: given, executionArn }) => {
        await Promise.resolve();
        const { Input } = given as { Input: Payload };
        // What starts another execution is named after its own work.
        const work = this.workNamed(attemptOf(executionArn.split(':').at(-1) ?? '').first);
        work.called.add(Input.state);
        this.failIf(work, Input.state, false);
      },
      region: 'us-east-1',
      accountId: '111111111111',
    });
  }

  static async begin(): Promise<MachinesAtWork> {
    const host = new MachinesAtWork();
    for (const name of MACHINES) {
      const text = JSON.stringify(saying(deployed(name) as Graph)).replaceAll(
        /\$\{(\w+)\}/g,
        (_, called: string) => (NESTED[called] ? arnOf(NESTED[called]) : called),
      );
      await host.service.handle('CreateStateMachine', { name, definition: text, roleArn: ROLE });
    }
    return host;
  }

  end(): Promise<void> {
    this.clock.close();
    return this.service.close();
  }

  async start(machine: Machine, name: string, input: object): Promise<void> {
    const text = JSON.stringify({ contract: 1, town: 'small-town', ...input });
    await this.service.handle('StartExecution', { stateMachineArn: arnOf(machine), name, input: text });
  }

  async statusOf(machine: Machine, name: string): Promise<string> {
    return String((await this.described(machine, name))['status']);
  }

  async outputOf(machine: Machine, name: string): Promise<unknown> {
    return JSON.parse(String((await this.described(machine, name))['output']));
  }

  private described(machine: Machine, name: string): Promise<Record<string, unknown>> {
    const executionArn = `${arnOf(machine).replace(':stateMachine:', ':execution:')}:${name}`;
    return this.service.handle('DescribeExecution', { executionArn });
  }

  /** As the adapter does: nothing comes of a token for which nothing waits any more. */
  async tell(token: string, told: { output: object } | { error: string }): Promise<void> {
    const isFailure = 'error' in told;
    const members = isFailure ? told : { output: JSON.stringify(told.output) };
    try {
      await this.service.handle(isFailure ? 'SendTaskFailure' : 'SendTaskSuccess', {
        taskToken: token,
        ...members,
      });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
    }
  }

  private workOf(payload: object): Work {
    const { request, task, date } = payload as Record<string, string | undefined>;
    return this.workNamed(request ?? task ?? date ?? '');
  }

  private workNamed(id: string): Work {
    const work = this.works.get(id);
    if (!work) throw new Error(`nothing is at work on ${id}`);
    return work;
  }

  private async integrate({ arguments: given }: IntegrationCall): Promise<unknown> {
    const { FunctionName, Payload: payload } = given as { FunctionName: string; Payload: Payload };
    const work = this.workOf(payload);
    work.called.add(payload.state);
    this.failIf(work, payload.state, false);
    const answer = await Promise.resolve(work.call(FunctionName, payload));
    const isTooLarge = this.failIf(work, payload.state, true);
    return isTooLarge ? TOO_LARGE : { Payload: answer ?? null };
  }

  /** What is too large is an answer, and no error of the call. */
  private failIf(work: Work, state: string, done: boolean): boolean {
    const failing = work.failing.find(
      (one) => one.state === state && one.times > 0 && (one.done ?? false) === done,
    );
    if (!failing) return false;
    work.failing = work.failing.map((one) => (one === failing ? { ...one, times: one.times - 1 } : one));
    if (failing.error === 'States.DataLimitExceeded') return true;
    throw new IntegrationError(failing.error, 'as the test has it');
  }
}
