import validate from 'asl-validator';
import { taskKindSchema, taskNextSchema } from '../../domain/task/task-record.js';
import { ofType, synthesize } from '../infra/synthesized.js';
import {
  definitionText,
  type Graph,
  innerGraphs,
  isLambda,
  isNested,
  MACHINES,
  type Placed,
  readMachine,
  type State,
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
  'contract',
  'town',
  'request',
  'task',
  'date',
  'at',
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
];

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

  it('every Lambda task is retried with jitter and a longest pause when Lambda or our code fails', () => {
    const badly = lambdas.filter(
      ({ state }) =>
        !state.Retry.some(
          (retrier) =>
            retrier.JitterStrategy === 'FULL' &&
            retrier.MaxDelaySeconds !== undefined &&
            (retrier.MaxAttempts ?? 3) >= 3 &&
            [...PASSING_ERRORS, 'States.TaskFailed'].every((error) => retrier.ErrorEquals.includes(error)),
        ),
    );
    expect(names(badly)).toEqual([]);
  });

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

  it('no state is a silent Fail, and no choice is without a way out', () => {
    expect(names(states.filter(({ state }) => state.Type === 'Fail'))).toEqual([]);
    expect(
      names(states.filter(({ state }) => state.Type === 'Choice' && state.Default === undefined)),
    ).toEqual([]);
  });

  it('every failure of a task is caught, in its own state or in the one around it', () => {
    expect(names(tasks.filter((task) => endOfFailure(task) === undefined))).toEqual([]);
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
      expect([name, payload['contract']]).toEqual([name, 1]);
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

describe('a failure', () => {
  const request = readMachine('resident-request');
  const coordination = readMachine('coordination');

  it('of any step of a request ends in a state where the duty desk is asked', () => {
    for (const placed of statesOf(request).filter(({ state }) => state.Type === 'Task')) {
      const end = endOfFailure(placed);
      expect([placed.name, ['Tell the duty desk', 'Pause before telling again']]).toEqual([
        placed.name,
        expect.arrayContaining([end]),
      ]);
    }
    const fromTelling = reachable(request, 'Tell the duty desk');
    expect(fromTelling).toContain('Needs attention');
    expect(waitsForAnswer(request.States['Needs attention'] ?? failed())).toBe(true);
  });

  it('to tell the duty desk is tried again until somebody is told', () => {
    expect(request.States['Pause before telling again']).toMatchObject({
      Type: 'Wait',
      Next: 'Tell the duty desk',
    });
  });

  it('of a coordination is handed to its request, which asks the duty desk', () => {
    for (const placed of statesOf(coordination).filter(({ state }) => state.Type === 'Task')) {
      expect([placed.name, endOfFailure(placed)]).toEqual([placed.name, 'Needs attention']);
    }
    expect(coordination.States['Needs attention']).toMatchObject({
      Type: 'Succeed',
      Output: { outcome: 'attention' },
    });
    const nested = statesOf(request).filter(({ state }) => isNested(state));
    expect(nested.map(({ state }) => state.Next)).toEqual(nested.map(() => 'Record the coordination'));
  });

  const failed = (): never => {
    throw new Error('the state is missing');
  };
});

describe('a task of the staff', () => {
  const followUp = readMachine('follow-up').States;
  const staffTask = readMachine('staff-task').States;
  const routesOf = (state: State | undefined): string[] =>
    state?.Choices.map(({ Condition }) => /\$next\.to = '(.*)'/.exec(Condition ?? '')?.[1] ?? '') ?? [];

  it('of every kind has a machine, and what comes after it has a state', () => {
    const routes = [...routesOf(followUp['What comes next?']), ...routesOf(staffTask['What comes next?'])];
    expect(new Set(routes)).toEqual(
      new Set(taskNextSchema.options.flatMap(({ shape }): string[] => shape.to.options)),
    );
    expect(taskKindSchema.options.filter((kind) => !routes.includes(kind))).toEqual([]);
  });

  it('that fails is taken up in the same way whichever machine runs it', () => {
    for (const name of [
      'Tell the duty desk',
      'Pause before telling again',
      'Needs attention',
      'Take it up again',
    ])
      expect([name, staffTask[name]]).toEqual([name, followUp[name]]);
  });

  it('is asked, recorded and passed on in the same way whichever machine runs it', () => {
    const asking = (states: Graph['States']) =>
      Object.entries(states).filter(([name, state]) => waitsForAnswer(state) && name !== 'Needs attention');
    for (const [, state] of [...asking(followUp), ...asking(staffTask)]) {
      const [[, like] = failed()] = asking(followUp);
      expect(withoutNames(state)).toEqual(withoutNames(like));
    }
    for (const [one, other] of [
      ['Begin the follow-up', 'Begin the task'],
      ['Record what was found', 'Record the answer'],
      ['Ask the next of the team', 'Ask the next in line'],
    ] as const)
      expect(staffTask[other]).toEqual(followUp[one]);
  });

  const withoutNames = (state: State) => ({
    ...state,
    Next: '',
    Catch: state.Catch.map(({ ErrorEquals }) => ErrorEquals),
  });
  const failed = (): never => {
    throw new Error('the follow-up asks nobody');
  };
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
        (definition, name) => definition.replaceAll(`\${${name}}`, arnOf(name)),
        text,
      );
      expect(resolved).not.toContain('${');
      const report = validate(JSON.parse(resolved));
      expect(report.errorsText('\n')).toBe('');
      expect(report.isValid).toBe(true);
    },
  );

  it('are the files in workflows/, without their white space', () => {
    const texts = machines.map(([, { Properties }]) => String(Properties['DefinitionString']));
    const files = MACHINES.map((machine) => JSON.stringify(JSON.parse(definitionText(machine))));
    expect([...texts].sort()).toEqual([...files].sort());
  });

  const arnOf = (name: string): string =>
    name === 'Coordination' || name === 'StaffTask'
      ? `arn:aws:states:us-east-1:111122223333:stateMachine:${name}`
      : `arn:aws:lambda:us-east-1:111122223333:function:${name}`;
});
