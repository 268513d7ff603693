import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import coordination from '../workflows/coordination.asl.json' with { type: 'json' };
import residentRequest from '../workflows/resident-request.asl.json' with { type: 'json' };

/** The functions that the state machines call; their names in the definitions are these with a capital. */
export interface WorkflowFunctions {
  readonly assignRequest: LambdaFunction;
  readonly askPerson: LambdaFunction;
  readonly recordStep: LambdaFunction;
  readonly closeRequest: LambdaFunction;
}

interface Machine {
  readonly name: string;
  readonly calls: Readonly<Record<string, LambdaFunction>>;
  readonly nests?: Readonly<Record<string, StateMachine>>;
}

/** The rule by which Step Functions hears that a nested execution ended; its name is fixed by AWS. */
const NESTED_EXECUTION_RULE = 'StepFunctionsGetEventsForStepFunctionsExecutionRule';

/** The four steps of a resident's request, and the department coordination that every programme shares. */
export class Workflows extends Construct {
  private readonly residentRequest: StateMachine;
  private readonly coordination: StateMachine;

  constructor(
    scope: Construct,
    id: string,
    { assignRequest, askPerson, recordStep, closeRequest }: WorkflowFunctions,
  ) {
    super(scope, id);
    this.coordination = this.machine('Coordination', coordination, {
      name: 'coordination',
      calls: { AskPerson: askPerson, RecordStep: recordStep },
    });
    this.residentRequest = this.machine('ResidentRequest', residentRequest, {
      name: 'resident-request',
      calls: {
        AssignRequest: assignRequest,
        AskPerson: askPerson,
        RecordStep: recordStep,
        CloseRequest: closeRequest,
      },
      nests: { Coordination: this.coordination },
    });
  }

  get requestMachineArn(): string {
    return this.residentRequest.stateMachineArn;
  }

  get coordinationMachineArn(): string {
    return this.coordination.stateMachineArn;
  }

  /** Start the execution of a request. */
  allowStarting(...functions: LambdaFunction[]): void {
    for (const granted of functions) {
      granted.addToRolePolicy(
        new PolicyStatement({ actions: ['states:StartExecution'], resources: [this.requestMachineArn] }),
      );
    }
  }

  /**
   * Resolve the tasks that wait for a person's answer. A token is opaque, but AWS checks it against the state machine
   * that issued it (tried when the CDK's grantTaskResponse was written, aws-cdk pull request 8486), so the two machines
   * are named instead of `*`.
   *
   * The policy stands by itself: as part of a function's role it would have to exist before the function, the machine
   * before the policy, and the function before the machine.
   */
  allowAnswering(...functions: LambdaFunction[]): void {
    const policy = new Policy(this, 'AnswerWaitingTasks', {
      statements: [
        new PolicyStatement({
          actions: ['states:SendTaskSuccess'],
          resources: [this.requestMachineArn, this.coordinationMachineArn],
        }),
      ],
    });
    for (const granted of functions) granted.role?.attachInlinePolicy(policy);
  }

  private machine(id: string, definition: object, { name, calls, nests = {} }: Machine): StateMachine {
    const role = new Role(this, `${id}Role`, { assumedBy: new ServicePrincipal('states.amazonaws.com') });
    const functionArns = Object.entries(calls).map(([name, called]) => [name, called.functionArn] as const);
    const machineArns = Object.entries(nests).map(
      ([name, nested]) => [name, nested.stateMachineArn] as const,
    );
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: functionArns.map(([, arn]) => arn),
      }),
    );
    for (const nested of Object.values(nests)) this.allowNesting(role, nested);
    return new StateMachine(this, id, {
      // A plain name: administrators read it in the console, and testers name it in their mock files.
      stateMachineName: name,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(JSON.stringify(definition)),
      definitionSubstitutions: Object.fromEntries([...functionArns, ...machineArns]),
      role,
      logs: {
        destination: new LogGroup(this, `${id}Log`, {
          retention: RetentionDays.THREE_MONTHS,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ERROR,
        // Only ids travel through executions; all the same, no payload is copied to a log.
        includeExecutionData: false,
      },
    });
  }

  /** What `startExecution.sync:2` needs: start it, look at it, stop it when the parent is stopped, and hear its end. */
  private allowNesting(role: Role, nested: StateMachine): void {
    const stack = Stack.of(this);
    role.addToPolicy(
      new PolicyStatement({ actions: ['states:StartExecution'], resources: [nested.stateMachineArn] }),
    );
    nested.grantExecution(role, 'states:DescribeExecution', 'states:StopExecution');
    role.addToPolicy(
      new PolicyStatement({
        actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
        resources: [
          stack.formatArn({
            service: 'events',
            resource: 'rule',
            resourceName: NESTED_EXECUTION_RULE,
            arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
          }),
        ],
      }),
    );
  }
}
