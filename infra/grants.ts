import { ArnFormat } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Grant, MachineName, TableGrant, TopicName } from '../adapters/grants.js';
import { grantsOf } from '../adapters/needs.js';
import type { Machines } from './machines.js';
import type { Records } from './request-records.js';
import type { StageNames } from './stage-names.js';
import type { TownFunction } from './town-function.js';

export interface Granted {
  readonly names: StageNames;
  readonly records: Records;
  readonly machines: Machines;
  readonly topics: Readonly<Record<TopicName, Topic>>;
  /** Whether anybody is texted by AWS. */
  readonly textsByAws: boolean;
}

/** Gives each function's role what its declared needs mean, and nothing else. */
export class Grants {
  constructor(private readonly parts: Granted) {}

  give(granted: TownFunction): void {
    for (const grant of grantsOf(granted.declared.needs)) this.giveOne(granted, grant);
  }

  private giveOne(granted: TownFunction, grant: Grant): void {
    switch (grant.on) {
      case 'table':
        return allowItems(granted, this.parts.records.tableArn, grant);
      case 'machines':
        return allow(granted, grant.actions, arnsOf(this.machines(grant.machines)));
      case 'executions':
        return allow(granted, grant.actions, this.executionsOf(granted, grant.machines));
      case 'waiting tasks':
        return granted.role?.attachInlinePolicy(this.answering(granted, grant));
      case 'topic':
        return allow(granted, ['sns:Publish'], [this.parts.topics[grant.topic].topicArn]);
      case 'own queue':
        if (!granted.turns) throw new Error(`${granted.declared.name} has no queue of its own`);
        return allow(granted, ['sqs:SendMessage'], [granted.turns.queueArn]);
      case 'phones':
        if (!this.parts.textsByAws) return;
        // To IAM a phone number is a resource without an ARN, so no pattern can name phones; naming everything that is
        // not a topic or an endpoint of an app comes nearest.
        granted.addToRolePolicy(
          new PolicyStatement({ actions: ['sns:Publish'], notResources: ['arn:*:sns:*:*:*'] }),
        );
    }
  }

  private named(names: readonly MachineName[] | 'all'): readonly MachineName[] {
    return names === 'all' ? (Object.keys(this.parts.machines) as MachineName[]) : names;
  }

  private machines(names: readonly MachineName[] | 'all'): readonly StateMachine[] {
    return this.named(names).map((name) => this.parts.machines[name]);
  }

  private executionsOf(granted: TownFunction, names: readonly MachineName[] | 'all'): string[] {
    return this.named(names).map((name) =>
      granted.stack.formatArn({
        service: 'states',
        resource: 'execution',
        resourceName: `${this.parts.names(name)}:*`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    );
  }

  /**
   * Lets functions resolve the tasks in which these machines wait for a person's answer. A token is opaque, but AWS
   * checks it against the state machine that issued it (tried when the CDK's grantTaskResponse was written, aws-cdk
   * pull request 8486), so the machines are named instead of `*`.
   *
   * The policy stands by itself: as part of a function's role it would have to exist before the function, the machine
   * before the policy, and the function before the machine. Each stack has one of its own, for none may wait for the
   * roles of another.
   */
  private answering(
    granted: TownFunction,
    { policy: id, actions, machines }: Grant & { on: 'waiting tasks' },
  ): Policy {
    const made = granted.stack.node.tryFindChild(id);
    if (made instanceof Policy) return made;
    return new Policy(granted.stack, id, {
      statements: [
        new PolicyStatement({
          actions: [...actions],
          resources: arnsOf(this.machines(machines)),
        }),
      ],
    });
  }
}

const arnsOf = (machines: readonly StateMachine[]): string[] =>
  machines.map(({ stateMachineArn }) => stateMachineArn);

function allow(granted: TownFunction, actions: readonly string[], resources: readonly string[]): void {
  granted.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...resources] }));
}

/** Lets a function do something with items of some kinds, or with an index. */
function allowItems(granted: TownFunction, tableArn: string, { actions, keys, index }: TableGrant): void {
  granted.addToRolePolicy(
    new PolicyStatement({
      actions: actions.map((action) => `dynamodb:${action}`),
      resources: [index === undefined ? tableArn : `${tableArn}/index/${index}`],
      ...(keys && { conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } } }),
    }),
  );
}
