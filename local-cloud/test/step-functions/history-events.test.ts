import type { HistoryEventType } from '../../states-language/execution/history-event.js';
import { IntegrationError } from '../../step-functions/ports.js';
import {
  CALL,
  FUNCTION,
  LAMBDA,
  LAMBDA_TOKEN,
  setup,
  single,
  type Answer,
  type Harness,
  type WireEvent,
} from './setup.js';

const ACTIVITY = 'arn:aws:states:eu-central-1:111111111111:activity:desk';
const NOTHING = null;
const NAMED = 'resourceType resource';
const ENTERED = 'name input inputDetails';
const EXITED = 'name output outputDetails assignedVariables? assignedVariablesDetails?';
const ENDED = 'error? cause?';

/** The members of each event's details, `?` on those that may be absent; null for an event without details. */
const MEMBERS: Readonly<Record<HistoryEventType, string | null>> = {
  ExecutionStarted: 'input inputDetails roleArn',
  ExecutionSucceeded: 'output outputDetails',
  ExecutionFailed: ENDED,
  ExecutionAborted: ENDED,
  ExecutionTimedOut: ENDED,
  ExecutionRedriven: 'redriveCount',
  PassStateEntered: ENTERED,
  PassStateExited: EXITED,
  TaskStateEntered: ENTERED,
  TaskStateExited: EXITED,
  ChoiceStateEntered: ENTERED,
  ChoiceStateExited: EXITED,
  WaitStateEntered: ENTERED,
  WaitStateExited: EXITED,
  SucceedStateEntered: ENTERED,
  SucceedStateExited: EXITED,
  FailStateEntered: ENTERED,
  ParallelStateEntered: ENTERED,
  ParallelStateExited: EXITED,
  MapStateEntered: ENTERED,
  MapStateExited: EXITED,
  TaskScheduled: `${NAMED} region parameters timeoutInSeconds? heartbeatInSeconds? taskCredentials?`,
  TaskStarted: NAMED,
  TaskSubmitted: `${NAMED} output outputDetails`,
  TaskSucceeded: `${NAMED} output outputDetails`,
  TaskFailed: `${NAMED} error? cause?`,
  TaskSubmitFailed: `${NAMED} error? cause?`,
  TaskTimedOut: `${NAMED} error`,
  LambdaFunctionScheduled: 'resource input inputDetails timeoutInSeconds? taskCredentials?',
  LambdaFunctionStarted: NOTHING,
  LambdaFunctionSucceeded: 'output outputDetails',
  LambdaFunctionFailed: 'error cause',
  LambdaFunctionTimedOut: 'error',
  ActivityScheduled: 'resource input inputDetails timeoutInSeconds? heartbeatInSeconds?',
  ActivityStarted: NOTHING,
  ActivitySucceeded: 'output outputDetails',
  ActivityFailed: 'error cause',
  ActivityTimedOut: 'error',
  MapStateStarted: 'length',
  MapStateSucceeded: NOTHING,
  MapStateFailed: NOTHING,
  MapStateAborted: NOTHING,
  MapRunStarted: 'mapRunArn',
  MapRunSucceeded: NOTHING,
  MapRunFailed: 'error? cause?',
  MapRunAborted: NOTHING,
  MapRunRedriven: 'mapRunArn redriveCount',
  MapIterationStarted: 'name index',
  MapIterationSucceeded: 'name index',
  MapIterationFailed: 'name index',
  MapIterationAborted: 'name index',
  ParallelStateStarted: NOTHING,
  ParallelStateSucceeded: NOTHING,
  ParallelStateFailed: NOTHING,
  ParallelStateAborted: NOTHING,
  TaskStateAborted: NOTHING,
  WaitStateAborted: NOTHING,
  EvaluationFailed: 'state error cause location',
};

const flow = (name: string, state: object) => ({ StartAt: name, States: { [name]: state } });
let flows = 0;
const ending = (state: object) => flow(`I${(flows += 1)}`, { End: true, ...state });
const task = (Resource: string, more: object = {}) => ({
  Type: 'Task',
  Resource,
  Arguments: '{% {} %}',
  ...more,
});
const asking = task(LAMBDA_TOKEN, {
  Arguments: { ...CALL, Payload: { token: '{% $states.context.Task.Token %}' } },
  TimeoutSeconds: 60,
  HeartbeatSeconds: 30,
});
const START = 'arn:aws:states:::states:startExecution.sync:2';
const MISSING = 'arn:aws:states:eu-central-1:111111111111:stateMachine:none';
const waiting = { Type: 'Wait', Seconds: 100 };
const distributed = (processor: object) => ({
  Type: 'Map',
  Items: [1],
  ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...processor },
});

/** Every kind of state, left in the ordinary way. */
const ORDINARY = {
  StartAt: 'Pass',
  States: {
    Pass: { Type: 'Pass', Assign: { x: 1 }, Next: 'Choice' },
    Choice: { Type: 'Choice', Choices: [{ Condition: '{% $x = 1 %}', Next: 'Wait' }] },
    Wait: { Type: 'Wait', Seconds: 1, Next: 'Task' },
    Task: task(LAMBDA, { TimeoutSeconds: 9, Next: 'Function' }),
    Function: task(FUNCTION, { TimeoutSeconds: 9, Next: 'Activity' }),
    Activity: task(ACTIVITY, { TimeoutSeconds: 9, HeartbeatSeconds: 3, Next: 'Ask' }),
    Ask: { ...asking, Next: 'Parallel' },
    Parallel: { Type: 'Parallel', Branches: [ending({ Type: 'Pass' })], Next: 'Map' },
    Map: { Type: 'Map', Items: [1], ItemProcessor: ending({ Type: 'Pass' }), Next: 'Runs' },
    Runs: { ...distributed(ending({ Type: 'Pass' })), Next: 'Succeed' },
    Succeed: { Type: 'Succeed' },
  },
};

/** One branch fails while others stand in each kind of state that can be aborted. */
const ABORTED = single({
  Type: 'Parallel',
  Branches: [
    ending(waiting),
    ending(asking),
    ending({ Type: 'Map', Items: [1], ItemProcessor: ending(waiting) }),
    ending({ Type: 'Parallel', Branches: [ending(waiting)] }),
    ending(distributed(ending(waiting))),
    {
      StartAt: 'First',
      States: { First: { Type: 'Wait', Seconds: 1, Next: 'Fails' }, Fails: task(LAMBDA, { End: true }) },
    },
  ],
});

const FAILURES: readonly Record<string, unknown>[] = [
  ABORTED,
  single(task(FUNCTION)),
  single(task(ACTIVITY)),
  single(task(START, { Arguments: { StateMachineArn: MISSING } })),
  single({ Type: 'Map', Items: [1], ItemProcessor: flow('F', { Type: 'Fail', Error: 'E' }) }),
  single({ Type: 'Pass', Output: '{% $none %}' }),
  single(distributed(flow('F', { Type: 'Fail', Error: 'E' }))),
  { ...single(waiting), TimeoutSeconds: 10 },
];

const failing: Answer = ({ arguments: args }) => {
  if (JSON.stringify(args).includes('token')) return {};
  throw new IntegrationError('Boom', 'why');
};

async function ordinary(): Promise<WireEvent[]> {
  const host = setup();
  const arn = await host.start(await host.machine(ORDINARY));
  await host.clock.advance(2_000);
  await host.service.handle('SendTaskSuccess', { taskToken: host.tokens()[0], output: '1' });
  await host.clock.runOut();
  return host.history(arn);
}

async function failed(definition: Record<string, unknown>): Promise<WireEvent[]> {
  const host = setup({ answer: failing });
  return host.history(await host.run(definition));
}

async function timedOut(Resource: string): Promise<WireEvent[]> {
  const host = setup({ answer: () => new Promise(() => undefined) });
  const arn = await host.start(await host.machine(single(task(Resource, { TimeoutSeconds: 5 }))));
  await host.clock.jump(5_000);
  return host.history(arn);
}

async function stoppedAndRedriven(): Promise<WireEvent[]> {
  const host: Harness = setup();
  const executionArn = await host.start(await host.machine(single(distributed(ending(waiting)))));
  await host.clock.advance(1_000);
  await host.service.handle('StopExecution', { executionArn });
  await host.service.handle('RedriveExecution', { executionArn });
  return host.history(executionArn);
}

const detailsOf = (event: WireEvent) =>
  Object.keys(event).filter((member) => !['id', 'previousEventId', 'timestamp', 'type'].includes(member));

/** What is wrong with an event: a member too many or too few, or details under another name. */
function problemsOf(event: WireEvent, known: string | null): string[] {
  const family = /State(?:Entered|Exited)$/.exec(event.type);
  const own = `${event.type.charAt(0).toLowerCase()}${event.type.slice(1)}EventDetails`;
  const member = family === null ? own : `s${family[0].slice(1)}EventDetails`;
  const expected = known === null ? [] : [member];
  if (detailsOf(event).join() !== expected.join())
    return [`${event.type} has ${detailsOf(event).join() || 'none'}`];
  if (known === null) return [];
  const details = Object.keys(event[member] as object);
  const members = known.split(' ');
  const strange = details.filter((name) => !members.includes(name) && !members.includes(`${name}?`));
  const absent = members.filter((name) => !name.endsWith('?') && !details.includes(name));
  return [
    ...strange.map((name) => `${event.type} has ${name}`),
    ...absent.map((name) => `${event.type} lacks ${name}`),
  ];
}

describe('the events of a history', () => {
  it("have AWS's members, each type, no more and no fewer", async () => {
    const histories = await Promise.all([
      ordinary(),
      ...FAILURES.map(failed),
      timedOut(LAMBDA),
      timedOut(FUNCTION),
      timedOut(ACTIVITY),
      stoppedAndRedriven(),
    ]);
    const events = histories.flat();
    const table: Readonly<Record<string, string | null>> = MEMBERS;
    expect(events.flatMap((event) => problemsOf(event, table[event.type] ?? null))).toEqual([]);
    expect([...new Set(events.map(({ type }) => type))].toSorted()).toEqual(Object.keys(MEMBERS).toSorted());
  });

  it('tell the time-outs of a task only when it has them, and are numbered from 1', async () => {
    const events = await ordinary();
    const scheduled = events.filter(({ type }) => type.endsWith('Scheduled'));
    const seconds = scheduled.map(
      ({
        taskScheduledEventDetails: a,
        lambdaFunctionScheduledEventDetails: b,
        activityScheduledEventDetails: c,
      }) => a ?? b ?? c,
    );
    expect(seconds).toMatchObject([
      { timeoutInSeconds: 9 },
      { timeoutInSeconds: 9 },
      { timeoutInSeconds: 9, heartbeatInSeconds: 3 },
      { timeoutInSeconds: 60, heartbeatInSeconds: 30 },
    ]);
    expect(seconds[0]).not.toHaveProperty('heartbeatInSeconds');
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
  });
});
