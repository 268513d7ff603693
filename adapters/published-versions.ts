import {
  GetAliasCommand,
  type LambdaClient,
  ListFunctionsCommand,
  ListVersionsByFunctionCommand,
  ResourceNotFoundException,
  UpdateAliasCommand,
} from '@aws-sdk/client-lambda';
import {
  DescribeStateMachineAliasCommand,
  ListExecutionsCommand,
  ListStateMachineVersionsCommand,
  ResourceNotFound,
  type SFNClient,
  UpdateStateMachineAliasCommand,
} from '@aws-sdk/client-sfn';
import { LIVE, liveOf } from './live-alias.js';
import { inGroups } from './in-groups.js';

/** A version of a function or a state machine. */
export interface PublishedVersion {
  readonly number: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** A function or a state machine, with what it was and is. */
export interface Versioned {
  readonly kind: 'function' | 'machine';
  readonly arn: string;
  readonly name: string;
  /** The version in use; during a deployment the next one. Undefined where nobody reaches it by the alias yet. */
  readonly live: number | undefined;
  /** Newest first. */
  readonly versions: readonly PublishedVersion[];
}

const newestFirst = (versions: readonly PublishedVersion[]) =>
  versions.toSorted((a, b) => b.number - a.number);

/** So many are asked about at the same time: AWS takes some fifteen of these calls a second. */
const AT_ONCE = 5;

/** The deployed versions of functions and state machines, and which of them are in use. */
export class PublishedVersions {
  constructor(
    private readonly lambda: Pick<LambdaClient, 'send'>,
    private readonly sfn: Pick<SFNClient, 'send'>,
  ) {}

  /** All functions whose names begin so, and these state machines. */
  async all(prefix: string, machineArns: readonly string[]): Promise<Versioned[]> {
    const asked = [
      ...(await this.functions(prefix)).map((one) => () => this.ofFunction(one)),
      ...machineArns.map((arn) => () => this.ofMachine(arn)),
    ];
    return inGroups(asked, AT_ONCE, (ask) => ask());
  }

  /** Sets what is in use. What runs already stays what it is. */
  async use({ kind, arn, name }: Versioned, version: number): Promise<void> {
    if (kind === 'function')
      await this.lambda.send(
        new UpdateAliasCommand({
          FunctionName: name,
          Name: LIVE,
          FunctionVersion: String(version),
          // None beside it, whatever a deployment had begun.
          RoutingConfig: { AdditionalVersionWeights: {} },
        }),
      );
    else
      await this.sfn.send(
        new UpdateStateMachineAliasCommand({
          stateMachineAliasArn: liveOf(arn),
          routingConfiguration: [{ stateMachineVersionArn: `${arn}:${version}`, weight: 100 }],
        }),
      );
  }

  /** How many executions run that began with this version of a machine, up to a thousand. */
  async running(machineArn: string, version: number): Promise<number> {
    const { executions = [] } = await this.sfn.send(
      new ListExecutionsCommand({
        stateMachineArn: `${machineArn}:${version}`,
        statusFilter: 'RUNNING',
        maxResults: 1000,
      }),
    );
    return executions.length;
  }

  private async functions(prefix: string): Promise<{ name: string; arn: string }[]> {
    const found: { name: string; arn: string }[] = [];
    let Marker: string | undefined;
    do {
      const page = await this.lambda.send(new ListFunctionsCommand({ Marker }));
      for (const { FunctionName: name = '', FunctionArn: arn = '' } of page.Functions ?? [])
        if (name.startsWith(prefix)) found.push({ name, arn });
      Marker = page.NextMarker;
    } while (Marker);
    return found;
  }

  private async ofFunction({ name, arn }: { name: string; arn: string }): Promise<Versioned> {
    const versions: PublishedVersion[] = [];
    let Marker: string | undefined;
    do {
      const page = await this.lambda.send(new ListVersionsByFunctionCommand({ FunctionName: name, Marker }));
      for (const { Version, LastModified } of page.Versions ?? [])
        if (Version !== '$LATEST')
          versions.push({ number: Number(Version), at: Date.parse(LastModified ?? '') });
      Marker = page.NextMarker;
    } while (Marker);
    const alias = await unlessGone(() =>
      this.lambda.send(new GetAliasCommand({ FunctionName: name, Name: LIVE })),
    );
    const second = Object.keys(alias?.RoutingConfig?.AdditionalVersionWeights ?? {});
    const live = alias && Math.max(...[alias.FunctionVersion, ...second].map(Number));
    return { kind: 'function', arn, name, live, versions: newestFirst(versions) };
  }

  private async ofMachine(arn: string): Promise<Versioned> {
    const versions: PublishedVersion[] = [];
    let nextToken: string | undefined;
    do {
      const page = await this.sfn.send(
        new ListStateMachineVersionsCommand({ stateMachineArn: arn, nextToken }),
      );
      for (const { stateMachineVersionArn, creationDate } of page.stateMachineVersions ?? [])
        versions.push({ number: numberIn(stateMachineVersionArn), at: creationDate?.getTime() ?? 0 });
      nextToken = page.nextToken;
    } while (nextToken);
    const alias = await unlessGone(() =>
      this.sfn.send(new DescribeStateMachineAliasCommand({ stateMachineAliasArn: liveOf(arn) })),
    );
    const routes = alias?.routingConfiguration?.map((route) => numberIn(route.stateMachineVersionArn));
    const live = routes && Math.max(...routes);
    const name = arn.slice(arn.lastIndexOf(':') + 1);
    return { kind: 'machine', arn, name, live, versions: newestFirst(versions) };
  }
}

const numberIn = (versionArn: string | undefined): number => Number(versionArn?.split(':').at(-1));

async function unlessGone<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ResourceNotFoundException || error instanceof ResourceNotFound) return undefined;
    throw error;
  }
}
