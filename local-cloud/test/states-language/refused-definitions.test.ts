import { DefinitionError } from '../../states-language/definition/problem.js';
import { readDefinition } from '../../states-language/definition/read-definition.js';

/**
 * Where AWS's answer to a definition is known from, surest first:
 *
 * - `localstack`: recorded on AWS by LocalStack's tests (test_sfn_api_validation, test_base_scenarios; snapshots of 2024 and 2025)
 * - `floci`: measured on AWS with ValidateStateMachineDefinition, August and September 2026, by floci's issues 2735, 2745,
 *   2968, 3733 and its tests
 * - `preflight`: measured on AWS with ValidateStateMachineDefinition on 5 September 2026 by cdk-preflight: the message, and for one case of
 *   each of its rules, which was deployed, the place
 * - `statelint`: said by AWS in awslabs/statelint's issue 39, not in which words
 * - `cfn-lint`: a deployment on AWS quoted in cfn-lint's issues 3616, 4075
 * - `docs`: AWS says that it is refused, not in which words
 * - `issue`: named in this project's own issue, from AWS
 */
type Source = 'localstack' | 'floci' | 'preflight' | 'statelint' | 'cfn-lint' | 'docs' | 'issue';

const SCHEMA = 'SCHEMA_VALIDATION_FAILED';
const TARGET = 'MISSING_TRANSITION_TARGET';
const UNSUPPORTED = 'UNSUPPORTED_JSONATA_EXPRESSION';
const INVALID = 'INVALID_JSONATA_EXPRESSION';

type State = Record<string, unknown>;
const pass = { Type: 'Pass', End: true };
const task = (resource: string, more: State = {}) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${resource}`,
  End: true,
  ...more,
});
const FUNCTION = 'arn:aws:lambda:us-east-1:111111111111:function:f';
const lambda = task('lambda:invoke', { Arguments: { FunctionName: 'f' } });
const flow = (name: string, state: State = pass) => ({ StartAt: name, States: { [name]: state } });

/** A JSONata machine whose first state is A. */
function machine(A: State, more: Record<string, State> = {}, top: object = {}): object {
  return { QueryLanguage: 'JSONata', StartAt: 'A', States: { A, ...more }, ...top };
}
const output = (code: string) => machine({ ...pass, Output: `{% ${code} %}` });
const map = (more: State, item: State = pass) =>
  machine({ Type: 'Map', End: true, ItemProcessor: flow('I', item), ...more });
const parallel = (more: State, ...branches: readonly State[]) =>
  machine({
    Type: 'Parallel',
    End: true,
    Branches: branches.map((branch, index) => flow(`B${index}`, branch)),
    ...more,
  });
const choice = (rule: State) => machine({ Type: 'Choice', Choices: [rule], Default: 'Z' }, { Z: pass });
const choiceWith = (more: State) =>
  machine({ Type: 'Choice', Choices: [{ Condition: true, Next: 'Z' }], ...more }, { Z: pass });
const BRANCH = '/States/A/Branches[0]';
const withBranch = (more: State) =>
  machine({ Type: 'Parallel', End: true, Branches: [{ ...flow('I'), ...more }] });
const caught = (more: State) =>
  machine({ ...lambda, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z', ...more }] }, { Z: pass });
const retried = (...rules: readonly State[]) => machine({ ...lambda, Retry: rules });
const processed = (config: State) => map({ ItemProcessor: { ...flow('I'), ProcessorConfig: config } });

const apart = (name: string) => ({
  ...flow(name),
  ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
});
const distributed = (more: State) => map({ ItemProcessor: apart('I'), ...more });
const S3 = 'arn:aws:states:::s3';
const FILE = { Resource: `${S3}:getObject`, Arguments: { Bucket: 'b', Key: 'k' } };
const reading = (ReaderConfig: State) => distributed({ ItemReader: { ...FILE, ReaderConfig } });
const LIST = { Resource: `${S3}:listObjectsV2`, Arguments: { Bucket: 'b' } };
const READER = '/States/A/ItemReader';
const lacks = (field: string, place: string) =>
  `${SCHEMA}: The field '${field}' is required but was missing @ /States/A/${place}/Arguments`;

function problemsOf(definition: unknown): string[] {
  try {
    readDefinition(typeof definition === 'string' ? definition : JSON.stringify(definition));
    return [];
  } catch (thrown) {
    if (!(thrown instanceof DefinitionError)) throw thrown;
    return thrown.problems.map(({ code, message, location = '-' }) => `${code}: ${message} @ ${location}`);
  }
}

type Case = readonly [what: string, source: Source, definition: unknown, ...problems: readonly string[]];

const unknownField = (field: string, place = '/States/A') =>
  `${SCHEMA}: Field '${field}' is not supported @ ${place}`;
const jsonPath = (field: string, place = '/States/A') =>
  `${SCHEMA}: The QueryLanguage is set to 'JSONata', but field '${field}' is only supported for the 'JSONPath' QueryLanguage @ ${place}`;
const unrecognized = (resource: string) =>
  `${SCHEMA}: The resource provided arn:aws:states:::${resource} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. @ /States/A/Resource`;
const bare = (name: string, place: string) =>
  `${UNSUPPORTED}: Reference to '${name}' at the top level is not supported. @ ${place}`;
const least = (bound: string, place: string) => `${SCHEMA}: Minimum value is ${bound} @ /States/A/${place}`;
const most = (bound: string, place: string) => `${SCHEMA}: Maximum value is ${bound} @ /States/A/${place}`;
const among = (values: string, place: string) =>
  `${SCHEMA}: Value should be one of the following: [${values}] @ ${place}`;
const TIMESTAMP = `${SCHEMA}: String does not match RFC3339 timestamp @ /States/A/Timestamp`;
const waitUntil = (Timestamp: string) => machine({ Type: 'Wait', End: true, Timestamp });

const TEXT: readonly Case[] = [
  [
    'a text that is no JSON',
    'localstack',
    'not a definition',
    `INVALID_JSON_DESCRIPTION: Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at [Source: (String)"not a definition"; line: 1, column: 4] @ [Source: (String)"not a definition"; line: 1, column: 4]`,
  ],
  ['a JSON text', 'localstack', '""', `${SCHEMA}: Definition must be a valid JSON object @ -`],
  ['an empty object', 'localstack', {}, `${SCHEMA}: These fields are required: [States, StartAt] @ /`],
  [
    'no StartAt',
    'localstack',
    { QueryLanguage: 'JSONata', States: { A: pass } },
    `${SCHEMA}: These fields are required: [StartAt] @ /`,
  ],
  ['another version', 'preflight', machine(pass, {}, { Version: '2.0' }), among('1.0', '/Version')],
  ['a field written small', 'preflight', machine(pass, {}, { comment: 'x' }), unknownField('comment', '/')],
];

const LANGUAGE: readonly Case[] = [
  [
    'a JSONPath state in a JSONata machine',
    'localstack',
    machine({ ...pass, QueryLanguage: 'JSONPath' }),
    `${SCHEMA}: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine @ /States/A`,
  ],
  [
    'the same, whatever fields it has',
    'floci',
    machine({ ...pass, QueryLanguage: 'JSONPath', InputPath: '$' }),
    `${SCHEMA}: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine @ /States/A`,
  ],
  [
    'the same with a number that is wrong too',
    'floci',
    map({ QueryLanguage: 'JSONPath', MaxConcurrency: -1 }),
    `${SCHEMA}: 'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine @ /States/A`,
    least('0', 'MaxConcurrency'),
  ],
  [
    'a language in small letters',
    'floci',
    machine(pass, {}, { QueryLanguage: 'jsonata' }),
    among('JSONPath, JSONata', '/QueryLanguage'),
  ],
  [
    'a language that is a number',
    'floci',
    machine(pass, {}, { QueryLanguage: 5 }),
    `${SCHEMA}: Expected value of type [STRING] @ /QueryLanguage`,
  ],
  [
    'a state of an unknown language, which counts as JSONata',
    'floci',
    machine({ ...pass, QueryLanguage: 'foo', InputPath: '$.a' }),
    jsonPath('InputPath'),
    among('JSONPath, JSONata', '/States/A/QueryLanguage'),
  ],
  [
    'a language of an ItemProcessor',
    'floci',
    map({ ItemProcessor: { ...flow('I'), QueryLanguage: 'JSONata' } }),
    unknownField('QueryLanguage', '/States/A/ItemProcessor'),
  ],
  [
    'a language of an Iterator',
    'floci',
    machine({ Type: 'Map', End: true, Iterator: { ...flow('I'), QueryLanguage: 'JSONata' } }),
    unknownField('QueryLanguage', '/States/A/Iterator'),
  ],
  [
    'a language of a branch',
    'floci',
    machine({ Type: 'Parallel', End: true, Branches: [{ ...flow('I'), QueryLanguage: 'JSONata' }] }),
    unknownField('QueryLanguage', '/States/A/Branches[0]'),
  ],
  [
    'three fields of JSONPath',
    'floci',
    machine({ ...pass, InputPath: '$.a', OutputPath: '$.b', ResultPath: '$.c' }),
    jsonPath('InputPath'),
    jsonPath('OutputPath'),
    jsonPath('ResultPath'),
  ],
  ['Parameters of a Task', 'preflight', machine({ ...lambda, Parameters: {} }), jsonPath('Parameters')],
  ['Result of a Pass', 'preflight', machine({ ...pass, Result: {} }), jsonPath('Result')],
  ['ResultSelector', 'preflight', machine({ ...lambda, ResultSelector: {} }), jsonPath('ResultSelector')],
  ['ItemsPath', 'preflight', map({ ItemsPath: '$' }), jsonPath('ItemsPath')],
  ['MaxConcurrencyPath', 'floci', map({ MaxConcurrencyPath: '$.n' }), jsonPath('MaxConcurrencyPath')],
  ['CausePath of a Fail', 'preflight', machine({ Type: 'Fail', CausePath: '$.x' }), jsonPath('CausePath')],
  [
    'a comparison in a rule',
    'preflight',
    choice({ Variable: '$.x', IsPresent: true, Next: 'Z' }),
    jsonPath('Variable', '/States/A/Choices[0]'),
    jsonPath('IsPresent', '/States/A/Choices[0]'),
    `${SCHEMA}: The object must have only one of the following fields, [And, Or, Not, Variable, Condition] @ /States/A/Choices[0]`,
  ],
];

const FIELDS: readonly Case[] = [
  ...(
    [
      ['Pass', pass],
      ['Wait', { Type: 'Wait', Seconds: 1, End: true }],
      ['Succeed', { Type: 'Succeed' }],
      ['Fail', { Type: 'Fail' }],
    ] as const
  ).flatMap(([type, state]): Case[] => [
    [`Catch of a ${type}`, 'floci', machine({ ...state, Catch: [] }), unknownField('Catch')],
    [`Retry of a ${type}`, 'floci', machine({ ...state, Retry: [] }), unknownField('Retry')],
    [
      `TimeoutSeconds of a ${type}`,
      'floci',
      machine({ ...state, TimeoutSeconds: 5 }),
      unknownField('TimeoutSeconds'),
    ],
  ]),
  ['TimeoutSeconds of a Map', 'floci', map({ TimeoutSeconds: 5 }), unknownField('TimeoutSeconds')],
  [
    'TimeoutSeconds of a Parallel',
    'floci',
    parallel({ TimeoutSeconds: 5 }, pass),
    unknownField('TimeoutSeconds'),
  ],
  ['Arguments of a Pass', 'preflight', machine({ ...pass, Arguments: {} }), unknownField('Arguments')],
  ['Assign of a Succeed', 'preflight', machine({ Type: 'Succeed', Assign: {} }), unknownField('Assign')],
  ['Output of a Fail', 'preflight', machine({ Type: 'Fail', Output: 1 }), unknownField('Output')],
  [
    'ItemSelector of a Task',
    'preflight',
    machine({ ...lambda, ItemSelector: {} }),
    unknownField('ItemSelector'),
  ],
  [
    'a state of an unknown type',
    'localstack',
    machine({ Type: 'pass', End: true }),
    `${SCHEMA}: The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] @ /States/A/Type`,
  ],
  [
    'a state without a type',
    'docs',
    machine({ End: true }),
    `${SCHEMA}: These fields are required: [Type] @ /States/A`,
  ],
  [
    'TimeoutSeconds of a branch',
    'docs',
    withBranch({ TimeoutSeconds: 5 }),
    unknownField('TimeoutSeconds', BRANCH),
  ],
  [
    'ProcessorConfig of a branch',
    'docs',
    withBranch({ ProcessorConfig: {} }),
    unknownField('ProcessorConfig', BRANCH),
  ],
  ['End of a Choice', 'preflight', choiceWith({ End: true }), unknownField('End')],
  ['Next of a Choice', 'preflight', choiceWith({ Next: 'Z' }), unknownField('Next')],
  ['Next of a Fail', 'preflight', machine({ Type: 'Fail', Next: 'A' }), unknownField('Next')],
  ['End of a Succeed', 'preflight', machine({ Type: 'Succeed', End: true }), unknownField('End')],
  ['Arguments of a Map', 'preflight', map({ Arguments: {} }), unknownField('Arguments')],
  ['Items of a Parallel', 'preflight', parallel({ Items: [] }, pass), unknownField('Items')],
  ['Credentials of a Pass', 'preflight', machine({ ...pass, Credentials: {} }), unknownField('Credentials')],
  ['Label of a Parallel', 'preflight', parallel({ Label: 'l' }, pass), unknownField('Label')],
  [
    'the time-out of a Task told twice',
    'preflight',
    machine({ ...lambda, TimeoutSeconds: 5, TimeoutSecondsPath: '$.a' }),
    jsonPath('TimeoutSecondsPath'),
  ],
  [
    'MaxItemsPerBatchPath',
    'floci',
    map({ ItemBatcher: { MaxItemsPerBatch: 1, MaxItemsPerBatchPath: '$.n' } }),
    jsonPath('MaxItemsPerBatchPath', '/States/A/ItemBatcher'),
  ],
  [
    'no rules in a Choice',
    'cfn-lint',
    machine({ Type: 'Choice', Default: 'Z' }, { Z: pass }),
    `${SCHEMA}: These fields are required: [Choices] @ /States/A`,
  ],
  ['a note in a field of its own', 'preflight', machine({ ...pass, _note: 'x' }), unknownField('_note')],
  ['a field written small', 'preflight', machine({ ...pass, comment: 'x' }), unknownField('comment')],
  [
    'Next and End',
    'preflight',
    machine({ ...pass, Next: 'Z' }, { Z: pass }),
    `${SCHEMA}: There should only be one of the following fields: [Next, End] @ /States/A`,
  ],
  [
    'neither Next nor End',
    'preflight',
    machine({ Type: 'Pass' }, {}),
    `${SCHEMA}: This object should have only one of the following fields: [Next, End] @ /States/A`,
  ],
  [
    'ItemProcessor and Iterator',
    'preflight',
    map({ Iterator: flow('J') }),
    `${SCHEMA}: There should only be one of the following fields: [ItemProcessor, Iterator] @ /States/A`,
  ],
  [
    'a Map of nothing',
    'preflight',
    machine({ Type: 'Map', End: true }),
    `${SCHEMA}: This object should have only one of the following fields: [ItemProcessor, Iterator] @ /States/A`,
  ],
  [
    'two times to wait',
    'preflight',
    machine({ Type: 'Wait', Seconds: 1, Timestamp: '2026-01-01T00:00:00Z', End: true }),
    `${SCHEMA}: There should only be one of the following fields: [SecondsPath, Seconds, TimestampPath, Timestamp] @ /States/A`,
  ],
  [
    'no rule in a Choice',
    'preflight',
    machine({ Type: 'Choice', Choices: [], Default: 'Z' }, { Z: pass }),
    `${SCHEMA}: Value cannot be empty @ /States/A/Choices`,
  ],
  ['no branch', 'preflight', parallel({}), `${SCHEMA}: Value cannot be empty @ /States/A/Branches`],
  [
    'a branch without StartAt',
    'preflight',
    machine({ Type: 'Parallel', End: true, Branches: [{ States: { I: pass } }] }),
    `${SCHEMA}: These fields are required: [StartAt] @ /States/A/Branches[0]`,
  ],
  [
    'an ItemProcessor without States',
    'preflight',
    map({ ItemProcessor: { StartAt: 'I' } }),
    `${SCHEMA}: These fields are required: [States] @ /States/A/ItemProcessor`,
  ],
  [
    'a rule without Next',
    'preflight',
    choice({ Condition: '{% true %}' }),
    `${SCHEMA}: These fields are required: [Next] @ /States/A/Choices[0]`,
  ],
  [
    'a catcher without Next',
    'preflight',
    machine({ ...lambda, Catch: [{ ErrorEquals: ['E'] }] }),
    `${SCHEMA}: These fields are required: [Next] @ /States/A/Catch[0]`,
  ],
  [
    'a retrier of nothing',
    'preflight',
    retried({ MaxAttempts: 1 }),
    `${SCHEMA}: These fields are required: [ErrorEquals] @ /States/A/Retry[0]`,
  ],
  [
    'a retrier of no error',
    'preflight',
    retried({ ErrorEquals: [] }),
    `${SCHEMA}: Value cannot be empty @ /States/A/Retry[0]/ErrorEquals`,
  ],
  [
    'States.ALL beside another',
    'preflight',
    retried({ ErrorEquals: ['States.ALL', 'E'] }),
    `${SCHEMA}: States.ALL must appear alone and at end of list @ /States/A/Retry[0]/ErrorEquals[0]`,
  ],
  [
    'States.ALL before the last rule',
    'preflight',
    retried({ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['E'] }),
    `${SCHEMA}: States.ALL must appear alone and at end of list @ /States/A/Retry[0]/ErrorEquals[0]`,
  ],
  [
    'another jitter',
    'preflight',
    retried({ ErrorEquals: ['E'], JitterStrategy: 'HALF' }),
    among('NONE, FULL', '/States/A/Retry[0]/JitterStrategy'),
  ],
  [
    'ResultPath of a catcher',
    'floci',
    caught({ ResultPath: '$.x' }),
    jsonPath('ResultPath', '/States/A/Catch[0]'),
  ],
  [
    'a distributed Map without a type',
    'preflight',
    processed({ Mode: 'DISTRIBUTED' }),
    `${SCHEMA}: These fields are required: [ExecutionType] @ /States/A/ItemProcessor/ProcessorConfig`,
  ],
  [
    'a distributed Map of another type',
    'preflight',
    processed({ Mode: 'DISTRIBUTED', ExecutionType: 'FAST' }),
    among('STANDARD, EXPRESS', '/States/A/ItemProcessor/ProcessorConfig/ExecutionType'),
  ],
  [
    'an inline Map with a type',
    'preflight',
    processed({ Mode: 'INLINE', ExecutionType: 'STANDARD' }),
    unknownField('ExecutionType', '/States/A/ItemProcessor/ProcessorConfig'),
  ],
  [
    'a resource that is no ARN',
    'preflight',
    machine({ ...lambda, Resource: 'lambda' }),
    `${SCHEMA}: Value is not a valid resource ARN @ /States/A/Resource`,
  ],
  [
    'a pattern that a service lacks',
    'preflight',
    machine({ ...lambda, Resource: 'arn:aws:states:::lambda:invoke.sync' }),
    unrecognized('lambda:invoke.sync'),
  ],
];

const NUMBERS: readonly Case[] = [
  [
    'a wait of less than nothing',
    'preflight',
    machine({ Type: 'Wait', Seconds: -1, End: true }),
    least('0', 'Seconds'),
  ],
  [
    'a wait longer than AWS allows',
    'cfn-lint',
    machine({ Type: 'Wait', Seconds: 10_000_000_000_000_000, End: true }),
    most('99999999', 'Seconds'),
  ],
  [
    'a time-out of nothing',
    'preflight',
    machine({ ...lambda, TimeoutSeconds: 0 }),
    least('1', 'TimeoutSeconds'),
  ],
  [
    'a time-out of 100,000,000 seconds',
    'preflight',
    machine({ ...lambda, TimeoutSeconds: 100_000_000 }),
    most('99999999', 'TimeoutSeconds'),
  ],
  [
    'a heartbeat of nothing',
    'preflight',
    machine({ ...lambda, HeartbeatSeconds: 0 }),
    least('1', 'HeartbeatSeconds'),
  ],
  [
    'a time-out in words',
    'preflight',
    machine({ ...lambda, TimeoutSeconds: 'ten' }),
    `${SCHEMA}: Expected value of type Integer @ /States/A/TimeoutSeconds`,
  ],
  ['fewer than no items at once', 'floci', map({ MaxConcurrency: -1 }), least('0', 'MaxConcurrency')],
  [
    'the same in a Map within a Map',
    'floci',
    map({}, { Type: 'Map', End: true, MaxConcurrency: -1, ItemProcessor: flow('J') }),
    least('0', 'ItemProcessor/States/I/MaxConcurrency'),
  ],
  [
    'fewer than no failures',
    'floci',
    map({ ToleratedFailureCount: -1 }),
    least('0', 'ToleratedFailureCount'),
  ],
  [
    'a percentage below 0',
    'floci',
    map({ ToleratedFailurePercentage: -1 }),
    least('0.0', 'ToleratedFailurePercentage'),
  ],
  [
    'a percentage above 100',
    'floci',
    map({ ToleratedFailurePercentage: 101 }),
    most('100.0', 'ToleratedFailurePercentage'),
  ],
  [
    'fewer than no attempts',
    'preflight',
    retried({ ErrorEquals: ['E'], MaxAttempts: -1 }),
    least('0', 'Retry[0]/MaxAttempts'),
  ],
  [
    'a longest delay of nothing',
    'preflight',
    retried({ ErrorEquals: ['E'], MaxDelaySeconds: 0 }),
    least('1', 'Retry[0]/MaxDelaySeconds'),
  ],
  [
    'a longest delay of more than a year',
    'preflight',
    retried({ ErrorEquals: ['E'], MaxDelaySeconds: 31_622_401 }),
    most('31622400', 'Retry[0]/MaxDelaySeconds'),
  ],
  [
    'a heartbeat of 100,000,000 seconds',
    'preflight',
    machine({ ...lambda, HeartbeatSeconds: 100_000_000 }),
    most('99999999', 'HeartbeatSeconds'),
  ],
  [
    'too many attempts',
    'preflight',
    retried({ ErrorEquals: ['E'], MaxAttempts: 100_000_000 }),
    most('99999999', 'Retry[0]/MaxAttempts'),
  ],
  [
    'a delay that grows shorter',
    'preflight',
    retried({ ErrorEquals: ['E'], BackoffRate: 0.9 }),
    least('1.0', 'Retry[0]/BackoffRate'),
  ],
  [
    'fewer than no items to read',
    'floci',
    reading({ InputType: 'JSON', MaxItems: -1 }),
    least('0', 'ItemReader/ReaderConfig/MaxItems'),
  ],
  [
    'batches of fewer than no items',
    'floci',
    map({ ItemBatcher: { MaxItemsPerBatch: -1 } }),
    least('0', 'ItemBatcher/MaxItemsPerBatch'),
  ],
  [
    'batches of fewer than no bytes',
    'floci',
    map({ ItemBatcher: { MaxInputBytesPerBatch: -1 } }),
    least('0', 'ItemBatcher/MaxInputBytesPerBatch'),
  ],
  [
    'a heartbeat as long as the time-out',
    'docs',
    machine({ ...lambda, TimeoutSeconds: 5, HeartbeatSeconds: 5 }),
    `${SCHEMA}: 'HeartbeatSeconds' must be smaller than 'TimeoutSeconds' @ /States/A/HeartbeatSeconds`,
  ],
  ['a timestamp without T', 'localstack', waitUntil('2016-12-05 21:29:29Z'), TIMESTAMP],
  ['a timestamp without zone', 'localstack', waitUntil('2016-12-05T21:29:29'), TIMESTAMP],
  ['the 13th month', 'localstack', waitUntil('2016-13-05T21:29:29Z'), TIMESTAMP],
  ['25 hours', 'localstack', waitUntil('2016-12-05T25:29:29Z'), TIMESTAMP],
  ['the day first', 'localstack', waitUntil('05-12-2016T21:29:29Z'), TIMESTAMP],
  ['the 29th of February 2023', 'issue', waitUntil('2023-02-29T00:00:00Z'), TIMESTAMP],
  ['24:00:00', 'issue', waitUntil('2023-02-28T24:00:00Z'), TIMESTAMP],
];

const EXPRESSIONS: readonly Case[] = [
  ...(
    [
      ['a[1,2)', 'Expected "]", got ","'],
      ['"unterminated', 'String literal must be terminated by a matching quote'],
      ['1 +', 'Unexpected end of expression'],
      ['{"a":}', 'The symbol "}" cannot be used as a unary operator'],
      ['$x :=', 'Unexpected end of expression'],
      ['$match("a", /abc', 'No terminating / in regular expression'],
      ['phone %.other', 'The symbol "." cannot be used as a unary operator'],
      ['', 'Unexpected end of expression'],
    ] as const
  ).map(([code, message]): Case => [
    `the expression '${code}'`,
    'floci',
    output(code),
    `${INVALID}: ${message} @ /States/A/Output`,
  ]),
  ['a bare name', 'floci', output('phone'), bare('phone', '/States/A/Output')],
  ['a bare name and an index', 'floci', output('phone[0]'), bare('phone', '/States/A/Output')],
  ['the context itself', 'issue', output('$'), bare('$', '/States/A/Output')],
  ['a name of the context', 'floci', output('$.phone'), bare('$', '/States/A/Output')],
  [
    'a bare name in a function',
    'floci',
    output('$map([1], function($x) { b })'),
    bare('b', '/States/A/Output'),
  ],
  ['a bare name as a key', 'floci', output('{aaa: 1}'), bare('aaa', '/States/A/Output')],
  [
    'two names',
    'floci',
    output('aaa + bbb'),
    bare('aaa', '/States/A/Output'),
    bare('bbb', '/States/A/Output'),
  ],
  [
    'a name within objects and lists',
    'floci',
    machine({ ...pass, Output: { a: { b: ['{% phone %}'] } } }),
    bare('phone', '/States/A/Output/a/b[0]'),
  ],
  [
    'a name in Assign',
    'floci',
    machine({ ...pass, Assign: { v: '{% phone %}' } }),
    bare('phone', '/States/A/Assign/v'),
  ],
  [
    'a name in a condition',
    'floci',
    choice({ Condition: '{% phone = 1 %}', Next: 'Z' }),
    bare('phone', '/States/A/Choices[0]/Condition'),
  ],
  [
    'a name in Seconds',
    'floci',
    machine({ Type: 'Wait', End: true, Seconds: '{% phone %}' }),
    bare('phone', '/States/A/Seconds'),
  ],
  [
    'a name in a cause',
    'floci',
    machine({ Type: 'Fail', Cause: '{% phone %}' }),
    bare('phone', '/States/A/Cause'),
  ],
  ['a name in Items', 'floci', map({ Items: '{% phone %}' }), bare('phone', '/States/A/Items')],
  [
    'a name in an iteration',
    'floci',
    map({}, { ...pass, Output: '{% phone %}' }),
    bare('phone', '/States/A/ItemProcessor/States/I/Output'),
  ],
  [
    'a name in a branch',
    'floci',
    parallel({}, { ...pass, Output: '{% phone %}' }),
    bare('phone', '/States/A/Branches[0]/States/B0/Output'),
  ],
  [
    'a name in a catcher',
    'floci',
    caught({ Output: '{% phone %}' }),
    bare('phone', '/States/A/Catch[0]/Output'),
  ],
  [
    'a name under a member called like a field',
    'floci',
    machine({ ...lambda, Arguments: { FunctionName: 'f', Payload: { Comment: '{% phone %}' } } }),
    bare('phone', '/States/A/Arguments/Payload/Comment'),
  ],
  [
    'the root',
    'floci',
    output('$$'),
    `${UNSUPPORTED}: Reference to '$$' is not supported. @ /States/A/Output`,
  ],
  [
    'the error output of a state that catches nothing',
    'floci',
    output('$states.errorOutput'),
    `${UNSUPPORTED}: Field '$states.errorOutput' does not exist. @ /States/A/Output`,
  ],
  [
    'the result before there is one',
    'docs',
    machine({ ...lambda, Arguments: '{% $states.result %}' }),
    `${UNSUPPORTED}: Field '$states.result' does not exist. @ /States/A/Arguments`,
  ],
  [
    'an expression that is not closed',
    'preflight',
    machine({ ...pass, Output: { a: '{% 1' } }),
    `${SCHEMA}: JSONata string must start with {% and end with %} @ /States/A/Output/a`,
  ],
];

const DISTRIBUTED: readonly Case[] = [
  [
    'items read with another call',
    'preflight',
    distributed({ ItemReader: { Resource: `${S3}:headObject` } }),
    `${SCHEMA}: The field 'Resource' does not match any of the allowed values @ ${READER}/Resource`,
  ],
  [
    'a CSV file without the place of its headers',
    'preflight',
    reading({ InputType: 'CSV' }),
    `${SCHEMA}: The field 'CSVHeaderLocation' is required @ ${READER}/ReaderConfig`,
  ],
  [
    'a JSON file with headers',
    'preflight',
    reading({ InputType: 'JSON', CSVHeaderLocation: 'FIRST_ROW' }),
    unknownField('CSVHeaderLocation', `${READER}/ReaderConfig`),
  ],
  [
    'given headers that are not given',
    'preflight',
    reading({ InputType: 'CSV', CSVHeaderLocation: 'GIVEN' }),
    `${SCHEMA}: These fields are required: [CSVHeaders] @ ${READER}/ReaderConfig`,
  ],
  ...(['CSVHeaderLocation', 'CSVHeaders', 'CSVDelimiter', 'ItemsPointer'] as const).map((field): Case => {
    const values = {
      CSVHeaderLocation: 'FIRST_ROW',
      CSVHeaders: ['a'],
      CSVDelimiter: 'TAB',
      ItemsPointer: '/a',
    };
    return [
      `${field} of a file of JSON lines`,
      'docs',
      reading({ InputType: 'JSONL', [field]: values[field] }),
      unknownField(field, `${READER}/ReaderConfig`),
    ];
  }),
  [
    'objects read without saying what they are',
    'docs',
    distributed({ ItemReader: { ...LIST, ReaderConfig: { Transformation: 'LOAD_AND_FLATTEN' } } }),
    `${SCHEMA}: These fields are required: [InputType] @ ${READER}/ReaderConfig`,
  ],
  [
    'a file named by a text that is no object',
    'docs',
    distributed({ ItemReader: { ...FILE, Arguments: 'k' } }),
    lacks('Bucket', 'ItemReader'),
    lacks('Key', 'ItemReader'),
  ],
  [
    'results told where to go, not how',
    'docs',
    distributed({ ResultWriter: { Arguments: { Bucket: 'b' }, WriterConfig: {} } }),
    `${SCHEMA}: These fields are required: [Resource] @ /States/A/ResultWriter`,
  ],
  [
    'what batches share that is a text',
    'docs',
    distributed({ ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: 'x' } }),
    `${SCHEMA}: JSONata string must start with {% and end with %} @ /States/A/ItemBatcher/BatchInput`,
  ],
  [
    'what batches share that is a list',
    'docs',
    distributed({ ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: [1] } }),
    `${SCHEMA}: Expected value of type [OBJECT] @ /States/A/ItemBatcher/BatchInput`,
  ],
  [
    'credentials of an activity',
    'preflight',
    machine({
      ...pass,
      Type: 'Task',
      Resource: 'arn:aws:states:us-east-1:111111111111:activity:a',
      Credentials: { RoleArn: 'arn:aws:iam::111111111111:role/r' },
    }),
    `${SCHEMA}: The field 'Credentials' is not supported for activities @ /States/A/Credentials`,
  ],
  [
    'more than 100 million items',
    'docs',
    reading({ InputType: 'JSON', MaxItems: 100_000_001 }),
    most('100000000', 'ItemReader/ReaderConfig/MaxItems'),
  ],
  [
    'a file of no name',
    'docs',
    distributed({ ItemReader: { ...FILE, Arguments: { Bucket: 'b' } } }),
    lacks('Key', 'ItemReader'),
  ],
  [
    'a list of no bucket',
    'docs',
    distributed({ ItemReader: { Resource: `${S3}:listObjectsV2`, Arguments: { Prefix: 'p' } } }),
    lacks('Bucket', 'ItemReader'),
  ],
  [
    'a separator that is none',
    'docs',
    reading({ InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW', CSVDelimiter: ';' }),
    among('COMMA, PIPE, SEMICOLON, SPACE, TAB', `${READER}/ReaderConfig/CSVDelimiter`),
  ],
  [
    'a field that a reader lacks',
    'docs',
    reading({ InputType: 'JSON', Delimiter: ',' }),
    unknownField('Delimiter', `${READER}/ReaderConfig`),
  ],
  [
    'results written to no bucket',
    'docs',
    distributed({ ResultWriter: { Resource: `${S3}:putObject`, Arguments: { Prefix: 'p' } } }),
    lacks('Bucket', 'ResultWriter'),
  ],
  [
    'results written nowhere',
    'docs',
    distributed({ ResultWriter: { Resource: `${S3}:putObject` } }),
    lacks('Bucket', 'ResultWriter'),
  ],
  [
    'results of another kind',
    'docs',
    distributed({ ResultWriter: { WriterConfig: { OutputType: 'CSV' } } }),
    among('JSON, JSONL', '/States/A/ResultWriter/WriterConfig/OutputType'),
  ],
  [
    'a role that is a number',
    'docs',
    machine({ ...lambda, Credentials: { RoleArn: 5 } }),
    `${SCHEMA}: Expected value of type [STRING] @ /States/A/Credentials/RoleArn`,
  ],
  [
    'credentials without a role',
    'preflight',
    machine({ ...lambda, Credentials: {} }),
    `${SCHEMA}: The field 'RoleArn' is required but was missing @ /States/A/Credentials`,
  ],
  [
    'a label of 41 characters',
    'preflight',
    distributed({ Label: 'l'.repeat(41) }),
    `INVALID_LABEL_NAME: Invalid Label name: ${'l'.repeat(41)} exceeds the 40-character limit allowed by the service @ /States/A/Label`,
  ],
  [
    'a label with a colon',
    'docs',
    distributed({ Label: 'a:b' }),
    'INVALID_LABEL_NAME: Invalid Label name: a:b contains invalid characters @ /States/A/Label',
  ],
  [
    'an empty label',
    'docs',
    distributed({ Label: '' }),
    `${SCHEMA}: Value cannot be empty @ /States/A/Label`,
  ],
  ...(['ResultWriter', 'Label'] as const).map((field): Case => {
    const values = { ResultWriter: { WriterConfig: {} }, Label: 'l' };
    return [
      `${field} of an inline Map`,
      'docs',
      map({ [field]: values[field] }),
      unknownField(field, '/States/A'),
    ];
  }),
  [
    'a label that two Maps have',
    'preflight',
    machine(
      { Type: 'Map', ItemProcessor: apart('I'), Label: 'L', Next: 'B' },
      { B: { Type: 'Map', ItemProcessor: apart('J'), Label: 'L', End: true } },
    ),
    'DUPLICATE_LABEL_NAME: Duplicate Label name: L @ /States/B/Label',
  ],
];

const required = (field: string, place = '/States/A') =>
  `${SCHEMA}: The field '${field}' is required but was missing @ ${place}/Arguments`;
const given = (resource: string, Arguments: State = {}) => machine(task(resource, { Arguments }));
const toldNothing = (resource: string, place = '/States/A') =>
  `${SCHEMA}: Arguments field is required for resource ARN: arn:aws:states:::${resource} @ ${place}/Resource`;

const ARGUMENTS: readonly Case[] = [
  ...['lambda:invoke', 'states:startExecution.sync:2', 'aws-sdk:sts:getCallerIdentity'].map(
    (resource): Case => [
      `no arguments for ${resource}`,
      'preflight',
      machine(task(resource)),
      toldNothing(resource),
    ],
  ),
  [
    'no arguments within a Map and a Parallel',
    'preflight',
    map({ Type: 'Map' }, { Type: 'Parallel', Branches: [flow('B', task('sns:publish'))], End: true }),
    toldNothing('sns:publish', '/States/A/ItemProcessor/States/I/Branches[0]/States/B'),
  ],
  ['a call of no function', 'preflight', given('lambda:invoke', { Payload: {} }), required('FunctionName')],
  [
    'a message to no queue',
    'preflight',
    given('sqs:sendMessage', { MessageBody: 'm' }),
    required('QueueUrl'),
  ],
  [
    'nothing to send, nowhere to',
    'preflight',
    given('sqs:sendMessage.waitForTaskToken'),
    required('QueueUrl'),
    required('MessageBody'),
  ],
  ['nothing to publish', 'preflight', given('sns:publish', { TopicArn: 't' }), required('Message')],
  ['an item put nowhere', 'preflight', given('dynamodb:putItem', { Item: {} }), required('TableName')],
  ['no item to put', 'preflight', given('dynamodb:putItem', { TableName: 't' }), required('Item')],
  ['no key to get', 'preflight', given('dynamodb:getItem', { TableName: 't' }), required('Key')],
  ['a child of no machine', 'preflight', given('states:startExecution'), required('StateMachineArn')],
  ['no events to put', 'preflight', given('events:putEvents'), required('Entries')],
  ['a task of no definition', 'preflight', given('ecs:runTask.sync'), required('TaskDefinition')],
  ['a job of no name', 'preflight', given('glue:startJobRun'), required('JobName')],
  ['no key to update', 'docs', given('dynamodb:updateItem', { TableName: 't' }), required('Key')],
  ['no key to delete', 'docs', given('dynamodb:deleteItem', { TableName: 't' }), required('Key')],
  ['a request to no address', 'docs', given('http:invoke', { Method: 'GET' }), required('ApiEndpoint')],
  ['a request without method', 'docs', given('http:invoke', { ApiEndpoint: 'a' }), required('Method')],
  ['no query to run', 'docs', given('athena:startQueryExecution.sync'), required('QueryString')],
  ['no project to build', 'docs', given('codebuild:startBuild.sync'), required('ProjectName')],
  ...(
    [
      ['dynamodb:getItem', 'TableName', 'Key'],
      ['sqs:sendMessage', 'QueueUrl', 'MessageBody'],
      ['sfn:startExecution', 'StateMachineArn'],
    ] as const
  ).map(([call, ...fields]): Case => [
    `nothing told to aws-sdk:${call}`,
    'docs',
    given(`aws-sdk:${call}`),
    ...fields.map((field) => required(field)),
  ]),
  [
    'fields as the service writes them, not the SDK',
    'docs',
    given('aws-sdk:sns:publish', { message: 'm' }),
    required('Message'),
  ],
  ...(['text', [1], 5] as const).map((told): Case => [
    `a function told ${JSON.stringify(told)}`,
    'docs',
    machine(task('lambda:invoke', { Arguments: told })),
    required('FunctionName'),
  ]),
  ...['glue:startJobRun.sync:2', 'glue:startJobRun.waitForTaskToken', 'aws-sdk:glue:startJobRun.sync'].map(
    (resource): Case => [
      `a pattern that its service lacks: ${resource}`,
      'preflight',
      given(resource, { JobName: 'j' }),
      unrecognized(resource),
    ],
  ),
  [
    'a call that a service lacks',
    'docs',
    given('aws-sdk:dynamodb:getitem'),
    unrecognized('aws-sdk:dynamodb:getitem'),
  ],
];

const WHOLE: readonly Case[] = [
  [
    'a Next to nowhere',
    'floci',
    machine(pass, {}, { StartAt: 'N' }),
    `${TARGET}: Missing 'Next' target: N @ /StartAt`,
    `${TARGET}: State "A" is not reachable. @ /States/A`,
  ],
  [
    'a Next to nowhere and no end',
    'floci',
    machine({ Type: 'Pass', Next: 'N' }),
    `${TARGET}: Missing 'Next' target: N @ /States/A/Next`,
    'MISSING_END_STATE: Workflow has no terminal state @ -',
  ],
  [
    'a Default to nowhere',
    'floci',
    machine({ Type: 'Choice', Choices: [{ Condition: true, Next: 'Z' }], Default: 'N' }, { Z: pass }),
    `${TARGET}: Missing 'Next' target: N @ /States/A/Default`,
  ],
  [
    'a rule to nowhere',
    'floci',
    choice({ Condition: true, Next: 'N' }),
    `${TARGET}: Missing 'Next' target: N @ /States/A/Choices[0]/Next`,
  ],
  [
    'a catcher to nowhere',
    'floci',
    machine({ ...lambda, Catch: [{ ErrorEquals: ['E'], Next: 'N' }] }),
    `${TARGET}: Missing 'Next' target: N @ /States/A/Catch[0]/Next`,
  ],
  [
    'a state nobody goes to',
    'floci',
    machine(pass, { 'a/b': pass }),
    `${TARGET}: State "a/b" is not reachable. @ /States/a/b`,
  ],
  [
    'one in an iteration',
    'floci',
    map({ ItemProcessor: { StartAt: 'I', States: { I: pass, J: pass } } }),
    `${TARGET}: State "J" is not reachable. @ /States/A/ItemProcessor/States/J`,
  ],
  [
    'a loop, and a state nobody goes to',
    'floci',
    machine({ Type: 'Pass', Next: 'B' }, { B: { Type: 'Pass', Next: 'A' }, C: { Type: 'Pass', Next: 'A' } }),
    'MISSING_END_STATE: Workflow has no terminal state @ -',
  ],
  [
    'two states of one name',
    'cfn-lint',
    map({ ItemProcessor: flow('A') }),
    'DUPLICATE_STATE_NAME: Duplicate State name: A @ /States/A/ItemProcessor/States/A',
  ],
  [
    'two states of one name beside each other',
    'statelint',
    '{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","End":true},"A":{"Type":"Succeed"}}}',
    'DUPLICATE_STATE_NAME: Duplicate State name: A @ /States/A',
  ],
  [
    'the same in an iteration and in a branch',
    'statelint',
    JSON.stringify(
      machine(
        { Type: 'Map', ItemProcessor: flow('I'), Next: 'P' },
        { P: { Type: 'Parallel', Branches: [flow('B0'), flow('B1')], End: true } },
      ),
    ).replace(/("(?:I|B1)":)({[^}]*})/g, '$1$2,$1$2'),
    'DUPLICATE_STATE_NAME: Duplicate State name: I @ /States/A/ItemProcessor/States/I',
    'DUPLICATE_STATE_NAME: Duplicate State name: B1 @ /States/P/Branches[1]/States/B1',
  ],
  [
    'two states of one name in two branches',
    'preflight',
    machine({ Type: 'Parallel', End: true, Branches: [flow('B'), flow('B')] }),
    'DUPLICATE_STATE_NAME: Duplicate State name: B @ /States/A/Branches[1]/States/B',
  ],
  [
    'a branch that goes on outside of it',
    'docs',
    machine({ Type: 'Parallel', Next: 'Z', Branches: [flow('B', { Type: 'Pass', Next: 'Z' })] }, { Z: pass }),
    `${TARGET}: Missing 'Next' target: Z @ /States/A/Branches[0]/States/B/Next`,
  ],
  [
    'a state name of 81 characters',
    'preflight',
    { QueryLanguage: 'JSONata', ...flow('n'.repeat(81)) },
    `INVALID_STATE_NAME: Invalid State name: ${'n'.repeat(81)} exceeds the 80-character limit allowed by the service @ /States/${'n'.repeat(81)}`,
  ],
  [
    'a variable called states',
    'preflight',
    machine({ ...pass, Assign: { states: 1 } }),
    "RESERVED_VARIABLE_NAME: Cannot assign to reserved variable '$states'. @ /States/A/Assign/states",
  ],
  [
    'a variable with a hyphen',
    'preflight',
    machine({ ...pass, Assign: { 'a-b': 1 } }),
    "INVALID_VARIABLE_NAME: Invalid variable name 'a-b': the variable name contains invalid characters. @ /States/A/Assign/a-b",
  ],
  [
    'an outer variable assigned in an iteration',
    'docs',
    machine(
      { ...pass, End: undefined, Assign: { x: 1 }, Next: 'M' },
      {
        M: { Type: 'Map', End: true, ItemProcessor: flow('I', { ...pass, Assign: { x: 2 } }) },
      },
    ),
    "DUPLICATE_VARIABLE_NAME: The variable name 'x' was already defined in a parent scope. @ /States/M/ItemProcessor/States/I/Assign/x",
  ],
];

describe('a definition that AWS refuses is refused, in its words and at its place', () => {
  test.each<Case>([
    ...TEXT,
    ...LANGUAGE,
    ...FIELDS,
    ...NUMBERS,
    ...EXPRESSIONS,
    ...DISTRIBUTED,
    ...ARGUMENTS,
    ...WHOLE,
  ])('%s (%s)', (_what, _source, definition, ...problems) => {
    expect(problemsOf(definition)).toEqual(problems);
  });
});

describe('a definition that AWS takes is taken', () => {
  test.each<[what: string, source: Source, definition: unknown]>([
    ['what a predicate reads', 'floci', output('$states.input.items[phone > 3]')],
    ['what a function is given', 'floci', output('$map($states.input.a, function($x) { $x.phone })')],
    ['a step after the first', 'floci', output('[1..3].{"n": $}')],
    ['a variable that nobody assigns', 'floci', output('$phone')],
    ['an expression as a comment', 'floci', machine({ ...pass, Comment: '{% phone %}' })],
    ['an expression as the name of an error', 'floci', retried({ ErrorEquals: ['{% phone %}'] })],
    ['the error output in a catcher', 'floci', caught({ Output: '{% $states.errorOutput %}' })],
    [
      'the error output assigned by a catcher',
      'floci',
      caught({ Assign: { e: '{% $states.errorOutput.Cause %}' } }),
    ],
    ['the result of a task', 'docs', machine({ ...lambda, Output: '{% $states.result.Payload %}' })],
    [
      'arguments by one expression',
      'docs',
      machine(task('lambda:invoke', { Arguments: '{% $states.input %}' })),
    ],
    [
      'no arguments for a function by its ARN',
      'docs',
      machine({ ...lambda, Resource: FUNCTION, Arguments: undefined }),
    ],
    ['no arguments that are required', 'docs', given('aws-sdk:sts:getCallerIdentity')],
    ['the reader of an inline Map', 'floci', map({ ItemReader: FILE })],
    ['the batches of an inline Map', 'floci', map({ ItemBatcher: { MaxItemsPerBatch: 2 } })],
    [
      'a reader told what to read by an expression',
      'docs',
      distributed({ ItemReader: { ...FILE, Arguments: '{% $states.input.file %}' } }),
    ],
    [
      'a word that a payload has twice',
      'docs',
      '{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Output":{"States":{"x":1,"x":2}}}}}',
    ],
    [
      'a field that a call of a service lacks, which fails when it runs',
      'docs',
      given('lambda:invoke', { FunctionName: 'f', TaskToken: 't' }),
    ],
    [
      'what batches share by an expression',
      'docs',
      distributed({ ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: '{% $states.input %}' } }),
    ],
    ['Iterator, the old name', 'floci', machine({ Type: 'Map', End: true, Iterator: flow('I') })],
    ['many items at once', 'floci', map({ MaxConcurrency: 2 ** 62 })],
    ['items at once by an expression', 'floci', map({ MaxConcurrency: '{% $states.input.limit %}' })],
    ['a machine timeout of nothing', 'preflight', machine(pass, {}, { TimeoutSeconds: 0 })],
    ['no time between retries', 'preflight', retried({ ErrorEquals: ['E'], IntervalSeconds: 0 })],
    [
      'a loop in an iteration',
      'floci',
      map({
        ItemProcessor: {
          StartAt: 'I',
          States: { I: { Type: 'Pass', Next: 'J' }, J: { Type: 'Pass', Next: 'I' } },
        },
      }),
    ],
    ['nanoseconds', 'localstack', waitUntil('2016-12-05T21:29:29.243167252Z')],
    ['the 29th of February 2024', 'docs', waitUntil('2024-02-29T23:59:59Z')],
    [
      'a variable that branches assign and the catcher around them too',
      'issue',
      machine(
        {
          Type: 'Parallel',
          End: true,
          Branches: [flow('B', { ...pass, Assign: { x: 1 } })],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z', Assign: { x: 2 } }],
        },
        { Z: pass },
      ),
    ],
    [
      'a variable that the executions of a Distributed Map assign, which do not see the one outside',
      'docs',
      machine({
        Type: 'Map',
        End: true,
        Assign: { x: 1 },
        ItemProcessor: { ...apart('I'), ...flow('I', { ...pass, Assign: { x: 2 } }) },
      }),
    ],
    [
      'a key that JSONPath would read, which JSONata does not',
      'localstack',
      machine({
        ...pass,
        Output: { 'a.$': '$', b: '$$', c: ' {% states.input %} ', d: "States.Format('{}', 1)" },
      }),
    ],
    ['a call of a function that there is not', 'localstack', output('$randomSeeded($states.input.a)')],
    [
      'the writer and the reader of a distributed Map',
      'floci',
      map({
        ItemReader: {
          Resource: 'arn:aws:states:::s3:getObject',
          ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['{% phone %}'] },
          Arguments: { Bucket: 'b', Key: 'k' },
        },
        ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Arguments: '{% $states.input.to %}' },
        ItemBatcher: { MaxItemsPerBatch: 10, BatchInput: { a: 1 } },
        ItemProcessor: {
          ...flow('I'),
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        },
      }),
    ],
  ])('%s (%s)', (_what, _source, definition) => {
    expect(problemsOf(definition)).toEqual([]);
  });
});

describe('JSONPath, which AWS takes and this host does not, is refused with the JSONata to write', () => {
  const state = (more: State) => ({ StartAt: 'A', States: { A: { ...lambda, ...more } } });

  test.each<[field: string, definition: unknown, advice: string, place: string]>([
    [
      'InputPath',
      state({ InputPath: '$.a' }),
      '"{% $states.input.a %}" where the input is used',
      'InputPath',
    ],
    ['OutputPath', state({ OutputPath: '$.a' }), '"Output": "{% $states.result.a %}"', 'OutputPath'],
    [
      'ResultPath',
      state({ ResultPath: '$.a.b' }),
      `"Output": "{% $merge([$states.input, {'a': {'b': $states.result}}]) %}"`,
      'ResultPath',
    ],
    ['a discarded result', state({ ResultPath: null }), '"Output": "{% $states.input %}"', 'ResultPath'],
    [
      'Parameters',
      state({ Parameters: { 'a.$': '$$.Execution.Id', b: 1 } }),
      '"Arguments": {"a":"{% $states.context.Execution.Id %}","b":1}',
      'Parameters',
    ],
    [
      'ResultSelector',
      state({ ResultSelector: { 'x.$': '$.y' } }),
      '"Output": {"x":"{% $states.result.y %}"}',
      'ResultSelector',
    ],
    ['Result', { StartAt: 'A', States: { A: { ...pass, Result: [1] } } }, '"Output": [1]', 'Result'],
    [
      'SecondsPath',
      { StartAt: 'A', States: { A: { Type: 'Wait', SecondsPath: '$.n', End: true } } },
      '"Seconds": "{% $states.input.n %}"',
      'SecondsPath',
    ],
    [
      'a comparison',
      {
        StartAt: 'A',
        States: {
          A: { Type: 'Choice', Choices: [{ Variable: '$.x', StringEquals: 'y', Next: 'Z' }] },
          Z: pass,
        },
      },
      `"Condition": "{% $states.input.x = 'y' %}"`,
      'Choices[0]',
    ],
  ])('%s', (_field, definition, advice, place) => {
    const found = problemsOf(definition).find((problem) => problem.endsWith(`@ /States/A/${place}`));
    expect(found).toContain("JSONPath is not supported by this host: set 'QueryLanguage' to 'JSONata'");
    expect(found).toContain(advice);
  });

  it('names a JSONPath state that has no field of its own but one that JSONPath reads otherwise', () => {
    expect(problemsOf({ StartAt: 'A', States: { A: { ...pass, Assign: { a: { 'b.$': '$.c' } } } } })).toEqual(
      [`${SCHEMA}: JSONPath is not supported by this host: set 'QueryLanguage' to 'JSONata' @ /States/A`],
    );
  });

  it('refuses a state whose text JSONata would read and JSONPath would not', () => {
    const fail = { Type: 'Fail', Error: '{% $states.input.error %}' };
    expect(problemsOf({ StartAt: 'A', States: { A: fail } })).toHaveLength(1);
  });

  it('is taken where the state says nothing in either language', () => {
    const definition = {
      StartAt: 'A',
      States: {
        A: {
          Type: 'Choice',
          QueryLanguage: 'JSONata',
          Choices: [{ Condition: true, Next: 'B' }],
          Default: 'Z',
        },
        B: {
          Type: 'Task',
          Resource: FUNCTION,
          Retry: [{ ErrorEquals: ['x'] }],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z' }],
          Next: 'C',
        },
        C: { Type: 'Wait', Seconds: 1, Assign: { a: ['$.b'] }, Next: 'D' },
        D: { Type: 'Parallel', Branches: [flow('E')], Next: 'F' },
        F: { Type: 'Succeed' },
        Z: { Type: 'Fail', Error: 'E', Cause: 'c' },
      },
    };
    expect(problemsOf(definition)).toEqual([]);
    expect(problemsOf({ StartAt: 'A', States: { A: { ...pass, Next: 'A' } } })).not.toEqual([]);
  });
});
