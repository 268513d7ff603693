import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { liveArnOf, makeLive, type Release } from './live-machine.js';
import { LOGS_KEPT } from './logs-kept.js';
import { withRetries } from './retries.js';
import { logName, type StageNames } from './stage-names.js';
import type { TownFunction } from './town-function.js';

export interface WorkflowMachineProps {
  readonly names: StageNames;
  /** A plain name: administrators read it in the console, and testers name it in their mock files. */
  readonly name: string;
  readonly definition: object;
  /** The functions its tasks call, by the names the definition gives them. */
  readonly calls: ReadonlyMap<string, TownFunction>;
  /** The machines it runs and waits for. */
  readonly nests: ReadonlyMap<string, StateMachine>;
  readonly release: Release;
}

/** The rule by which Step Functions hears that a nested execution ended; its name is fixed by AWS. */
const NESTED_EXECUTION_RULE = 'StepFunctionsGetEventsForStepFunctionsExecutionRule';

/** A state machine of `workflows/` with a role that may call what its definition names and nothing else. */
export function workflowMachine(
  scope: Construct,
  id: string,
  { names, name, definition, calls, nests, release }: WorkflowMachineProps,
): StateMachine {
  const role = new Role(scope, `${id}Role`, {
    roleName: names(name),
    assumedBy: new ServicePrincipal('states.amazonaws.com'),
  });
  const functionArns = [...calls].map(([called, { live }]) => [called, live.functionArn]);
  const machineArns = [...nests].map(([nested, machine]) => [nested, liveArnOf(machine)]);
  role.addToPolicy(
    new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      // By its own ARN it is called in definitions from before there were aliases, which run as long as what they were
      // begun for.
      resources: [...calls.values()].flatMap(({ functionArn, live }) => [functionArn, live.functionArn]),
    }),
  );
  for (const nested of nests.values()) allowNesting(scope, role, nested);
  const made = new StateMachine(scope, id, {
    stateMachineName: names(name),
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(inAnyPartition(JSON.stringify(withRetries(definition)))),
    definitionSubstitutions: {
      ...Object.fromEntries([...functionArns, ...machineArns]),
      Partition: Stack.of(scope).partition,
    },
    role,
    logs: {
      destination: new LogGroup(scope, `${id}Log`, {
        logGroupName: machineLog(names, name),
        retention: LOGS_KEPT,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      level: LogLevel.ERROR,
      // Only ids travel through executions; all the same, no payload is copied to a log.
      includeExecutionData: false,
    },
  });
  makeLive(made, release);
  return made;
}

/** The services that a definition calls have ARNs, too: those of China begin otherwise. */
const inAnyPartition = (definition: string): string =>
  definition.replaceAll('"arn:aws:states:::', '"arn:${Partition}:states:::');

/** CloudWatch asks for the beginning: of other logs the resource policy of an account soon holds too many. */
const machineLog = (names: StageNames, name: string): string =>
  `/aws/vendedlogs/states${logName(names, name)}`;

/** The permissions of `startExecution.sync:2`: start it, look at it, stop it with its parent, and hear its end. */
function allowNesting(scope: Construct, role: Role, nested: StateMachine): void {
  role.addToPolicy(
    new PolicyStatement({ actions: ['states:StartExecution'], resources: [nested.stateMachineArn] }),
  );
  nested.grantExecution(role, 'states:DescribeExecution', 'states:StopExecution');
  role.addToPolicy(
    new PolicyStatement({
      actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
      resources: [
        Stack.of(scope).formatArn({
          service: 'events',
          resource: 'rule',
          resourceName: NESTED_EXECUTION_RULE,
          arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
        }),
      ],
    }),
  );
}
