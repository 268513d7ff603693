import {
  type CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation';

/** A stack of CloudFormation as it was deployed last. */
export interface DeployedStack {
  /** As AWS calls it: `UPDATE_COMPLETE`. */
  readonly status: string;
  /** The twelve digits of the account that it is in. */
  readonly account: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Templates by where they are nested: logical ids joined by `/`, and `''` for the stack's own. */
export type Templates = ReadonlyMap<string, unknown>;

const NESTED = 'AWS::CloudFormation::Stack';

/** Reads what is deployed of one region, and changes nothing. */
export class DeployedStacks {
  constructor(private readonly cloudFormation: CloudFormationClient) {}

  /** Undefined of a stack that there is not. */
  async find(name: string): Promise<DeployedStack | undefined> {
    const { Stacks: [stack] = [] } = await this.cloudFormation
      .send(new DescribeStacksCommand({ StackName: name }))
      .catch((error: unknown) => {
        if (isAbsent(error)) return { Stacks: [] };
        throw error;
      });
    if (stack === undefined) return undefined;
    const outputs = (stack.Outputs ?? []).flatMap(({ OutputKey, OutputValue }) =>
      OutputKey === undefined || OutputValue === undefined ? [] : [[OutputKey, OutputValue] as const],
    );
    return {
      status: stack.StackStatus ?? '',
      account: stack.StackId?.split(':')[4] ?? '',
      outputs: Object.fromEntries(outputs),
    };
  }

  /** What a stack that is there was made of, and those nested in it; CloudFormation answers `?` for each letter that is not ASCII. */
  async templates(name: string): Promise<Templates> {
    const found = new Map<string, unknown>();
    await this.collect(name, '', found);
    return found;
  }

  private async collect(stack: string, place: string, found: Map<string, unknown>): Promise<void> {
    const { TemplateBody = '{}' } = await this.cloudFormation.send(
      new GetTemplateCommand({ StackName: stack, TemplateStage: 'Original' }),
    );
    found.set(place, JSON.parse(TemplateBody) as unknown);
    const pages = paginateListStackResources({ client: this.cloudFormation }, { StackName: stack });
    for await (const { StackResourceSummaries = [] } of pages)
      for (const { ResourceType, LogicalResourceId = '', PhysicalResourceId } of StackResourceSummaries)
        if (ResourceType === NESTED && PhysicalResourceId !== undefined)
          await this.collect(
            PhysicalResourceId,
            place === '' ? LogicalResourceId : `${place}/${LogicalResourceId}`,
            found,
          );
  }
}

/** CloudFormation has no error of its own for it. */
const isAbsent = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ValidationError' && /does not exist/.test(error.message);
