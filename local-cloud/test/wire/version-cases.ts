import { answers, refused, returns, type Chain } from './case.js';
import { absent, moment, someText } from './expected.js';

/** Versions and aliases of a state machine: published, led to, set back, taken away. */
export const MACHINE_VERSIONS: Chain = [
  answers(
    'stepfunctions create-state-machine --name released --definition $pass --role-arn $role --publish --version-description first',
    { stateMachineVersionArn: /:stateMachine:released:1$/ },
    { released: 'stateMachineArn', one: 'stateMachineVersionArn' },
  ),
  refused(
    'stepfunctions create-state-machine --name undescribed --definition $pass --role-arn $role --version-description first',
    'ValidationException',
    /Version description can only be set when publish is true/,
  ),
  refused(
    'stepfunctions create-state-machine --name logged --definition $pass --role-arn $role --logging-configuration level=ALL',
    'InvalidLoggingConfiguration',
    /Must specify exactly one Log Destination/,
  ),
  answers(
    'stepfunctions update-state-machine --state-machine-arn $released --definition $wait',
    { revisionId: someText, stateMachineVersionArn: absent },
    { revision: 'revisionId' },
  ),
  refused(
    'stepfunctions publish-state-machine-version --state-machine-arn $released --revision-id INITIAL',
    'ConflictException',
    /Failed to publish the State Machine version for revision INITIAL/,
  ),
  answers(
    'stepfunctions publish-state-machine-version --state-machine-arn $released --revision-id $revision --description second',
    { stateMachineVersionArn: /:released:2$/, creationDate: moment },
    { two: 'stateMachineVersionArn' },
  ),
  answers('stepfunctions list-state-machine-versions --state-machine-arn $released', {
    stateMachineVersions: [
      { stateMachineVersionArn: /:released:2$/, creationDate: moment },
      { stateMachineVersionArn: /:released:1$/ },
    ],
  }),
  answers('stepfunctions describe-state-machine --state-machine-arn $one', {
    stateMachineArn: /:released:1$/,
    description: 'first',
    definition: /"Type":"Pass"/,
    revisionId: absent,
  }),
  answers(
    'stepfunctions create-state-machine-alias --name live --routing-configuration stateMachineVersionArn=$two,weight=100',
    { stateMachineAliasArn: /:released:live$/, creationDate: moment },
    { live: 'stateMachineAliasArn' },
  ),
  refused(
    'stepfunctions create-state-machine-alias --name live --routing-configuration stateMachineVersionArn=$one,weight=100',
    'ConflictException',
    /alias with the same name/,
  ),
  refused(
    'stepfunctions create-state-machine-alias --name half --routing-configuration stateMachineVersionArn=$one,weight=70 stateMachineVersionArn=$two,weight=29',
    'ValidationException',
    /Sum of routing configuration weights must equal 100\. Received: \[70, 29\]/,
  ),
  refused(
    'stepfunctions delete-state-machine-version --state-machine-version-arn $two',
    'ConflictException',
    /\[live\]/,
  ),
  answers(
    "stepfunctions update-state-machine-alias --state-machine-alias-arn $live --description 'set back' --routing-configuration stateMachineVersionArn=$one,weight=100",
    { updateDate: moment },
  ),
  answers('stepfunctions describe-state-machine-alias --state-machine-alias-arn $live', {
    name: 'live',
    description: 'set back',
    routingConfiguration: [{ stateMachineVersionArn: /:released:1$/, weight: 100 }],
    creationDate: moment,
    updateDate: moment,
  }),
  answers('stepfunctions list-state-machine-aliases --state-machine-arn $one', {
    stateMachineAliases: [{ stateMachineAliasArn: /:released:live$/, creationDate: moment }],
  }),
  answers(
    'stepfunctions start-execution --state-machine-arn $live --name byAlias',
    {},
    { byAlias: 'executionArn' },
  ),
  answers('stepfunctions describe-execution --execution-arn $byAlias', {
    status: 'SUCCEEDED',
    stateMachineArn: /:stateMachine:released$/,
    stateMachineVersionArn: /:released:1$/,
    stateMachineAliasArn: /:released:live$/,
  }),
  answers('stepfunctions list-executions --state-machine-arn $live', {
    executions: [{ name: 'byAlias', stateMachineAliasArn: /:live$/ }],
  }),
  answers('stepfunctions delete-state-machine-version --state-machine-version-arn $two'),
  refused('stepfunctions start-execution --state-machine-arn $two', 'StateMachineDoesNotExist', /:2'/),
  answers('stepfunctions delete-state-machine-alias --state-machine-alias-arn $live'),
  refused(
    'stepfunctions describe-state-machine-alias --state-machine-alias-arn $live',
    'ResourceNotFound',
    /Request references a resource that does not exist/,
  ),
];

/** The same of a function. */
export const FUNCTION_VERSIONS: Chain = [
  answers('lambda publish-version --function-name fail --description first', {
    FunctionName: 'fail',
    FunctionArn: /:function:fail:1$/,
    Version: '1',
    Description: 'first',
  }),
  answers('lambda publish-version --function-name fail', { Version: '1' }),
  answers('lambda list-versions-by-function --function-name fail', {
    Versions: [{ Version: '$LATEST' }, { Version: '1' }],
  }),
  answers('lambda create-alias --function-name fail --name live --function-version $LATEST', {
    AliasArn: /:function:fail:live$/,
    Name: 'live',
    FunctionVersion: '$LATEST',
    RevisionId: someText,
  }),
  refused(
    'lambda create-alias --function-name fail --name live --function-version 1',
    'ResourceConflictException',
    /Alias already exists: .*:function:fail:live/,
  ),
  refused(
    'lambda create-alias --function-name fail --name none --function-version 7',
    'ResourceNotFoundException',
    /function:fail:7/,
  ),
  refused(
    'lambda update-alias --function-name fail --name live --routing-config AdditionalVersionWeights={1=0.5}',
    'InvalidParameterValueException',
    /\$LATEST is not supported for an alias pointing to more than 1 version/,
  ),
  answers('lambda update-alias --function-name fail --name live --function-version 1', {
    FunctionVersion: '1',
  }),
  answers('lambda get-alias --function-name fail --name live', { FunctionVersion: '1' }),
  answers('lambda list-aliases --function-name fail --function-version 1', { Aliases: [{ Name: 'live' }] }),
  returns(
    'lambda invoke --function-name fail --qualifier live $out',
    { StatusCode: 200, ExecutedVersion: '1', FunctionError: 'Unhandled' },
    { errorType: 'Broken' },
  ),
  answers('lambda delete-alias --function-name fail --name live'),
  refused(
    'lambda get-alias --function-name fail --name live',
    'ResourceNotFoundException',
    /Cannot find alias arn: .*:function:fail:live/,
  ),
];
