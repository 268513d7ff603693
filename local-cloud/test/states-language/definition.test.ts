import { DefinitionError } from '../../states-language/definition/problem.js';
import { readDefinition } from '../../states-language/definition/read-definition.js';

function problems(definition: unknown): string[] {
  try {
    readDefinition(typeof definition === 'string' ? definition : JSON.stringify(definition));
    return [];
  } catch (thrown) {
    if (!(thrown instanceof DefinitionError)) throw thrown;
    return thrown.problems.map(({ message, location }) => `${message} at ${location}`);
  }
}

const jsonata = { QueryLanguage: 'JSONata', StartAt: 'A' };
const pass = { Type: 'Pass', End: true };

function withState(state: object, more: object = {}) {
  return { ...jsonata, States: { A: state, ...more } };
}

describe('a definition is read whole', () => {
  it('every state type, inner states and the machine timeout are taken', () => {
    const inner = { StartAt: 'I', States: { I: { ...pass, QueryLanguage: 'JSONata' } } };
    const machine = readDefinition(
      JSON.stringify({
        ...jsonata,
        Comment: 'all of them',
        Version: '1.0',
        TimeoutSeconds: 60,
        States: {
          A: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'B' }], Default: 'C' },
          B: { Type: 'Parallel', Branches: [inner, inner], Next: 'C' },
          C: {
            Type: 'Map',
            Items: [1],
            ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...inner },
            Next: 'D',
          },
          D: { Type: 'Wait', Timestamp: '2026-03-02T09:00:00+08:00', Next: 'E' },
          E: {
            Type: 'Task',
            Resource: 'arn:aws:states:::states:startExecution.sync:2',
            Next: 'F',
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'G' }],
          },
          F: { Type: 'Succeed' },
          G: { Type: 'Fail', Error: 'E', Cause: '{% "why" %}' },
        },
      }),
    );
    expect(machine.timeoutSeconds).toBe(60);
    expect([...machine.states.keys()]).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G']);
  });

  it('a machine may say JSONata on each state instead', () => {
    const { QueryLanguage: _, ...plain } = jsonata;
    expect(problems({ ...plain, States: { A: { ...pass, QueryLanguage: 'JSONata' } } })).toEqual([]);
  });
});

describe('a definition that cannot be run is refused with the reason and the place', () => {
  test.each<[why: string, definition: unknown, expected: string]>([
    ['no JSON', 'not a definition', 'is not valid JSON'],
    ['no object', '[]', 'Definition must be a valid JSON object'],
    ['nothing in it', { QueryLanguage: 'JSONata' }, 'These fields are required: [States, StartAt] at /'],
    [
      'no StartAt',
      { QueryLanguage: 'JSONata', States: { A: pass } },
      'These fields are required: [StartAt] at /',
    ],
    [
      'a StartAt that is not there',
      { ...jsonata, StartAt: 'Z', States: { A: pass } },
      "Missing 'Next' target: Z at /StartAt",
    ],
    ['JSONPath', { StartAt: 'A', States: { A: pass } }, 'JSONPath is not supported by this host'],
    [
      'a JSONPath state',
      withState({ ...pass, QueryLanguage: 'JSONPath' }),
      "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata'",
    ],
    [
      'a JSONPath field',
      withState({ ...pass, InputPath: '$.x' }),
      "Field 'InputPath' is not supported at /States/A",
    ],
    ['an unknown Next', withState({ Type: 'Pass', Next: 'Z' }), "Missing 'Next' target: Z at /States/A/Next"],
    ['a state nobody goes to', withState(pass, { B: pass }), 'State "B" is not reachable. at /States/B'],
    [
      'neither Next nor End',
      withState({ Type: 'Pass' }),
      'Exactly one of these fields is required: [Next, End] at /States/A',
    ],
    ['an unknown type', withState({ Type: 'Jump' }), "'Type' must be one of"],
    ['Catch on a Pass', withState({ ...pass, Catch: [] }), "Field 'Catch' is not supported at /States/A"],
    [
      'an unsupported resource',
      withState({ Type: 'Task', End: true, Resource: 'arn:aws:states:::glue:startJobRun.sync' }),
      "'arn:aws:states:::glue:startJobRun.sync' is not recognized",
    ],
    [
      'an activity',
      withState({ Type: 'Task', End: true, Resource: 'arn:aws:states:eu-central-1:111111111111:activity:x' }),
      'is not recognized',
    ],
    [
      'a pattern a service lacks',
      withState({ Type: 'Task', End: true, Resource: 'arn:aws:states:::lambda:invoke.sync' }),
      'is not recognized',
    ],
    [
      'a distributed Map',
      withState({
        Type: 'Map',
        End: true,
        ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'I', States: { I: pass } },
      }),
      "'ExecutionType' must be one of [STANDARD, EXPRESS] where 'Mode' is 'DISTRIBUTED'",
    ],
    [
      'an expression that is no JSONata',
      withState({ ...pass, Output: '{% 1 + %}' }),
      "The JSONata expression '1 +' is not valid",
    ],
    [
      'a timestamp without zone',
      withState({ Type: 'Wait', End: true, Timestamp: '2026-03-02T09:00:00' }),
      'not a valid timestamp',
    ],
    [
      'a timestamp without T',
      withState({ Type: 'Wait', End: true, Timestamp: '2026-03-02 09:00:00Z' }),
      'not a valid timestamp',
    ],
    [
      'a wait of nothing',
      withState({ Type: 'Wait', End: true }),
      'Exactly one of these fields is required: [Seconds, Timestamp]',
    ],
    [
      'a wait beyond 24,855 days',
      withState({ Type: 'Wait', End: true, Seconds: 24_856 * 86_400 }),
      'at /States/A/Seconds',
    ],
    [
      'a state name of 81 characters',
      { ...jsonata, StartAt: 'n'.repeat(81), States: { ['n'.repeat(81)]: pass } },
      'A state name has at most 80 characters',
    ],
    [
      'a variable name of 81 characters',
      withState({ ...pass, Assign: { ['v'.repeat(81)]: 1 } }),
      'at /States/A/Assign',
    ],
    ['Arguments on a Pass', withState({ ...pass, Arguments: {} }), "Field 'Arguments' is not supported"],
    [
      'Assign on a Succeed',
      withState({ Type: 'Succeed', Assign: { x: 1 } }),
      "Field 'Assign' is not supported at /States/A",
    ],
    ['a variable named states', withState({ ...pass, Assign: { states: 1 } }), 'Assign'],
    [
      'a heartbeat no shorter than the timeout',
      withState({
        Type: 'Task',
        End: true,
        Resource: 'arn:aws:states:::lambda:invoke',
        TimeoutSeconds: 5,
        HeartbeatSeconds: 5,
      }),
      'HeartbeatSeconds',
    ],
    [
      'States.ALL beside others',
      withState({
        Type: 'Task',
        End: true,
        Resource: 'arn:aws:states:::lambda:invoke',
        Retry: [{ ErrorEquals: ['States.ALL', 'E'] }],
      }),
      "'States.ALL' must appear alone",
    ],
    [
      'a dead end inside a branch',
      withState({
        Type: 'Parallel',
        End: true,
        Branches: [{ StartAt: 'I', States: { I: { Type: 'Pass', Next: 'Z' } } }],
      }),
      "Missing 'Next' target: Z at /States/A/Branches[0]/States/I/Next",
    ],
    [
      'an outer name assigned in an iteration',
      withState({
        Type: 'Map',
        Assign: { x: 1 },
        End: true,
        ItemProcessor: { StartAt: 'I', States: { I: { ...pass, Assign: { x: 2 } } } },
      }),
      "The variable 'x' is assigned in an outer scope",
    ],
  ])('%s', (_why, definition, expected) => {
    expect(problems(definition).join('\n')).toContain(expected);
  });
});
