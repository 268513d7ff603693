import { Arn, ArnFormat, Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Grant, MachineName, TopicName } from '../adapters/grants.js';
import { grantsOf } from '../adapters/needs.js';
import type { Machines } from './machines.js';
import type { RequestRecords } from './request-records.js';
import type { ResidentDataKey } from './resident-data-key.js';
import type { TownFunction } from './town-function.js';

export interface Granted {
  readonly records: RequestRecords;
  readonly machines: Machines;
  readonly topics: Readonly<Record<TopicName, Topic>>;
  readonly encryptionKey: ResidentDataKey;
}

/** Gives each function's role what its declared needs mean, and nothing else. */
export class Grants {
  private readonly waiting = new Map<string, Policy>();
  /** Made once for each machine: statements about the same executions then become one. */
  private readonly executions = new Map<StateMachine, string>();

  constructor(
    private readonly scope: Construct,
    private readonly parts: Granted,
  ) {}

  give(granted: TownFunction): void {
    for (const grant of grantsOf(granted.declared.needs)) this.giveOne(granted, grant);
  }

  private giveOne(granted: TownFunction, grant: Grant): void {
    switch (grant.on) {
      case 'table':
        return this.parts.records.allow(granted, grant);
      case 'machines':
        return allow(granted, grant.actions, arnsOf(this.machines(grant.machines)));
      case 'executions':
        return allow(granted, grant.actions, this.machines(grant.machines).map(this.executionsOf));
      case 'waiting tasks':
        return granted.role?.attachInlinePolicy(this.answering(grant));
      case 'topic':
        return this.allowPublishing(granted, this.parts.topics[grant.topic]);
      case 'phones':
        // To IAM a phone number is a resource without an ARN, so no pattern can name phones; naming everything that is not a topic or
        // an endpoint of an app comes nearest.
        granted.addToRolePolicy(
          new PolicyStatement({ actions: ['sns:Publish'], notResources: ['arn:*:sns:*:*:*'] }),
        );
    }
  }

  private machines(names: readonly MachineName[] | 'all'): readonly StateMachine[] {
    const { machines } = this.parts;
    return names === 'all' ? Object.values(machines) : names.map((name) => machines[name]);
  }

  private readonly executionsOf = (machine: StateMachine): string => {
    const stack = Stack.of(this.scope);
    const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
    const { resourceName = '' } = Arn.split(machine.stateMachineArn, arnFormat);
    const made =
      this.executions.get(machine) ??
      stack.formatArn({
        service: 'states',
        resource: 'execution',
        resourceName: `${resourceName}:*`,
        arnFormat,
      });
    this.executions.set(machine, made);
    return made;
  };

  /**
   * Lets functions resolve the tasks in which these machines wait for a person's answer. A token is opaque, but AWS checks it against the
   * state machine that issued it (tried when the CDK's grantTaskResponse was written, aws-cdk pull request 8486), so the machines are named
   * instead of `*`.
   *
   * The policy stands by itself: as part of a function's role it would have to exist before the function, the machine before the policy,
   * and the function before the machine.
   */
  private answering({ policy: id, actions, machines }: Grant & { on: 'waiting tasks' }): Policy {
    const made = this.waiting.get(id);
    if (made) return made;
    const policy = new Policy(this.scope, id, {
      statements: [
        new PolicyStatement({
          actions: [...actions],
          resources: arnsOf(this.machines(machines)),
        }),
      ],
    });
    this.waiting.set(id, policy);
    return policy;
  }

  private allowPublishing(granted: TownFunction, topic: Topic): void {
    allow(granted, ['sns:Publish'], [topic.topicArn]);
    if (topic.masterKey) this.parts.encryptionKey.allowPublishing(granted);
  }
}

const arnsOf = (machines: readonly StateMachine[]): string[] =>
  machines.map(({ stateMachineArn }) => stateMachineArn);

function allow(granted: TownFunction, actions: readonly string[], resources: readonly string[]): void {
  granted.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
}
