import { IntegrationError } from '../../step-functions/ports.js';
import { CALL, FUNCTION, LAMBDA, setup, single, type Answer } from './setup.js';

/**
 * Executions that LocalStack's tests recorded on AWS (tests/aws/services/stepfunctions/v2, by file), as facts: how they end
 * and which event follows which. The machines are our own, of the same shape.
 */
type State = Record<string, unknown>;

interface Recorded {
  readonly source: string;
  readonly machine: State;
  readonly input?: unknown;
  /** What a function answers, or throws. */
  readonly answer?: Answer;
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

const CALLED = ['TaskStateEntered 0', 'LambdaFunctionScheduled 2', 'LambdaFunctionStarted 3'];
const said = { text: 'string literal', list: [1, 2, 3] };
const given: Answer = ({ arguments: told }) => told;
const passed = (Arguments: unknown, output: unknown, source: string): Recorded => ({
  source: `test_arguments, ${source}`,
  machine: single({ Type: 'Task', Resource: FUNCTION, Arguments }),
  input: said,
  answer: given,
  output,
  chain: [...CALLED, 'LambdaFunctionSucceeded 4', 'TaskStateExited 5', 'ExecutionSucceeded 6'],
});

const CAUSE = '{"errorMessage":"Some exception was raised.","errorType":"Exception"}';
const stateError = { Error: 'Exception', Cause: CAUSE };
const failing: Answer = () => {
  throw new IntegrationError('Exception', CAUSE);
};
/** A function that fails, and what comes after its catcher. */
const caught = (name: string, catcher: State, fallback: State, more: State = {}) => ({
  [name]: {
    Type: 'Task',
    Resource: LAMBDA,
    Arguments: CALL,
    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Fallback', ...catcher }],
    End: true,
    ...more,
  },
  Fallback: { Type: 'Pass', End: true, ...fallback },
});
const FAILED = ['TaskScheduled 2', 'TaskStarted 3', 'TaskFailed 4', 'TaskStateExited 5'];
const FALLEN = [
  'TaskStateEntered 0',
  ...FAILED,
  'PassStateEntered 6',
  'PassStateExited 7',
  'ExecutionSucceeded 8',
];
const told = { Output: { stateInput: '{% $states.input %}', stateError: '{% $states.errorOutput %}' } };
const kept = { Assign: { errorVar: '{% $states.errorOutput %}', inputVar: '{% $states.input %}' } };
const oneByOne = (states: State) =>
  mapOver('{% $states.input.items %}', {
    MaxConcurrency: 1,
    ItemProcessor: { StartAt: 'ProcessItem', States: states },
  });
/** One iteration, whose first event has the number `first` and follows on `after`. */
const fellBack = (first: number, after: number) => [
  `MapIterationStarted ${after}`,
  ...['TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskFailed', 'TaskStateExited'].map(
    (type, index) => `${type} ${first + index}`,
  ),
  `PassStateEntered ${first + 5}`,
  `PassStateExited ${first + 6}`,
  `MapIterationSucceeded ${first + 7}`,
];

const FUNCTIONS: readonly Recorded[] = [
  passed({}, {}, 'nothing'),
  passed(
    { a: null, b: 0.1, c: ' {% states.input %} ', d: '$states.input', e: [[], {}, '$no.such'] },
    { a: null, b: 0.1, c: ' {% states.input %} ', d: '$states.input', e: [[], {}, '$no.such'] },
    'literals',
  ),
  passed('{% $states.input.list %}', [1, 2, 3], 'an expression'),
  {
    source: 'test_error_output, what a catcher makes of the error',
    machine: { StartAt: 'Task', States: caught('Task', told, { Output: { error: '{% $states.input %}' } }) },
    input: { inputData: 'dummy' },
    answer: failing,
    output: { error: { stateInput: { inputData: 'dummy' }, stateError } },
    chain: FALLEN,
  },
  {
    source: 'test_error_output, what a catcher assigns',
    machine: { StartAt: 'Task', States: caught('Task', kept, { Output: '{% [$errorVar, $inputVar] %}' }) },
    input: { inputData: 'dummy' },
    answer: failing,
    output: [stateError, { inputData: 'dummy' }],
    chain: FALLEN,
  },
  {
    source: 'test_error_output, an iteration that is retried, caught, and then reads what there is not',
    machine: oneByOne(
      caught(
        'ProcessItem',
        told,
        { Output: { error: '{% $stateError %}' } },
        {
          Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }],
        },
      ),
    ),
    input: { items: [1, 2, 3] },
    answer: failing,
    error: [
      QUERY,
      "An error occurred while executing the state 'Fallback' (entered at the event id #13). The JSONata expression '$stateError' specified for the field 'Output/error' returned nothing (undefined).",
    ],
    chain: [
      'MapStateEntered 0',
      'MapStateStarted 2',
      'MapIterationStarted 3',
      'TaskStateEntered 4',
      'TaskScheduled 5',
      'TaskStarted 6',
      'TaskFailed 7',
      'TaskScheduled 8',
      'TaskStarted 9',
      'TaskFailed 10',
      'TaskStateExited 11',
      'PassStateEntered 12',
      'EvaluationFailed 12',
      'MapIterationFailed 14',
      'MapStateFailed 14',
      'ExecutionFailed 16',
    ],
  },
  {
    source: 'test_error_output, iterations that assign what they catch',
    machine: oneByOne(caught('ProcessItem', kept, { Assign: { error: '{% $errorVar %}' } })),
    input: { items: [1, 2] },
    answer: failing,
    output: [stateError, stateError],
    chain: [
      'MapStateEntered 0',
      'MapStateStarted 2',
      ...fellBack(4, 3),
      ...fellBack(13, 11),
      'MapStateSucceeded 21',
      'MapStateExited 21',
      'ExecutionSucceeded 23',
    ],
  },
];

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
  test.each([...RECORDED, ...FUNCTIONS].map((recorded) => [recorded.source, recorded] as const))(
    '%s',
    async (_source, recorded) => {
      const { machine, input, answer } = recorded;
      const host = setup(answer === undefined ? {} : { answer });
      const arn = await host.run(machine, input);
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
