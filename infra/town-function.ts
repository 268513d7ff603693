import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { LIVE } from '../adapters/live-alias.js';
import type { DeclaredFunction, FunctionSize } from '../functions/function-declaration.js';
import { constructId } from './construct-id.js';
import { LOGS_KEPT } from './logs-kept.js';
import { logName, type StageNames } from './stage-names.js';
import type { Settings } from './settings.js';
import { takeTurns } from './turns.js';

export const USUAL = {
  // Lambda gives processor time by memory; with less, loading the SDK takes longer than the work.
  megabytes: 512,
  // API Gateway gives up after 30 s, and no step has more to do than a few reads, one write and a text.
  seconds: 30,
} satisfies FunctionSize;

export interface TownFunctionProps {
  /** Folder that holds one bundle a function, for example `dist/fn`. */
  readonly bundles: string;
  readonly names: StageNames;
  readonly processor: Settings['processor'];
  readonly declared: DeclaredFunction;
}

function bundleOf(bundles: string, name: string): string {
  const path = join(bundles, name);
  if (existsSync(join(path, 'index.mjs'))) return path;
  throw new Error(`${path}/index.mjs is missing: run npm run build first`);
}

/**
 * One function from its bundle, with a role of its own that may write its own log and nothing else. Each deployment
 * that changes it publishes a version, which stays when the next one comes, so that there is something to go back to.
 */
export class TownFunction extends LambdaFunction {
  readonly declared: DeclaredFunction;
  /** From which it gets the work of one town a call, where its schedule gives each town a turn. */
  readonly turns: Queue | undefined;
  /** By this it is called, whoever calls: the version in use. */
  readonly live: Alias;

  constructor(scope: Construct, { bundles, names, processor, declared }: TownFunctionProps) {
    const { name, purpose, size = USUAL } = declared;
    const id = constructId(name);
    const logGroup = new LogGroup(scope, `${id}Log`, {
      logGroupName: logName(names, name),
      retention: LOGS_KEPT,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, {
      roleName: names(name),
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    super(scope, id, {
      functionName: names(name),
      // The source maps of a deployment, larger than what they describe, stay where they were built: nothing at run time reads them.
      code: Code.fromAsset(bundleOf(bundles, name), { exclude: ['*.map'] }),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: processor === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      memorySize: size.megabytes,
      timeout: Duration.seconds(size.seconds),
      description: purpose,
      role,
      logGroup,
      // One that a deployment made and an alarm took back goes with it: nobody is to go forward to that.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE },
    });
    logGroup.grantWrite(role);
    this.declared = declared;
    this.live = new Alias(scope, `${id}Live`, { aliasName: LIVE, version: this.currentVersion });
    this.turns = declared.needs.turns && takeTurns(this, names);
  }
}
