import validate from 'asl-validator';
import { taskKindSchema, taskNextSchema } from '../../domain/task/task-record.js';
import { ofType, synthesize } from '../infra/synthesized.js';
import { withRetries } from '../../infra/retries.js';
import {
  definitionText,
  deployed,
  type Graph,
  innerGraphs,
  isLambda,
  isNested,
  MACHINES,
  type Placed,
  readMachine,
  statesOf,
  successors,
  waitsForAnswer,
} from './machine.js';

/** Errors of the Lambda service itself, which pass; AWS's own advice is to retry them always. */
const PASSING_ERRORS = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];
/** What may travel through an execution: ids, and what routes it. Never a person's words, name or phone. */
const PAYLOAD = [
  'after',
  'contract',
  'town',
  'request',
  'task',
  'date',
  'at',
  'now',
  'action',
  'ask',
  'token',
  'round',
  'outcome',
  'kind',
  'startedAt',
  'failures',
  'given',
  'execution',
  'again',
  'step',
];

/** Machines that hear what follows from an answer. */
const HEARING: readonly string[] = ['resident-request', 'coordination', 'follow-up', 'staff-task'];
/** Its failures are those of the task that runs it. */
const isRunByAnother = (machine: string): boolean => machine === 'coordination';

const names = (states: readonly Placed[]): string[] => states.map(({ name }) => name);

/** The state to which any failure goes: its own catch-all, else that of the nearest state around it. */
function endOfFailure(placed: Placed): string | undefined {
  for (const candidate of [placed, ...placed.within]) {
    const caught = candidate.state.Catch.find(({ ErrorEquals }) => ErrorEquals.includes('States.ALL'));
    if (caught) return caught.Next;
  }
  return undefined;
}

function reachable(graph: Graph, from: string): Set<string> {
  const seen = new Set<string>();
  const open = [from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = graph.States[name];
    if (seen.has(name) || !state) continue;
    seen.add(name);
    open.push(...successors(state));
  }
  return seen;
}

const allGraphs = (graph: Graph): Graph[] => [
  graph,
  ...Object.values(graph.States).flatMap((state) => innerGraphs(state).flatMap(allGraphs)),
];

describe.each(MACHINES)('%s', (machine) => {
  const graph = readMachine(machine);
  const states = statesOf(graph);
  const tasks = states.filter(({ state }) => state.Type === 'Task');
  const lambdas = tasks.filter(({ state }) => isLambda(state));

  it('every task has a timeout', () => {
    expect(names(tasks.filter(({ state }) => state.TimeoutSeconds === undefined))).toEqual([]);
  });

  const retried = (error: string, attempts: number) => {
    const fewer = lambdas.filter(({ state }) => {
      const [first] = state.Retry.filter(({ ErrorEquals }) => ErrorEquals.includes(error));
      const isSpread = first?.JitterStrategy === 'FULL' && first.MaxDelaySeconds !== undefined;
      return !isSpread || (first.MaxAttempts ?? 0) < attempts;
    });
    return names(fewer);
  };

  it('every Lambda task is retried with jitter and a longest pause when our code fails', () => {
    expect(retried('States.TaskFailed', 3)).toEqual([]);
  });

  it.each([...PASSING_ERRORS, 'NeighbourDown'])(
    'every Lambda task is retried for hours when nothing is wrong with it but what it rests on: %s',
    (error) => {
      expect(retried(error, 60)).toEqual([]);
    },
  );

  it('a deadline is never retried: silence climbs the ladder instead', () => {
    const retrying = tasks.filter(({ state }) =>
      state.Retry.some(
        ({ ErrorEquals }) => ErrorEquals.includes('States.Timeout') || ErrorEquals.includes('States.ALL'),
      ),
    );
    expect(names(retrying)).toEqual([]);
  });

  it('every state is reachable', () => {
    const lost = allGraphs(graph).flatMap((part) => {
      const found = reachable(part, part.StartAt);
      return Object.keys(part.States).filter((name) => !found.has(name));
    });
    expect(lost).toEqual([]);
  });

  it('every failure is caught, in its own state or in one around it, or by the machine that runs this one', () => {
    const failing = states.filter(
      ({ state }) =>
        state.Type === 'Task' ||
        state.Type === 'Fail' ||
        (state.Type === 'Choice' && state.Default === undefined),
    );
    const silent = names(failing.filter((placed) => endOfFailure(placed) === undefined));
    expect(isRunByAnother(machine) ? [] : silent).toEqual([]);
  });

  it('names neither a table nor a number of days', () => {
    expect(definitionText(machine)).not.toMatch(/dynamodb|table|\d+\s*days?/i);
    const fixed = states.flatMap(({ state }) => [state.TimeoutSeconds, state.Seconds]);
    const hours = fixed.filter((seconds) => typeof seconds === 'number' && seconds >= 3600);
    expect(hours).toEqual([]);
  });

  it('how long people have comes from the rules', () => {
    const waiting = tasks.filter(({ state }) => waitsForAnswer(state) || isNested(state));
    const fixed = waiting.filter(({ state }) => !/^\{%.*%\}$/.test(String(state.TimeoutSeconds)));
    expect(names(fixed)).toEqual([]);
  });

  it('every function is told the version of its contract, and nothing but ids and routing facts', () => {
    for (const { name, state } of lambdas) {
      const payload = (state.Arguments?.['Payload'] ?? {}) as Record<string, unknown>;
      expect([name, payload['contract']]).toEqual([name, HEARING.includes(machine) ? 2 : 1]);
      expect([name, Object.keys(payload).filter((key) => !PAYLOAD.includes(key))]).toEqual([name, []]);
    }
  });

  it('every function is told the time its state was entered, so that a retry gives the same result', () => {
    const timeless = lambdas.filter(({ state }) => {
      const payload = (state.Arguments?.['Payload'] ?? {}) as Record<string, unknown>;
      return payload['at'] !== '{% $states.context.State.EnteredTime %}';
    });
    expect(names(timeless)).toEqual([]);
  });

  it('every wait for an answer hands out its token', () => {
    const mute = tasks.filter(({ state }) => {
      const payload = (state.Arguments?.['Payload'] ?? {}) as Record<string, unknown>;
      return waitsForAnswer(state) && payload['token'] !== '{% $states.context.Task.Token %}';
    });
    expect(names(mute)).toEqual([]);
  });
});

describe('a request', () => {
  const request = readMachine('resident-request');
  const frame = request.States[request.StartAt] ?? missing(request.StartAt);
  const [steps = missing('steps')] = innerGraphs(frame);
  const stepOf = (name: string) => name.split(': ')[0] ?? name;
  const ORDER = ['Intake', 'Assign', 'Coordinate', 'Close'];

  it('goes through the four steps, by which the names of its states begin', () => {
    expect(new Set(Object.keys(steps.States).map(stepOf))).toEqual(new Set(ORDER));
    expect(stepOf(steps.StartAt)).toBe('Intake');
  });

  it('goes back by one line from a step to the one before, for what is passed on, and by one from all of them, for what is reopened', () => {
    const back = Object.entries(steps.States).flatMap(([name, state]) =>
      successors(state)
        .filter((next) => ORDER.indexOf(stepOf(next)) < ORDER.indexOf(stepOf(name)))
        .map((next) => [stepOf(name), stepOf(next)]),
    );
    expect(back).toEqual([
      ['Assign', 'Intake'],
      ['Coordinate', 'Assign'],
    ]);
    expect(frame.Catch).toMatchObject([
      { ErrorEquals: expect.arrayContaining(['Reopened', 'NeighbourDown']), Next: request.StartAt },
      { ErrorEquals: ['States.ALL'], Next: 'Attention: tell the duty desk' },
    ]);
  });

  it('has one line for every error of its steps, to the duty desk, and back to where it stands', () => {
    const caught = Object.values(steps.States).flatMap(({ Catch }) =>
      Catch.flatMap(({ ErrorEquals }) => ErrorEquals),
    );
    expect(new Set(caught)).toEqual(new Set(['States.Timeout']));
    const attention = request.States['Attention: wait for the duty desk'] ?? missing('attention');
    expect(waitsForAnswer(attention)).toBe(true);
    expect(attention).toMatchObject({ Next: request.StartAt, Output: { again: true } });
  });

  it('is tried again by itself where what everything rests on was down for hours, also when its duty desk is to be told', () => {
    const again = { ErrorEquals: expect.arrayContaining(['NeighbourDown']), Next: request.StartAt };
    for (const name of [
      request.StartAt,
      'Attention: tell the duty desk',
      'Attention: wait for the duty desk',
    ])
      expect(request.States[name]?.Catch).toContainEqual(expect.objectContaining(again));
  });

  it('goes on by what its coordination says, which leaves its failures to it', () => {
    const nested = statesOf(request).filter(({ state }) => isNested(state));
    expect(nested.map(({ state }) => state.Next)).toEqual(nested.map(() => 'Coordinate: is it done?'));
    const caught = statesOf(readMachine('coordination')).flatMap(({ state }) =>
      state.Catch.flatMap(({ ErrorEquals }) => ErrorEquals),
    );
    expect(new Set(caught)).toEqual(new Set(['States.Timeout', 'NeighbourDown']));
  });

  it('takes a coordination up again by itself that was broken off, or could not be begun, because a service was down', () => {
    const { States } = readMachine('coordination');
    const broken = Object.values(States).flatMap(({ Catch }) =>
      Catch.filter(({ ErrorEquals }) => ErrorEquals.includes('NeighbourDown')).map(({ Next }) => Next),
    );
    const calling = Object.values(States).filter(({ Type }) => Type === 'Task' || Type === 'Map');
    expect(broken).toEqual(calling.map(() => 'Coordination is broken off'));
    const [again] = frame.Catch;
    for (const { state } of statesOf(request).filter((placed) => isNested(placed.state)))
      expect(again?.ErrorEquals).toEqual(
        expect.arrayContaining(state.Retry.flatMap(({ ErrorEquals }) => ErrorEquals)),
      );
  });
});

function missing(name: string): never {
  throw new Error(`there is no ${name}`);
}

/** Why something came again is asked as a supervision order is: why, and until when. */
const ASKED_AS_AN_ORDER = 'cause';

describe('a task of the staff', () => {
  const machines = ['follow-up', 'staff-task'].map(readMachine);
  const stepsOf = (graph: Graph) => innerGraphs(graph.States[graph.StartAt] ?? missing(graph.StartAt));
  const steps = machines.flatMap(stepsOf);
  const routes = steps.flatMap(({ States }) =>
    Object.values(States).flatMap(({ Choices }) =>
      Choices.map(({ Condition }) => /\$next\.to = '([\w-]*)'/.exec(Condition ?? '')?.[1] ?? ''),
    ),
  );

  it('of every kind has a machine, and what comes after it has a state', () => {
    const known = taskNextSchema.options.flatMap(({ shape }): string[] => shape.to.options);
    // These are no way on: the duty desk is asked outside the steps, and nobody waits for what is over.
    const others = ['attention', 'over', ASKED_AS_AN_ORDER];
    expect(new Set([...routes, ...others])).toEqual(new Set(known));
    expect(taskKindSchema.options.filter((kind) => !routes.includes(kind))).toEqual([ASKED_AS_AN_ORDER]);
  });

  it('that fails is taken up in the same way whichever machine runs it', () => {
    const [one = missing('one'), other = missing('other')] = machines.map((graph) =>
      JSON.stringify(
        Object.entries(graph.States).filter(([name]) => name.startsWith('Attention: ')),
      ).replaceAll(graph.StartAt, 'the steps'),
    );
    expect(one).toBe(other);
  });

  it('is asked and passed on in the same way whichever machine runs it', () => {
    const all = steps.flatMap(({ States }) => Object.entries(States));
    const asking = all.filter(([, state]) => waitsForAnswer(state)).map(([, state]) => state);
    expect(new Set(asking.map((state) => JSON.stringify(state))).size).toBe(1);
    const passing = all.filter(([name]) => name === 'Do: ask the next in line').map(([, state]) => state);
    expect(passing).toHaveLength(machines.length);
    expect(new Set(passing.map((state) => JSON.stringify(state))).size).toBe(1);
  });
});

describe('the deployed definitions', () => {
  const machines = Object.entries(ofType(synthesize(), 'AWS::StepFunctions::StateMachine'));

  it.each(machines)(
    '%s is valid Amazon States Language once its substitutions are made',
    (_, { Properties }) => {
      const { DefinitionString: text, DefinitionSubstitutions: substitutions } = Properties as {
        DefinitionString: string;
        DefinitionSubstitutions: Record<string, unknown>;
      };
      const resolved = Object.keys(substitutions).reduce(
        (definition, name) =>
          definition.replaceAll(`\${${name}}`, name === 'Partition' ? 'aws' : arnOf(name)),
        text,
      );
      expect(resolved).not.toContain('${');
      const report = validate(JSON.parse(resolved));
      expect(report.errorsText('\n')).toBe('');
      expect(report.isValid).toBe(true);
    },
  );

  it('are the files in workflows/ with the retries that stand there once, without white space', () => {
    const texts = machines.map(([, { Properties }]) =>
      String(Properties['DefinitionString']).replaceAll('arn:${Partition}:states:::', 'arn:aws:states:::'),
    );
    const files = MACHINES.map((machine) => JSON.stringify(deployed(machine)));
    expect([...texts].sort()).toEqual([...files].sort());
  });

  it('a task has the retries of the service that it calls, or its own', () => {
    const task = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      TimeoutSeconds: 60,
    };
    expect(withRetries({ States: { Ask: task } })).toMatchObject({
      States: {
        Ask: {
          Retry: [
            { ErrorEquals: ['Reopened'] },
            { MaxAttempts: 60, JitterStrategy: 'FULL' },
            { MaxAttempts: 6, JitterStrategy: 'FULL' },
          ],
        },
      },
    });
    expect(withRetries({ ...task, Retry: [] })).toEqual({ ...task, Retry: [] });
    expect(() => withRetries({ ...task, Resource: 'arn:aws:states:::sqs:sendMessage' })).toThrow(
      'sqs:sendMessage',
    );
  });

  const arnOf = (name: string): string =>
    name === 'Coordination' || name === 'StaffTask'
      ? `arn:aws:states:us-east-1:111122223333:stateMachine:${name}`
      : `arn:aws:lambda:us-east-1:111122223333:function:${name}`;
});
