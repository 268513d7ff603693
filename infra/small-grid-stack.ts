/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { CfnOutput, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { ENVIRONMENT, type EnvironmentName } from '../adapters/environment.js';
import { namesTold } from '../adapters/needs.js';
import { Api } from './api.js';
import { constructId } from './construct-id.js';
import { readDeclarations } from './declarations.js';
import { Grants } from './grants.js';
import { InboundSms } from './inbound-sms.js';
import { type Machines, makeMachines } from './machines.js';
import type { Watched } from './monitoring/watched.js';
import { parametersOf } from './parameters.js';
import { RequestRecords } from './request-records.js';
import { ResidentDataKey } from './resident-data-key.js';
import { runOnSchedule } from './run-on-schedule.js';
import { signInCodes } from './sign-in-codes.js';
import { trace } from './tracing.js';
import { TownFunction } from './town-function.js';

export interface SmallGridStackProps extends StackProps {
  /** Folder that holds one bundle a function, and what is declared of them. */
  readonly bundles: string;
  /** Whether X-Ray follows requests; default: yes. There is none in the China regions. */
  readonly traced?: boolean;
}

/** Everything that serves the towns of one deployment; what is in it of the functions is what they declare. */
export class SmallGridStack extends Stack {
  /** What there is to watch. */
  readonly watched: Watched;

  constructor(scope: Construct, id: string, { bundles, traced = true, ...props }: SmallGridStackProps) {
    super(scope, id, props);
    const encryptionKey = new ResidentDataKey(this, 'ResidentDataKey');
    const records = new RequestRecords(this, 'RequestRecords', { encryptionKey });
    const functions = readDeclarations(bundles).map(
      (declared) => new TownFunction(this, { bundles, declared }),
    );
    const machines = makeMachines(this, functions);
    const signInTopic = signInCodes(this);
    const inbound = new InboundSms(this, 'InboundSms', { encryptionKey });
    const topics = { signInTopic, inboundTopic: inbound.topic };
    const parameters = parametersOf(this);
    const api = new Api(this, 'ResidentApi', { functions, ...parameters });

    const grants = new Grants(this, { records, machines, topics, encryptionKey });
    const addresses = {
      ...parameters,
      ...arnsIn(machines),
      table: records.tableName,
      pages: api.url,
      metrics: this.stackName,
      signInTopic: signInTopic.topicArn,
      inboundTopic: inbound.topic.topicArn,
    };
    for (const made of functions) {
      const { needs, told = [], schedule, topic, queue } = made.declared;
      grants.give(made);
      tellFunction(made, [...namesTold(needs), ...told], addresses);
      if (schedule) runOnSchedule(this, made, schedule);
      if (topic) topics[topic].addSubscription(new LambdaSubscription(made));
      if (queue) inbound.feed(made);
    }
    if (traced) trace(functions, Object.values(machines));
    this.watched = {
      namespace: this.stackName,
      functions,
      machines,
      tableName: records.tableName,
      inbound: inbound.queue,
      deadLetters: inbound.deadLetters,
      apiId: api.id,
    };
    tell(this, {
      ApiUrl: api.url,
      TableName: records.tableName,
      InboundSmsTopicArn: inbound.topic.topicArn,
      DeadLettersUrl: inbound.deadLetters.queueUrl,
    });
    tellMachines(this, machines);
  }
}

/** The addresses of the machines by the names that functions know them by. */
const arnsIn = (machines: Machines) => ({
  ...Object.fromEntries(
    Object.entries(machines).map(([name, { stateMachineArn }]) => [name, stateMachineArn]),
  ),
  requestMachine: machines['resident-request'].stateMachineArn,
  coordinationMachine: machines.coordination.stateMachineArn,
  followUpMachine: machines['follow-up'].stateMachineArn,
  staffTaskMachine: machines['staff-task'].stateMachineArn,
  machines: Fn.join(
    ' ',
    Object.values(machines).map(({ stateMachineArn }) => stateMachineArn),
  ),
});

function tellFunction(
  told: TownFunction,
  names: readonly EnvironmentName[],
  addresses: Readonly<Partial<Record<EnvironmentName, string>>>,
): void {
  for (const name of names) {
    const value = addresses[name];
    if (value === undefined) throw new Error(`the stack has no ${name} to tell ${told.declared.name}`);
    told.addEnvironment(ENVIRONMENT[name], value);
  }
}

/** Outputs of the stack: where everything is. */
function tell(stack: Stack, outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value });
}

/** The machines by their names: `visit-round` is `VisitRoundStateMachineArn`. */
const tellMachines = (stack: Stack, machines: Machines): void =>
  tell(
    stack,
    Object.fromEntries(
      Object.entries(machines).map(([name, { stateMachineArn }]) => [
        `${name === 'resident-request' ? 'Request' : constructId(name)}StateMachineArn`,
        stateMachineArn,
      ]),
    ),
  );
