import { createClock, createStepFunctions } from '@small-grid/local-cloud/interpreter';
import { createMemoryStore } from '@small-grid/local-cloud/testing';
import { MONDAY_9_AM } from '../domain/request/a-request.js';
import { deployed, type MACHINES } from './machine.js';

/** A state with what reaches it, what its work comes to, and what must follow. */
export interface StateCase {
  readonly state: string;
  /** What the state is given; the execution's own input says which town, request, task and day it is about. */
  readonly given?: {
    readonly input?: unknown;
    readonly variables?: Readonly<Record<string, unknown>>;
    readonly executionName?: string;
  };
  /** The result of a task, a Map or a Parallel, or the error that it fails with. */
  readonly work?: { readonly result: unknown } | { readonly error: string };
  readonly expected: {
    readonly next: string | undefined;
    readonly output?: unknown;
    /** What the state calls its function or its machine with; more may be in it. */
    readonly calls?: object;
    /** What it assigns or leaves of the variables. */
    readonly variables?: object;
    readonly items?: readonly unknown[];
    readonly error?: string;
  };
}

export const TOKEN = 'a token';
export const AT = '2026-03-02T01:00:00.000Z';
export const EXECUTION = 'arn:aws:states:us-east-1:111111111111:execution:machine:an-execution';

const ABOUT = { contract: 2, town: 'sanhehu', request: 'R-1', task: 'T-1', round: 1, date: '2026-03-02' };

const service = createStepFunctions({
  clock: createClock({ mode: 'manual', start: MONDAY_9_AM }),
  store: createMemoryStore(),
  integrate: ({ action }) => Promise.reject(new Error(`${action} is called, though its state has a mock`)),
  region: 'us-east-1',
  accountId: '111111111111',
});

interface Definition {
  readonly States: Readonly<Record<string, { readonly [field: string]: unknown }>>;
}

const definitions = new Map<string, string>();

/** Functions and machines are known by the names that the definition has for them. */
function definitionOf(machine: string): string {
  const known = definitions.get(machine) ?? JSON.stringify(deployed(machine));
  definitions.set(machine, known);
  return known;
}

/** Whether the state, wherever it stands, waits for a token or an execution. */
function waits(definition: string, name: string): boolean {
  const search = ({ States }: Definition): boolean =>
    Object.entries(States).some(([own, { Resource, ItemProcessor, Branches }]) => {
      if (own === name) return /\.(?:waitForTaskToken|sync:2)$/.test(String(Resource));
      const inner = [...(ItemProcessor ? [ItemProcessor] : []), ...((Branches as unknown[]) ?? [])];
      return inner.some((flow) => search(flow as Definition));
    });
  return search(JSON.parse(definition) as Definition);
}

function mockOf({ work }: StateCase): object | undefined {
  if (work === undefined) return undefined;
  return 'error' in work ? { errorOutput: { error: work.error } } : { result: JSON.stringify(work.result) };
}

const read = (text: unknown): unknown => (typeof text === 'string' ? JSON.parse(text) : undefined);

/** Runs the state by TestState; answers with the same members as a case expects. */
export async function tested(machine: (typeof MACHINES)[number], one: StateCase) {
  const { given = {}, state } = one;
  const definition = definitionOf(machine);
  const mock = mockOf(one);
  const context = {
    Execution: { Id: EXECUTION, Name: given.executionName ?? 'an-execution', Input: ABOUT, StartTime: AT },
    State: { Name: state, EnteredTime: AT },
    ...(waits(definition, state) ? { Task: { Token: TOKEN } } : {}),
  };
  const answer = await service.handle('TestState', {
    definition,
    stateName: state,
    inspectionLevel: 'DEBUG',
    input: JSON.stringify(given.input ?? {}),
    variables: JSON.stringify(given.variables ?? {}),
    // The retries of a passing error are the deployment's and tried elsewhere: here they are used up.
    stateConfiguration: { retrierRetryCount: 99 },
    ...(mock && { mock, context: JSON.stringify(context) }),
  });
  const inspected = answer.inspectionData as Readonly<Record<string, unknown>>;
  return {
    next: answer.nextState,
    output: read(answer.output),
    calls: read(inspected.afterArguments),
    variables: read(inspected.variables),
    items: read(inspected.afterItemSelector),
    error: answer.error,
    status: answer.status,
  };
}
