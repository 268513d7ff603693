import {
  type CloudFormationClient,
  DescribeStackDriftDetectionStatusCommand,
  DescribeStackResourcesCommand,
  DetectStackDriftCommand,
} from '@aws-sdk/client-cloudformation';
import { GetAccountSettingsCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { paginateListServiceQuotas, type ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { setTimeout as pause } from 'node:timers/promises';

/** A stack whose resources no longer match its template. */
export interface Drift {
  readonly stack: string;
  /** How many resources differ. */
  readonly resources: number;
}

/** A stack of some hundred resources takes AWS a minute or two. Milliseconds between two looks, and looks. */
const EVERY = 5_000;
const MOST_LOOKS = 60;

/** The account's quotas, and whether its stacks are as they were deployed. */
export class AccountWatch {
  constructor(
    private readonly lambda: Pick<LambdaClient, 'send'>,
    private readonly quotas: ServiceQuotasClient,
    private readonly cloudFormation: Pick<CloudFormationClient, 'send'>,
  ) {}

  /** How many calls of all functions of the account may run at the same time in this region. */
  async concurrency(): Promise<number> {
    const { AccountLimit } = await this.lambda.send(new GetAccountSettingsCommand({}));
    if (AccountLimit?.ConcurrentExecutions === undefined) throw new Error('no AccountLimit');
    return AccountLimit.ConcurrentExecutions;
  }

  /** The quotas of Step Functions whose names are like this, by name. */
  async quotasOfStates(like: RegExp): Promise<ReadonlyMap<string, number>> {
    const found = new Map<string, number>();
    for await (const { Quotas = [] } of paginateListServiceQuotas(
      { client: this.quotas },
      { ServiceCode: 'states' },
    ))
      for (const { QuotaName = '', Value } of Quotas)
        if (Value !== undefined && like.test(QuotaName)) found.set(QuotaName, Value);
    return found;
  }

  /** Has CloudFormation compare these stacks, and those nested in them, with what is there. Only those that differ. */
  async drift(stacks: readonly string[]): Promise<Drift[]> {
    const all = (await Promise.all(stacks.map((stack) => this.withNested(stack)))).flat();
    const drifts = await Promise.all(all.map((stack) => this.driftOf(stack)));
    return drifts.filter(({ resources }) => resources > 0);
  }

  private async withNested(stack: string): Promise<string[]> {
    const { StackResources = [] } = await this.cloudFormation.send(
      new DescribeStackResourcesCommand({ StackName: stack }),
    );
    const nested = StackResources.flatMap(({ ResourceType, PhysicalResourceId }) =>
      ResourceType === 'AWS::CloudFormation::Stack' && PhysicalResourceId !== undefined
        ? [PhysicalResourceId]
        : [],
    );
    return [stack, ...nested];
  }

  private async driftOf(StackName: string): Promise<Drift> {
    const { StackDriftDetectionId } = await this.cloudFormation.send(
      new DetectStackDriftCommand({ StackName }),
    );
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const { DetectionStatus, DriftedStackResourceCount = 0 } = await this.cloudFormation.send(
        new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId }),
      );
      if (DetectionStatus === 'DETECTION_COMPLETE')
        return { stack: nameOf(StackName), resources: DriftedStackResourceCount };
      if (DetectionStatus === 'DETECTION_FAILED') throw new Error(`DetectionFailed ${nameOf(StackName)}`);
      await pause(EVERY);
    }
    throw new Error(`DetectionUnfinished ${nameOf(StackName)}`);
  }
}

/** `small-grid-prod-app-Workflows` of an ARN. */
const nameOf = (stack: string): string => stack.split('/')[1] ?? stack;
