import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { ENVIRONMENT, type EnvironmentName } from '../adapters/environment.js';
import { FUNCTION_PURPOSES, type FunctionName } from './function-names.js';

/** API Gateway gives up after 30 s, and no step has more to do than a few reads, one write and a text. */
export const FUNCTION_TIMEOUT = Duration.seconds(30);

/** What the stack tells a function, by the names the functions know it by. */
export type TownEnvironment = Partial<Record<EnvironmentName, string>>;

/** How much of Lambda a function gets. */
export interface FunctionSize {
  /** MB. */
  readonly memorySize: number;
  readonly timeout: Duration;
}

const USUAL: FunctionSize = {
  // Lambda gives processor time by memory; with less, loading the SDK takes longer than the work.
  memorySize: 512,
  timeout: FUNCTION_TIMEOUT,
};

/** Makes a function of the stack; the parts of it make their own. */
export type MakeFunction = (
  name: FunctionName,
  environment?: TownEnvironment,
  size?: FunctionSize,
) => TownFunction;

export interface TownFunctionProps {
  /** Folder that holds one bundle a function, for example `dist/fn`. */
  readonly bundles: string;
  readonly environment: TownEnvironment;
  readonly size?: FunctionSize | undefined;
}

function variables({
  table,
  requestMachine,
  inboundTopic,
  signInTopic,
  pages,
}: TownEnvironment): Record<string, string> {
  return {
    ...(table === undefined ? {} : { [ENVIRONMENT.table]: table }),
    ...(requestMachine === undefined ? {} : { [ENVIRONMENT.requestMachine]: requestMachine }),
    ...(inboundTopic === undefined ? {} : { [ENVIRONMENT.inboundTopic]: inboundTopic }),
    ...(signInTopic === undefined ? {} : { [ENVIRONMENT.signInTopic]: signInTopic }),
    ...(pages === undefined ? {} : { [ENVIRONMENT.pages]: pages }),
  };
}

/** `assign-request` is `AssignRequest` in the template. */
export const constructId = (name: string): string =>
  name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

function bundleOf(bundles: string, name: FunctionName): string {
  const path = join(bundles, name);
  if (existsSync(join(path, 'index.mjs'))) return path;
  throw new Error(`${path}/index.mjs is missing: run npm run build first`);
}

/** One function from its bundle, with a role of its own that may write its own log and nothing else. */
export class TownFunction extends LambdaFunction {
  constructor(
    scope: Construct,
    name: FunctionName,
    { bundles, environment, size = USUAL }: TownFunctionProps,
  ) {
    const id = constructId(name);
    const logGroup = new LogGroup(scope, `${id}Log`, {
      // As long as Step Functions keeps an execution's history, so that one explains the other.
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    super(scope, id, {
      code: Code.fromAsset(bundleOf(bundles, name)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: size.memorySize,
      timeout: size.timeout,
      description: FUNCTION_PURPOSES[name],
      role,
      logGroup,
      // No source maps at run time: reading them is a sixth of a cold start, and no stack is ever logged.
      environment: variables(environment),
    });
    logGroup.grantWrite(role);
  }
}
