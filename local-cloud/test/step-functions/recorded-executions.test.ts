import { setup, single } from './setup.js';

/**
 * Executions that LocalStack's tests recorded on AWS (tests/aws/services/stepfunctions/v2, by file), as facts: how they end
 * and which event follows which. The machines are our own, of the same shape.
 */
type State = Record<string, unknown>;

interface Recorded {
  readonly source: string;
  readonly machine: State;
  readonly input?: unknown;
  /** What it ends with: its output, or its error and cause. */
  readonly output?: unknown;
  readonly error?: readonly [error: string, cause: string];
  /** `type previousEventId` from event 2 on. */
  readonly chain?: readonly string[];
}

const QUERY = 'States.QueryEvaluationError';
const inState = (id: number) =>
  `An error occurred while executing the state 'Only' (entered at the event id #${id}). `;
const pass = (Output: unknown, more: State = {}) => single({ Type: 'Pass', Output, ...more });
const call = (code: string) => pass(`{% ${code} %}`);
const iteration = { StartAt: 'Item', States: { Item: { Type: 'Pass', End: true } } };
const mapOver = (Items: unknown, more: State = {}) =>
  single({ Type: 'Map', Items, ItemProcessor: iteration, ...more });
const PASSED = ['PassStateEntered 0', 'PassStateExited 2', 'ExecutionSucceeded 3'];
const UNEVALUATED = ['PassStateEntered 0', 'EvaluationFailed 0', 'ExecutionFailed 3'];
const UNEVALUATED_MAP = ['MapStateEntered 0', 'EvaluationFailed 0', 'MapStateFailed 3', 'ExecutionFailed 4'];

function wrongItems(what: string, value: unknown): Recorded {
  const was = `Expected 'array', but was '${what}' for value: ${JSON.stringify(value)}`;
  return {
    source: `test_base_scenarios, Items of the kind ${what}`,
    machine: mapOver('{% $states.input.items %}'),
    input: { items: value },
    error: [
      QUERY,
      `${inState(2)}The JSONata expression '$states.input.items' specified for the field 'Items' returned an unexpected result type. ${was}`,
    ],
    chain: UNEVALUATED_MAP,
  };
}

const RECORDED: readonly Recorded[] = [
  { source: 'test_output, literals', machine: pass({}), output: {}, chain: PASSED },
  {
    source: 'test_output, texts that are no expressions',
    machine: pass({
      'a.$': '$',
      b: '$$',
      c: ' {% states.input %} ',
      d: "States.Format('{}', 1)",
      e: [null, 0.1],
    }),
    output: { 'a.$': '$', b: '$$', c: ' {% states.input %} ', d: "States.Format('{}', 1)", e: [null, 0.1] },
    chain: PASSED,
  },
  { source: 'test_output, null', machine: pass(null), output: null, chain: PASSED },
  { source: 'test_output, an empty list', machine: pass([]), output: [], chain: PASSED },
  {
    source: 'test_output, a list with an expression in it',
    machine: pass([true, '$none', '{% $states.input %}']),
    input: { a: 1 },
    output: [true, '$none', { a: 1 }],
    chain: PASSED,
  },
  ...[
    ['$range(0, 9, 3)', [0, 3, 6, 9]],
    ['$range(0, 10, 3)', [0, 3, 6, 9]],
    ['$range(1, 9, 2)', [1, 3, 5, 7, 9]],
    ['$range(1, 9, 9)', 1],
    ['$partition([0], 5)', [[0]]],
    ['$partition([0, 1], 1)', [[0], [1]]],
    ['$partition([0, 1, 2, 3], 3)', [[0, 1, 2], [3]]],
  ].map(([code, output]) => ({
    source: `test_array_jsonata, ${String(code)}`,
    machine: call(String(code)),
    output,
    chain: PASSED,
  })),
  {
    source: 'test_math_operations_jsonata, a function that there is not',
    machine: pass({ r: '{% $randomSeeded($states.input.a.b) %}' }),
    input: { a: 'x' },
    error: [
      QUERY,
      `${inState(2)}The JSONata expression '$randomSeeded($states.input.a.b)' specified for the field 'Output/r' threw an error during evaluation. T1006: Attempted to invoke a non-function`,
    ],
    chain: UNEVALUATED,
  },
  ...[
    ['$contains("hello$world", /^hello\\$/)', true],
    ["$contains('hello$world', /^hello\\ /)", false],
  ].map(([code, output]) => ({
    source: `test_base_evaluate_expressions, ${String(code)}`,
    machine: call(String(code)),
    output,
    chain: PASSED,
  })),
  {
    source: 'test_base_evaluate_expressions, Items with an expression in them',
    machine: mapOver([1, "{% $number('2') %}"], { MaxConcurrency: '{% $one := 1 %}' }),
    output: [1, 2],
    chain: [
      'MapStateEntered 0',
      'MapStateStarted 2',
      'MapIterationStarted 3',
      'PassStateEntered 4',
      'PassStateExited 5',
      'MapIterationSucceeded 6',
      'MapIterationStarted 6',
      'PassStateEntered 8',
      'PassStateExited 9',
      'MapIterationSucceeded 10',
      'MapStateSucceeded 11',
      'MapStateExited 11',
      'ExecutionSucceeded 13',
    ],
  },
  {
    source: 'test_base_evaluate_expressions, a tolerated percentage',
    machine: mapOver([1], { ToleratedFailurePercentage: '{% $states.input.n %}' }),
    input: { n: 100 },
    output: [1],
  },
  {
    source: 'test_mixed_query_language, a variable that a JSONPath state assigns',
    machine: {
      QueryLanguage: undefined,
      StartAt: 'Path',
      States: {
        Path: { Type: 'Pass', Assign: { answer: 42 }, Next: 'Nata' },
        Nata: {
          Type: 'Pass',
          QueryLanguage: 'JSONata',
          Assign: { answer: 18, old: '{% $answer %}' },
          End: true,
        },
      },
    },
    output: {},
    chain: [
      'PassStateEntered 0',
      'PassStateExited 2',
      'PassStateEntered 3',
      'PassStateExited 4',
      'ExecutionSucceeded 5',
    ],
  },
  {
    source: 'test_mixed_query_language, the output of a JSONata state for a JSONPath state',
    machine: {
      QueryLanguage: undefined,
      StartAt: 'Nata',
      States: {
        Nata: {
          Type: 'Pass',
          QueryLanguage: 'JSONata',
          Output: { foo: 'foobar', bar: '{% $states.input %}' },
          Next: 'Path',
        },
        Path: { Type: 'Pass', End: true },
      },
    },
    input: { a: 1 },
    output: { foo: 'foobar', bar: { a: 1 } },
  },
  wrongItems('string', 'text'),
  wrongItems('number', 0),
  wrongItems('null', null),
  {
    source: 'test_base_scenarios, Items that are a function',
    machine: mapOver('{% function($x) { $x } %}'),
    error: [
      QUERY,
      `${inState(2)}The JSONata expression 'function($x) { $x }' specified for the field 'Items' returned an unsupported result type.`,
    ],
    chain: UNEVALUATED_MAP,
  },
  {
    source: 'test_wait, a timestamp without a zone',
    machine: single({ Type: 'Wait', Timestamp: '{% $states.input.until %}' }),
    input: { until: '2016-12-05 21:29:29Z' },
    error: [
      QUERY,
      `${inState(2)}The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: 2016-12-05 21:29:29Z`,
    ],
    chain: ['WaitStateEntered 0', 'EvaluationFailed 2', 'ExecutionFailed 3'],
  },
];

function ending({ output, error }: Recorded): State {
  if (error === undefined) return { status: 'SUCCEEDED', output: JSON.stringify(output) };
  return { status: 'FAILED', error: error[0], cause: error[1] };
}

describe('an execution ends as AWS recorded it', () => {
  test.each(RECORDED.map((recorded) => [recorded.source, recorded] as const))(
    '%s',
    async (_source, recorded) => {
      const host = setup();
      const arn = await host.run(recorded.machine, recorded.input);
      const { status, output, error, cause } = await host.describe(arn);
      expect({ status, output, error, cause }).toEqual(ending(recorded));
      const chain = (await host.chain(arn)).slice(1).map((link) => link.join(' '));
      expect(chain).toEqual(recorded.chain ?? chain);
    },
  );

  it('test_output: what a state assigned is told as JSON texts, and the context has these members', async () => {
    const host = setup();
    const arn = await host.run(
      {
        StartAt: 'Init',
        States: {
          Init: { Type: 'Pass', Assign: { one: 1, text: '{% $states.input.a %}' }, Next: 'Read' },
          Read: { Type: 'Pass', Output: '{% $states.context %}', End: true },
        },
      },
      { a: 'b' },
    );
    const exited = (await host.history(arn)).find(({ type }) => type === 'PassStateExited');
    expect(exited?.stateExitedEventDetails).toMatchObject({
      assignedVariables: { one: '1', text: '"b"' },
      assignedVariablesDetails: { truncated: false },
    });
    const context = (await host.output(arn)) as Record<string, object>;
    expect(Object.entries(context).map(([name, members]) => [name, ...Object.keys(members)])).toEqual([
      ['Execution', 'Id', 'Input', 'StartTime', 'Name', 'RoleArn', 'RedriveCount'],
      ['StateMachine', 'Id', 'Name'],
      ['State', 'Name', 'EnteredTime'],
    ]);
  });
});
