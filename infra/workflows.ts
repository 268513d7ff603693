import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import coordination from '../workflows/coordination.asl.json' with { type: 'json' };
import residentRequest from '../workflows/resident-request.asl.json' with { type: 'json' };
import { workflowMachine } from './workflow-machine.js';

/** The functions that the state machines call; their names in the definitions are these with a capital. */
export interface WorkflowFunctions {
  readonly assignRequest: LambdaFunction;
  readonly askPerson: LambdaFunction;
  readonly recordStep: LambdaFunction;
  readonly closeRequest: LambdaFunction;
  readonly keepQuota: LambdaFunction;
}

/** The four steps of a resident's request, and the department coordination that every programme shares. */
export class Workflows extends Construct {
  private readonly residentRequest: StateMachine;
  private readonly coordination: StateMachine;

  constructor(
    scope: Construct,
    id: string,
    { assignRequest, askPerson, recordStep, closeRequest, keepQuota }: WorkflowFunctions,
  ) {
    super(scope, id);
    this.coordination = workflowMachine(this, 'Coordination', coordination, {
      name: 'coordination',
      calls: { AskPerson: askPerson, RecordStep: recordStep, KeepQuota: keepQuota },
    });
    this.residentRequest = workflowMachine(this, 'ResidentRequest', residentRequest, {
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

  /** Those in which tasks wait for a person's answer. */
  get machines(): readonly StateMachine[] {
    return [this.residentRequest, this.coordination];
  }

  /** Look how an execution of a request, or of its coordination, stands. */
  allowWatching(...functions: LambdaFunction[]): void {
    for (const granted of functions)
      for (const machine of this.machines) machine.grantExecution(granted, 'states:DescribeExecution');
  }

  /** That in which requests wait for one of a programme's places. */
  get machinesWithPlaces(): readonly StateMachine[] {
    return [this.coordination];
  }

  /** Start the execution of a request. */
  allowStarting(...functions: LambdaFunction[]): void {
    for (const granted of functions) {
      granted.addToRolePolicy(
        new PolicyStatement({ actions: ['states:StartExecution'], resources: [this.requestMachineArn] }),
      );
    }
  }
}
