import { answers, refused, returns, type Chain } from './case.js';
import { absent, holding, moment, someText } from './expected.js';
import { MAP_RUNS } from './map-run-cases.js';
import { OBJECTS } from './object-cases.js';
import { FUNCTION_VERSIONS, MACHINE_VERSIONS } from './version-cases.js';

/** Taken with Python: MD5 of the body's UTF-8, and of the attributes as the SQS documentation lays them out. */
const MD5 = {
  body: '0f4aa5af792ba80a7699f2a4fc36aea1',
  one: 'c4ca4238a0b923820dcc509a6f75849b',
  kindAndSize: '0437ef1168df9a0a8c17ede3a7c7c84e',
};

/** Every supported call at least once, and the refusals that people meet. One case a row; see `case.ts`. */

const MACHINES: Chain = [
  answers(
    'stepfunctions create-state-machine --name made --definition $pass --role-arn $role --type STANDARD --tags key=team,value=shop --logging-configuration level=ERROR,includeExecutionData=false,destinations=[{cloudWatchLogsLogGroup={logGroupArn=$logGroup}}]',
    { stateMachineArn: /:stateMachine:made$/, creationDate: moment },
    { made: 'stateMachineArn' },
  ),
  answers(
    'stepfunctions create-state-machine --name made --definition $pass --role-arn $role --tags key=team,value=shop --logging-configuration level=ERROR,includeExecutionData=false,destinations=[{cloudWatchLogsLogGroup={logGroupArn=$logGroup}}]',
    { stateMachineArn: /:stateMachine:made$/ },
  ),
  refused(
    'stepfunctions create-state-machine --name made --definition $wait --role-arn $role',
    'StateMachineAlreadyExists',
  ),
  refused(
    'stepfunctions create-state-machine --name $words --definition $pass --role-arn $role',
    'InvalidName',
  ),
  refused(
    'stepfunctions create-state-machine --name broken --definition {} --role-arn $role',
    'InvalidDefinition',
    /StartAt/,
  ),
  refused(
    'stepfunctions create-state-machine --name paths --definition $jsonPath --role-arn $role',
    'InvalidDefinition',
    /JSONPath/,
  ),
  refused(
    'stepfunctions create-state-machine --name roleless --definition $pass --role-arn nobody',
    'InvalidArn',
  ),
  refused(
    'stepfunctions create-state-machine --name express --definition $ask --role-arn $role --type EXPRESS',
    'InvalidDefinition',
    /Express state machine does not support '.waitForTaskToken'/,
  ),
  answers('stepfunctions create-state-machine --name second --definition $pass --role-arn $role', {
    stateMachineArn: someText,
  }),
  answers('stepfunctions describe-state-machine --state-machine-arn $made', {
    name: 'made',
    status: 'ACTIVE',
    type: 'STANDARD',
    definition: /"QueryLanguage":"JSONata"/,
    roleArn: /:role\//,
    creationDate: moment,
    loggingConfiguration: { level: 'ERROR', includeExecutionData: false },
  }),
  refused(
    'stepfunctions describe-state-machine --state-machine-arn $arn:stateMachine:nobody',
    'StateMachineDoesNotExist',
  ),
  refused('stepfunctions describe-state-machine --state-machine-arn nobody', 'InvalidArn'),
  answers('stepfunctions list-state-machines --page-size 1', {
    stateMachines: holding({ name: 'made', type: 'STANDARD', creationDate: moment }, { name: 'second' }),
    nextToken: absent,
  }),
  answers(
    'stepfunctions list-state-machines --max-items 1',
    { stateMachines: [{ name: someText }], NextToken: someText },
    { page: 'NextToken', name: 'stateMachines.0.name' },
  ),
  answers('stepfunctions list-state-machines --max-items 1 --starting-token $page', {
    stateMachines: [{ name: someText }],
  }),
  answers('stepfunctions list-state-machines --no-paginate --max-results 1', {
    stateMachines: [{ name: someText }],
    nextToken: someText,
  }),
  refused('stepfunctions list-state-machines --next-token nonsense', 'InvalidToken'),
  answers('stepfunctions update-state-machine --state-machine-arn $made --definition $wait', {
    updateDate: moment,
    revisionId: someText,
  }),
  answers('stepfunctions describe-state-machine --state-machine-arn $made', { definition: /"Type":"Wait"/ }),
  refused('stepfunctions update-state-machine --state-machine-arn $made', 'MissingRequiredParameter'),
  answers('stepfunctions validate-state-machine-definition --definition $pass', {
    result: 'OK',
    diagnostics: [],
    truncated: false,
  }),
  answers('stepfunctions validate-state-machine-definition --definition {}', {
    result: 'FAIL',
    diagnostics: holding({ severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED' }),
  }),
  answers('stepfunctions tag-resource --resource-arn $made --tags key=office,value=$chinese'),
  answers('stepfunctions list-tags-for-resource --resource-arn $made', {
    tags: holding({ key: 'team', value: 'shop' }, { key: 'office', value: '第一 门店' }),
  }),
  answers('stepfunctions untag-resource --resource-arn $made --tag-keys team none'),
  answers('stepfunctions list-tags-for-resource --resource-arn $made', { tags: [{ key: 'office' }] }),
  refused('stepfunctions list-tags-for-resource --resource-arn $arn:stateMachine:nobody', 'ResourceNotFound'),
  answers('stepfunctions delete-state-machine --state-machine-arn $made'),
  refused('stepfunctions describe-state-machine --state-machine-arn $made', 'StateMachineDoesNotExist'),
];

const EXECUTIONS: Chain = [
  answers(
    'stepfunctions create-state-machine --name waiting --definition $wait --role-arn $role',
    {},
    { waiting: 'stateMachineArn' },
  ),
  answers(
    'stepfunctions start-execution --state-machine-arn $waiting --name first --input {"a":1}',
    { executionArn: /:execution:waiting:first$/, startDate: moment },
    { first: 'executionArn' },
  ),
  answers('stepfunctions start-execution --state-machine-arn $waiting --name first --input {"a":1}', {
    executionArn: /:execution:waiting:first$/,
  }),
  refused(
    'stepfunctions start-execution --state-machine-arn $waiting --name first --input {"a":2}',
    'ExecutionAlreadyExists',
  ),
  refused('stepfunctions start-execution --state-machine-arn $waiting --input {', 'InvalidExecutionInput'),
  refused('stepfunctions start-execution --state-machine-arn $waiting --name $words', 'InvalidName'),
  refused(
    'stepfunctions start-execution --state-machine-arn $arn:stateMachine:nobody',
    'StateMachineDoesNotExist',
  ),
  answers('stepfunctions start-execution --state-machine-arn $waiting --name second'),
  answers('stepfunctions start-execution --state-machine-arn $waiting --name third'),
  answers('stepfunctions describe-execution --execution-arn $first', {
    name: 'first',
    status: 'RUNNING',
    input: '{"a":1}',
    startDate: moment,
    stopDate: absent,
    redriveCount: 0,
    redriveStatus: 'NOT_REDRIVABLE',
  }),
  refused(
    'stepfunctions describe-execution --execution-arn $arn:execution:waiting:nobody',
    'ExecutionDoesNotExist',
  ),
  refused('stepfunctions describe-execution --execution-arn nobody', 'InvalidArn'),
  answers('stepfunctions describe-state-machine-for-execution --execution-arn $first', {
    name: 'waiting',
    definition: /"Type":"Wait"/,
    updateDate: moment,
  }),
  answers('stepfunctions list-executions --state-machine-arn $waiting --page-size 1', {
    executions: [
      { name: 'third', status: 'RUNNING', startDate: moment },
      { name: 'second' },
      { name: 'first' },
    ],
  }),
  answers(
    'stepfunctions list-executions --state-machine-arn $waiting --max-items 2',
    { executions: [{ name: 'third' }, { name: 'second' }] },
    { page: 'NextToken' },
  ),
  answers('stepfunctions list-executions --state-machine-arn $waiting --max-items 2 --starting-token $page', {
    executions: [{ name: 'first' }],
    NextToken: absent,
  }),
  answers('stepfunctions list-executions --state-machine-arn $waiting --no-paginate --max-results 1', {
    executions: [{ name: 'third' }],
    nextToken: someText,
  }),
  refused(
    'stepfunctions list-executions --map-run-arn $arn:mapRun:waiting/label:id',
    'ResourceNotFound',
    /mapRun/,
  ),
  refused('stepfunctions redrive-execution --execution-arn $first', 'ExecutionNotRedrivable'),
  answers('stepfunctions stop-execution --execution-arn $first --error Stopped --cause $words', {
    stopDate: moment,
  }),
  answers('stepfunctions describe-execution --execution-arn $first', {
    status: 'ABORTED',
    error: 'Stopped',
    cause: 'two words & <more>',
    redriveStatus: 'REDRIVABLE',
  }),
  answers('stepfunctions list-executions --state-machine-arn $waiting --status-filter ABORTED', {
    executions: [{ name: 'first', stopDate: moment }],
  }),
  answers('stepfunctions redrive-execution --execution-arn $first', { redriveDate: moment }),
  answers('stepfunctions describe-execution --execution-arn $first', { status: 'RUNNING', redriveCount: 1 }),
  answers('stepfunctions list-executions --state-machine-arn $waiting --redrive-filter REDRIVEN', {
    executions: [{ name: 'first', redriveCount: 1, redriveDate: moment }],
  }),
  answers(
    'stepfunctions create-state-machine --name passing --definition $pass --role-arn $role',
    {},
    { passing: 'stateMachineArn' },
  ),
  answers(
    'stepfunctions start-execution --state-machine-arn $passing --input "$chinese"',
    {},
    { passed: 'executionArn' },
  ),
  answers('stepfunctions describe-execution --execution-arn $passed', {
    status: 'SUCCEEDED',
    output: '"第一 门店"',
    outputDetails: { included: true },
  }),
  answers('stepfunctions get-execution-history --execution-arn $passed --page-size 1', {
    events: [
      {
        id: 1,
        previousEventId: 0,
        type: 'ExecutionStarted',
        timestamp: moment,
        executionStartedEventDetails: { input: '"第一 门店"', roleArn: /:role\// },
      },
      { id: 2, type: 'PassStateEntered', stateEnteredEventDetails: { name: 'First' } },
      { type: 'PassStateExited' },
      { type: 'ExecutionSucceeded' },
    ],
  }),
  answers(
    'stepfunctions get-execution-history --execution-arn $passed --reverse-order --max-items 3',
    { events: [{ id: 4 }, { id: 3 }, { id: 2 }] },
    { page: 'NextToken' },
  ),
  answers(
    'stepfunctions get-execution-history --execution-arn $passed --reverse-order --max-items 3 --starting-token $page',
    { events: [{ id: 1 }] },
  ),
  answers(
    'stepfunctions get-execution-history --execution-arn $passed --no-include-execution-data --no-paginate --max-results 1',
    { events: [{ executionStartedEventDetails: { input: absent } }], nextToken: someText },
  ),
  refused(
    'stepfunctions get-execution-history --execution-arn $arn:execution:waiting:nobody',
    'ExecutionDoesNotExist',
  ),
  answers(
    'stepfunctions create-state-machine --name mocked --definition $ask --role-arn $role',
    {},
    { mocked: 'stateMachineArn' },
  ),
  answers(
    'stepfunctions start-execution --state-machine-arn $mocked#Answered',
    {},
    { answered: 'executionArn' },
  ),
  answers('stepfunctions describe-execution --execution-arn $answered', {
    status: 'SUCCEEDED',
    output: '{"MessageId":"mocked"}',
  }),
];

const TASKS: Chain = [
  answers(
    'stepfunctions create-state-machine --name asking --definition $ask --role-arn $role',
    {},
    { asking: 'stateMachineArn' },
  ),
  answers('stepfunctions start-execution --state-machine-arn $asking', {}, { yes: 'executionArn' }),
  answers(
    'sqs receive-message --queue-url $asks',
    { Messages: [{ Body: someText }] },
    { token: 'Messages.0.Body' },
  ),
  answers('stepfunctions send-task-heartbeat --task-token $token'),
  refused('stepfunctions send-task-success --task-token $token --task-output {', 'InvalidOutput'),
  answers('stepfunctions send-task-success --task-token $token --task-output {"option":"yes"}'),
  answers('stepfunctions describe-execution --execution-arn $yes', {
    status: 'SUCCEEDED',
    output: '{"option":"yes"}',
    stopDate: moment,
  }),
  refused('stepfunctions send-task-success --task-token $token --task-output {}', 'TaskTimedOut'),
  refused('stepfunctions send-task-heartbeat --task-token nonsense', 'InvalidToken'),
  answers('stepfunctions start-execution --state-machine-arn $asking', {}, { no: 'executionArn' }),
  answers(
    'sqs receive-message --queue-url $asks',
    { Messages: [{ Body: someText }] },
    { token: 'Messages.0.Body' },
  ),
  answers('stepfunctions send-task-failure --task-token $token --error No --cause $words'),
  answers('stepfunctions describe-execution --execution-arn $no', {
    status: 'FAILED',
    error: 'No',
    cause: 'two words & <more>',
  }),
];

const TESTED_STATES: Chain = [
  answers(
    'stepfunctions test-state --definition $pass --state-name First --input "$chinese" --role-arn $role',
    {
      status: 'SUCCEEDED',
      output: '"第一 门店"',
      inspectionData: absent,
    },
  ),
  answers(
    `stepfunctions test-state --definition $ask --state-name First --inspection-level DEBUG --mock '{"result":"{\\"MessageId\\":\\"m\\"}"}' --context '{"Task":{"Token":"t"}}'`,
    {
      status: 'SUCCEEDED',
      output: '{"MessageId":"m"}',
      inspectionData: { afterArguments: /"MessageBody":"t"/, result: '{"MessageId":"m"}' },
    },
  ),
  answers(
    'stepfunctions test-state --definition $ask --state-name First --mock {"errorOutput":{"error":"No"}} --state-configuration retrierRetryCount=1',
    { status: 'FAILED', error: 'No', output: absent },
  ),
  refused('stepfunctions test-state --definition {"Type":"Jump"} --role-arn $role', 'InvalidDefinition'),
  refused(
    'stepfunctions test-state --definition $ask --state-name First --role-arn $role',
    'ValidationException',
    /only when a mock/,
  ),
];

const EXPRESS: Chain = [
  answers(
    'stepfunctions create-state-machine --name quick --definition $pass --role-arn $role --type EXPRESS',
    {},
    { quick: 'stateMachineArn' },
  ),
  answers('stepfunctions describe-state-machine --state-machine-arn $quick', { type: 'EXPRESS' }),
  answers(
    'stepfunctions start-sync-execution --state-machine-arn $quick --name now --input "$chinese"',
    {
      executionArn: /:express:quick:now:[-0-9a-f]{36}$/,
      name: 'now',
      startDate: moment,
      stopDate: moment,
      status: 'SUCCEEDED',
      input: '"第一 门店"',
      output: '"第一 门店"',
      outputDetails: { included: true },
      billingDetails: { billedDurationInMilliseconds: 100, billedMemoryUsedInMB: 64 },
    },
    { ended: 'executionArn' },
  ),
  refused('stepfunctions describe-execution --execution-arn $ended', 'InvalidArn', /context: express/),
  refused(
    'stepfunctions list-executions --state-machine-arn $quick',
    'StateMachineTypeNotSupported',
    /^This operation is not supported/,
  ),
  refused('stepfunctions start-sync-execution --state-machine-arn $quick --input {', 'InvalidExecutionInput'),
  answers('stepfunctions start-execution --state-machine-arn $quick --name now', {
    executionArn: /:express:quick:now:/,
  }),
];

const NOT_IN_STEP_FUNCTIONS: Chain = [
  answers(
    'stepfunctions create-state-machine --name standard --definition $pass --role-arn $role',
    {},
    { standard: 'stateMachineArn' },
  ),
  refused(
    'stepfunctions start-sync-execution --state-machine-arn $standard',
    'StateMachineTypeNotSupported',
    /^This operation is not supported/,
  ),
  refused(
    'stepfunctions create-activity --name asked',
    'UnsupportedOperation',
    /^CreateActivity .*waitForTaskToken/,
  ),
  refused('stepfunctions list-activities', 'UnsupportedOperation', /^ListActivities/),
];

const ITEMS: Chain = [
  answers(
    'dynamodb put-item --table-name $table --item {"pk":{"S":"a"},"n":{"N":"1"}} --return-consumed-capacity TOTAL',
    { ConsumedCapacity: { CapacityUnits: 1 } },
  ),
  answers('dynamodb put-item --table-name $table --item {"pk":{"S":"b"},"text":{"S":"$chinese"}}', {
    ConsumedCapacity: absent,
  }),
  refused(
    'dynamodb put-item --table-name $table --item {"pk":{"S":"a"}} --condition-expression attribute_not_exists(pk)',
    'ConditionalCheckFailedException',
    /conditional request failed/,
  ),
  refused('dynamodb put-item --table-name nobody --item {"pk":{"S":"a"}}', 'ResourceNotFoundException'),
  refused('dynamodb put-item --table-name $table --item {"n":{"N":"1"}}', 'ValidationException'),
  answers('dynamodb get-item --table-name $table --key {"pk":{"S":"b"}} --consistent-read', {
    Item: { pk: { S: 'b' }, text: { S: '第一 门店' } },
  }),
  answers('dynamodb get-item --table-name $table --key {"pk":{"S":"nobody"}}', { Item: absent }),
  answers(
    `dynamodb update-item --table-name $table --key {"pk":{"S":"a"}} --update-expression 'ADD #n :one' --expression-attribute-names {"#n":"n"} --expression-attribute-values {":one":{"N":"1"}} --return-values ALL_NEW`,
    { Attributes: { pk: { S: 'a' }, n: { N: '2' } } },
  ),
  answers(
    `dynamodb query --table-name $table --key-condition-expression 'pk = :pk' --expression-attribute-values {":pk":{"S":"a"}}`,
    { Items: [{ n: { N: '2' } }], Count: 1, ScannedCount: 1 },
  ),
  refused(
    `dynamodb query --table-name $table --key-condition-expression 'n = :n' --expression-attribute-values {":n":{"N":"1"}}`,
    'ValidationException',
    /missed key schema element: pk/,
  ),
  answers(
    'dynamodb batch-write-item --request-items {"$table":[{"PutRequest":{"Item":{"pk":{"S":"c"}}}},{"PutRequest":{"Item":{"pk":{"S":"d"}}}},{"DeleteRequest":{"Key":{"pk":{"S":"b"}}}}]}',
    { UnprocessedItems: {} },
  ),
  answers('dynamodb batch-get-item --request-items {"$table":{"Keys":[{"pk":{"S":"c"}},{"pk":{"S":"b"}}]}}', {
    Responses: (found) =>
      JSON.stringify(found).endsWith(':[{"pk":{"S":"c"}}]}') ? undefined : 'only c is there',
    UnprocessedKeys: {},
  }),
  answers('dynamodb scan --table-name $table --page-size 1', {
    Count: 3,
    Items: holding({ n: { N: '2' } }, { pk: { S: 'c' } }, { pk: { S: 'd' } }),
  }),
  answers(
    'dynamodb scan --table-name $table --max-items 2',
    { Items: [{}, {}], NextToken: someText },
    { page: 'NextToken' },
  ),
  answers('dynamodb scan --table-name $table --max-items 2 --starting-token $page', {
    Items: [{}],
    NextToken: absent,
  }),
  answers('dynamodb scan --table-name $table --no-paginate --limit 2', {
    Count: 2,
    LastEvaluatedKey: { pk: {} },
  }),
  answers(
    `dynamodb scan --table-name $table --filter-expression 'n > :n' --expression-attribute-values {":n":{"N":"1"}} --select COUNT`,
    { Count: 1, ScannedCount: 3 },
  ),
  answers('dynamodb delete-item --table-name $table --key {"pk":{"S":"a"}} --return-values ALL_OLD', {
    Attributes: { n: { N: '2' } },
  }),
];

const TABLES: Chain = [
  answers(
    'dynamodb create-table --table-name made --attribute-definitions AttributeName=pk,AttributeType=S AttributeName=sk,AttributeType=S --key-schema AttributeName=pk,KeyType=HASH AttributeName=sk,KeyType=RANGE --billing-mode PAY_PER_REQUEST',
    { TableDescription: { TableName: 'made', TableStatus: /ACTIVE|CREATING/, CreationDateTime: moment } },
    { made: 'TableDescription.TableArn' },
  ),
  answers('dynamodb wait table-exists --table-name made'),
  refused(
    'dynamodb create-table --table-name made --attribute-definitions AttributeName=pk,AttributeType=S --key-schema AttributeName=pk,KeyType=HASH --billing-mode PAY_PER_REQUEST',
    'ResourceInUseException',
    /Table already exists: made/,
  ),
  answers('dynamodb describe-table --table-name made', {
    Table: {
      TableStatus: 'ACTIVE',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
    },
  }),
  refused('dynamodb describe-table --table-name nobody', 'ResourceNotFoundException', /nobody/),
  answers('dynamodb list-tables --page-size 1', { TableNames: holding('made') }),
  answers(
    'dynamodb list-tables --max-items 1',
    { TableNames: [someText], NextToken: someText },
    { page: 'NextToken' },
  ),
  answers('dynamodb list-tables --max-items 1 --starting-token $page', {
    TableNames: [someText],
    NextToken: absent,
  }),
  answers(
    'dynamodb update-table --table-name made --billing-mode PROVISIONED --provisioned-throughput ReadCapacityUnits=2,WriteCapacityUnits=3',
    { TableDescription: { TableStatus: /ACTIVE|UPDATING/ } },
  ),
  answers('dynamodb wait table-exists --table-name made'),
  answers('dynamodb describe-table --table-name made', {
    Table: { ProvisionedThroughput: { ReadCapacityUnits: 2, WriteCapacityUnits: 3 } },
  }),
  answers('dynamodb describe-time-to-live --table-name made', {
    TimeToLiveDescription: { TimeToLiveStatus: 'DISABLED' },
  }),
  answers('dynamodb describe-continuous-backups --table-name made', {
    ContinuousBackupsDescription: {
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
    },
  }),
  answers(
    'dynamodb update-continuous-backups --table-name made --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true',
    {
      ContinuousBackupsDescription: {
        PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'ENABLED' },
      },
    },
  ),
  refused(
    'dynamodb restore-table-to-point-in-time --source-table-name made --target-table-name restored --restore-date-time 2020-01-01T00:00:00Z',
    'InvalidRestoreTimeException',
  ),
  answers(
    'dynamodb restore-table-to-point-in-time --source-table-name made --target-table-name restored --use-latest-restorable-time',
    { TableDescription: { TableName: 'restored' } },
  ),
  answers('dynamodb delete-table --table-name restored'),
  answers('dynamodb tag-resource --resource-arn $made --tags Key=team,Value=shop Key=office,Value=north'),
  answers('dynamodb untag-resource --resource-arn $made --tag-keys office'),
  answers('dynamodb list-tags-of-resource --resource-arn $made', { Tags: [{ Key: 'team', Value: 'shop' }] }),
  answers(
    'dynamodb transact-write-items --transact-items [{"Put":{"TableName":"made","Item":{"pk":{"S":"paid"},"sk":{"S":"1"},"n":{"N":"1"}}}},{"Delete":{"TableName":"made","Key":{"pk":{"S":"owed"},"sk":{"S":"1"}}}}] --return-consumed-capacity TOTAL',
    { ConsumedCapacity: [{ CapacityUnits: 4, WriteCapacityUnits: 4 }] },
  ),
  answers(
    'dynamodb transact-get-items --transact-items [{"Get":{"TableName":"made","Key":{"pk":{"S":"paid"},"sk":{"S":"1"}}}},{"Get":{"TableName":"made","Key":{"pk":{"S":"owed"},"sk":{"S":"1"}}}}]',
    { Responses: [{ Item: { n: { N: '1' } } }, { Item: absent }] },
  ),
  refused(
    'dynamodb transact-write-items --transact-items [{"ConditionCheck":{"TableName":"made","Key":{"pk":{"S":"paid"},"sk":{"S":"1"}},"ConditionExpression":"attribute_not_exists(pk)"}}]',
    'TransactionCanceledException',
    /specific reasons \[ConditionalCheckFailed\]/,
  ),
  answers(
    'dynamodb update-time-to-live --table-name made --time-to-live-specification Enabled=true,AttributeName=until',
    { TimeToLiveSpecification: { Enabled: true, AttributeName: 'until' } },
  ),
  refused(
    'dynamodb update-time-to-live --table-name made --time-to-live-specification Enabled=true,AttributeName=until',
    'ValidationException',
    /already enabled/,
  ),
  answers('dynamodb delete-table --table-name made', { TableDescription: { TableName: 'made' } }),
  answers('dynamodb wait table-not-exists --table-name made'),
  refused('dynamodb delete-table --table-name made', 'ResourceNotFoundException'),
  refused(
    `dynamodb execute-statement --statement 'SELECT * FROM made'`,
    'UnknownOperationException',
    /ExecuteStatement/,
  ),
  refused('dynamodb list-backups', 'UnknownOperationException', /ListBackups/),
];

const QUEUES: Chain = [
  answers('sqs get-queue-url --queue-name work', { QueueUrl: /\/111111111111\/work$/ }),
  refused(
    'sqs get-queue-url --queue-name nobody',
    'AWS.SimpleQueueService.NonExistentQueue',
    /does not exist/,
  ),
  answers('sqs list-queues', { QueueUrls: holding(/\/asks$/, /\/work$/, /\/work-dead$/), NextToken: absent }),
  answers('sqs list-queues --queue-name-prefix work', { QueueUrls: [/\/work$/, /\/work-dead$/] }),
  answers('sqs list-queues --queue-name-prefix work --page-size 1', {
    QueueUrls: [/\/work$/, /\/work-dead$/],
  }),
  answers(
    'sqs list-queues --queue-name-prefix work --max-items 1',
    { QueueUrls: [/\/work$/] },
    { page: 'NextToken' },
  ),
  answers('sqs list-queues --queue-name-prefix work --max-items 1 --starting-token $page', {
    QueueUrls: [/\/work-dead$/],
    NextToken: absent,
  }),
  answers('sqs list-queues --queue-name-prefix work --no-paginate --max-results 1', {
    QueueUrls: [/\/work$/],
    NextToken: someText,
  }),
  answers('sqs list-queues --queue-name-prefix nobody', { QueueUrls: absent }),
  answers('sqs get-queue-attributes --queue-url $work --attribute-names All', {
    Attributes: {
      QueueArn: /:sqs:us-east-1:111111111111:work$/,
      VisibilityTimeout: '120',
      ApproximateNumberOfMessages: '0',
      RedrivePolicy: /"maxReceiveCount":3/,
    },
  }),
  answers('sqs get-queue-attributes --queue-url $work --attribute-names VisibilityTimeout', {
    Attributes: { VisibilityTimeout: '120', QueueArn: absent },
  }),
  refused(
    'sqs get-queue-attributes --queue-url $work --attribute-names Colour',
    'InvalidAttributeName',
    /Colour/,
  ),
  // The digests are those of the sums' own definition, taken with another program.
  answers(
    `sqs send-message --queue-url $work --message-body '你好 & <bye>' --message-attributes kind={DataType=String,StringValue=fire},size={DataType=Number,StringValue=3}`,
    { MessageId: someText, MD5OfMessageBody: MD5.body, MD5OfMessageAttributes: MD5.kindAndSize },
  ),
  answers(
    'sqs receive-message --queue-url $work',
    {
      Messages: [
        {
          Body: '你好 & <bye>',
          MD5OfBody: MD5.body,
          Attributes: absent,
          MessageAttributes: absent,
          MD5OfMessageAttributes: absent,
        },
      ],
    },
    { handle: 'Messages.0.ReceiptHandle' },
  ),
  answers('sqs receive-message --queue-url $work', { Messages: absent }),
  answers('sqs change-message-visibility --queue-url $work --receipt-handle $handle --visibility-timeout 0'),
  refused(
    'sqs change-message-visibility --queue-url $work --receipt-handle $handle --visibility-timeout 5',
    'AWS.SimpleQueueService.MessageNotInflight',
  ),
  answers(
    'sqs receive-message --queue-url $work --attribute-names All --message-attribute-names All --wait-time-seconds 1 --visibility-timeout 60',
    {
      Messages: [
        {
          Attributes: {
            ApproximateReceiveCount: '2',
            SentTimestamp: someText,
            SenderId: someText,
            ApproximateFirstReceiveTimestamp: someText,
          },
          MessageAttributes: {
            kind: { DataType: 'String', StringValue: 'fire' },
            size: { DataType: 'Number', StringValue: '3' },
          },
          MD5OfMessageAttributes: MD5.kindAndSize,
        },
      ],
    },
    { handle: 'Messages.0.ReceiptHandle' },
  ),
  answers('sqs change-message-visibility --queue-url $work --receipt-handle $handle --visibility-timeout 0'),
  answers(
    'sqs receive-message --queue-url $work --message-system-attribute-names SentTimestamp --message-attribute-names ki.*',
    {
      Messages: [
        {
          Attributes: { SentTimestamp: someText, SenderId: absent },
          MessageAttributes: { kind: { StringValue: 'fire' }, size: absent },
        },
      ],
    },
    { handle: 'Messages.0.ReceiptHandle' },
  ),
  answers(
    'sqs get-queue-attributes --queue-url $work --attribute-names ApproximateNumberOfMessagesNotVisible',
    { Attributes: { ApproximateNumberOfMessagesNotVisible: '1' } },
  ),
  answers('sqs delete-message --queue-url $work --receipt-handle $handle'),
  answers('sqs delete-message --queue-url $work --receipt-handle $handle'),
  refused('sqs delete-message --queue-url $work --receipt-handle nonsense', 'ReceiptHandleIsInvalid'),
  refused(
    'sqs change-message-visibility --queue-url $work --receipt-handle nonsense --visibility-timeout 5',
    'ReceiptHandleIsInvalid',
  ),
  refused(
    'sqs change-message-visibility --queue-url $work --receipt-handle $handle --visibility-timeout 99999',
    'InvalidParameterValue',
  ),
  answers(
    'sqs send-message-batch --queue-url $work --entries Id=one,MessageBody=1 Id=two,MessageBody=2,DelaySeconds=5',
    {
      Successful: [{ Id: 'one', MessageId: someText, MD5OfMessageBody: MD5.one }, { Id: 'two' }],
      Failed: absent,
    },
  ),
  refused(
    'sqs send-message-batch --queue-url $work --entries Id=one,MessageBody=1 Id=one,MessageBody=2',
    'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
    /one/,
  ),
  refused(
    'sqs send-message-batch --queue-url $work --entries []',
    'AWS.SimpleQueueService.EmptyBatchRequest',
  ),
  refused(
    'sqs send-message-batch --queue-url $work --entries $eleven',
    'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
    /11/,
  ),
  answers(
    'sqs receive-message --queue-url $work --max-number-of-messages 10',
    { Messages: [{ Body: '1' }] },
    { handle: 'Messages.0.ReceiptHandle' },
  ),
  answers(
    'sqs delete-message-batch --queue-url $work --entries Id=one,ReceiptHandle=$handle Id=bad,ReceiptHandle=nonsense',
    {
      Successful: [{ Id: 'one' }],
      Failed: [{ Id: 'bad', Code: 'ReceiptHandleIsInvalid', SenderFault: true }],
    },
  ),
  refused(
    'sqs start-message-move-task --source-arn arn:aws:sqs:us-east-1:111111111111:work',
    'InvalidParameterValue',
    /Dead Letter Queue/,
  ),
  answers('sqs start-message-move-task --source-arn arn:aws:sqs:us-east-1:111111111111:work-dead', {
    TaskHandle: someText,
  }),
  answers('sqs purge-queue --queue-url $work'),
  answers('sqs get-queue-attributes --queue-url $work --attribute-names ApproximateNumberOfMessagesDelayed', {
    Attributes: { ApproximateNumberOfMessagesDelayed: '0' },
  }),
  refused(
    'sqs send-message --queue-url $work-unknown --message-body lost',
    'AWS.SimpleQueueService.NonExistentQueue',
  ),
  refused(
    'sqs receive-message --queue-url $work --max-number-of-messages 11',
    'InvalidParameterValue',
    /MaxNumberOfMessages/,
  ),
  answers(
    'sqs create-queue --queue-name more --attributes VisibilityTimeout=45,MaximumMessageSize=2048',
    { QueueUrl: /\/more$/ },
    { more: 'QueueUrl' },
  ),
  answers('sqs create-queue --queue-name more', { QueueUrl: /\/more$/ }),
  refused('sqs create-queue --queue-name more --attributes VisibilityTimeout=46', 'QueueAlreadyExists'),
  refused('sqs create-queue --queue-name more.fifo', 'AWS.SimpleQueueService.UnsupportedOperation', /FIFO/),
  answers('sqs set-queue-attributes --queue-url $more --attributes DelaySeconds=5'),
  answers('sqs get-queue-attributes --queue-url $more --attribute-names All', {
    Attributes: { VisibilityTimeout: '45', DelaySeconds: '5', MaximumMessageSize: '2048' },
  }),
  answers('sqs delete-queue --queue-url $more'),
  refused(
    'sqs send-message --queue-url $more --message-body lost',
    'AWS.SimpleQueueService.NonExistentQueue',
  ),
  refused(
    'sqs list-message-move-tasks --source-arn arn:aws:sqs:us-east-1:111111111111:work-dead',
    'AWS.SimpleQueueService.UnsupportedOperation',
    /ListMessageMoveTasks/,
  ),
];

const TOPICS: Chain = [
  answers('sns list-topics', { Topics: [{ TopicArn: /:news$/ }, { TopicArn: /:other$/ }] }),
  answers('sns list-topics --max-items 1', { Topics: [{ TopicArn: /:news$/ }] }, { page: 'NextToken' }),
  answers('sns list-topics --max-items 1 --starting-token $page', {
    Topics: [{ TopicArn: /:other$/ }],
    NextToken: absent,
  }),
  answers(
    `sns publish --topic-arn $news --message '门店 & <more>' --subject Water --message-attributes kind={DataType=String,StringValue=fire}`,
    { MessageId: someText },
  ),
  answers('sqs receive-message --queue-url $raw --message-attribute-names All', {
    Messages: [
      { Body: '门店 & <more>', MessageAttributes: { kind: { StringValue: 'fire', DataType: 'String' } } },
    ],
  }),
  answers('sqs receive-message --queue-url $enveloped', {
    Messages: [
      { Body: /"Type":"Notification".*"Subject":"Water","Message":"门店 & <more>".*"Value":"fire"/ },
    ],
  }),
  answers(
    'sns publish --phone-number +8619900000001 --message $chinese --message-attributes AWS.SNS.SMS.SMSType={DataType=String,StringValue=Transactional}',
    { MessageId: someText },
  ),
  answers('sns publish --target-arn $news --message again', { MessageId: someText }),
  refused('sns publish --topic-arn $news-unknown --message lost', 'NotFound', /Topic does not exist/),
  refused('sns publish --phone-number abc --message lost', 'InvalidParameter', /PhoneNumber/),
  refused('sns publish --message lost', 'InvalidParameter', /TopicArn/),
  refused(
    'sns publish --topic-arn $news --message {"default":"lost"} --message-structure json',
    'InvalidParameter',
    /MessageStructure/,
  ),
  answers('sns create-topic --name more', { TopicArn: /:more$/ }, { moreTopic: 'TopicArn' }),
  answers(
    'sns subscribe --topic-arn $moreTopic --protocol email --notification-endpoint me@example.com',
    { SubscriptionArn: /:more:/ },
    { subscribed: 'SubscriptionArn' },
  ),
  answers('sns list-subscriptions-by-topic --topic-arn $moreTopic', {
    Subscriptions: [{ Protocol: 'email' }],
  }),
  answers('sns get-topic-attributes --topic-arn $moreTopic', {
    Attributes: { SubscriptionsConfirmed: '1' },
  }),
  answers('sns unsubscribe --subscription-arn $subscribed'),
  answers('sns delete-topic --topic-arn $moreTopic'),
  refused('sns get-topic-attributes --topic-arn $moreTopic', 'NotFound'),
  refused(
    'sns publish-batch --topic-arn $news --publish-batch-request-entries Id=one,Message=1',
    'InvalidAction',
    /PublishBatch/,
  ),
  answers('sns list-subscriptions', { Subscriptions: holding() }),
  refused('sns list-platform-applications', 'InvalidAction', /ListPlatformApplications/),
];

const FUNCTIONS: Chain = [
  answers('lambda list-functions', {
    Functions: [
      {
        FunctionName: 'echo',
        FunctionArn: /:function:echo$/,
        Handler: 'index.echo',
        MemorySize: 128,
        Timeout: 20,
      },
      { FunctionName: 'fail' },
    ],
    NextMarker: absent,
  }),
  answers('lambda list-functions --page-size 1', {
    Functions: [{ FunctionName: 'echo' }, { FunctionName: 'fail' }],
  }),
  answers(
    'lambda list-functions --max-items 1',
    { Functions: [{ FunctionName: 'echo' }] },
    { page: 'NextToken' },
  ),
  answers('lambda list-functions --max-items 1 --starting-token $page', {
    Functions: [{ FunctionName: 'fail' }],
    NextToken: absent,
  }),
  returns(
    'lambda invoke --function-name echo --payload $payload $out',
    { StatusCode: 200, ExecutedVersion: '$LATEST', FunctionError: absent },
    { event: { greeting: '你好' }, functionName: 'echo', requestId: someText },
  ),
  returns('lambda invoke --function-name $echo $out', { StatusCode: 200 }, { event: {} }),
  returns('lambda invoke --function-name $echo --qualifier $LATEST $out', { StatusCode: 200 }, { event: {} }),
  returns(
    'lambda invoke --function-name fail $out',
    { StatusCode: 200, FunctionError: 'Unhandled' },
    { errorType: 'Broken', errorMessage: 'it is broken' },
  ),
  answers('lambda invoke --function-name echo --invocation-type Event --payload $payload $out', {
    StatusCode: 202,
  }),
  answers('lambda invoke --function-name echo --invocation-type DryRun $out', { StatusCode: 204 }),
  refused('lambda invoke --function-name nobody $out', 'ResourceNotFoundException', /nobody/),
  refused(
    'lambda invoke --function-name echo --qualifier 3 $out',
    'ResourceNotFoundException',
    /function:echo:3/,
  ),
  refused(
    'lambda invoke --function-name echo --payload $broken $out',
    'InvalidRequestContentException',
    /Could not parse request body into json/,
  ),
  returns(
    'lambda invoke --function-name echo --log-type Tail $out',
    { StatusCode: 200, LogResult: someText },
    { functionName: 'echo' },
  ),
  answers('lambda get-function --function-name echo', { Configuration: { FunctionName: 'echo' } }),
  answers('lambda get-function-configuration --function-name echo', { State: 'Active' }),
  answers(
    'lambda create-function --function-name made --runtime nodejs24.x --handler index.handler --role $echoRole --zip-file $zip',
    { FunctionName: 'made', State: 'Active' },
  ),
  returns('lambda invoke --function-name made $out', { StatusCode: 200 }, { made: true }),
  answers('lambda delete-function --function-name made'),
  refused('lambda get-function --function-name made', 'ResourceNotFoundException', /made/),
  refused('lambda list-event-source-mappings', 'UnknownOperationException', /does not support/),
];

const OTHERS: Chain = [
  answers('sts get-caller-identity', {
    Account: '111111111111',
    Arn: 'arn:aws:iam::111111111111:root',
    UserId: someText,
  }),
  refused('sts assume-role --role-arn $role --role-session-name me', 'InvalidAction', /AssumeRole/),
  refused(
    'events put-events --entries Source=s,DetailType=t,Detail=none',
    'UnknownOperationException',
    /PutEvents/,
  ),
  refused('scheduler list-schedules', 'UnknownOperationException', /scheduler/),
  refused('logs describe-log-groups', 'UnknownOperationException', /DescribeLogGroups/),
  refused('cloudwatch list-metrics', 'UnknownOperationException', /ListMetrics/),
  refused('kms list-keys', 'UnknownOperationException', /ListKeys/),
  refused('iam list-roles', 'UnknownOperationException', /ListRoles/),
  refused('cloudformation describe-stacks', 'UnknownOperationException', /DescribeStacks/),
  refused('apigatewayv2 get-apis', 'UnknownOperationException', /apigateway/),
  refused('s3api list-buckets', 'UnknownOperationException', /s3/),
];

/** What may be played side by side. */
export const CHAINS: readonly Chain[] = [
  EXECUTIONS,
  QUEUES,
  OBJECTS,
  MACHINES,
  TABLES,
  ITEMS,
  FUNCTIONS,
  TOPICS,
  TASKS,
  OTHERS,
  TESTED_STATES,
  EXPRESS,
  NOT_IN_STEP_FUNCTIONS,
  MACHINE_VERSIONS,
  FUNCTION_VERSIONS,
  MAP_RUNS,
];
