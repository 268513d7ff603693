import { AwsError } from '../errors/aws-error.js';
import { chanceOf } from './chance.js';
import { loggingIn, type Logging } from './logging.js';
import { isVersionNumber, splitQualifier } from './names.js';
import type { Service } from './operations/operation.js';
import type { AliasRecord, MachineRecord } from './records.js';

/** The machine of an execution: as it is now, or as a version holds it. */
export interface StartTarget {
  readonly machine: MachineRecord;
  readonly revision: string;
  readonly roleArn: string;
  readonly versionArn?: string;
  readonly aliasArn?: string;
  readonly logging: Logging | undefined;
}

function missing(arn: string): AwsError {
  return new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
}

/** An earlier host kept whatever it was given. */
function keptLogging(given: unknown): Logging | undefined {
  try {
    return given === undefined ? undefined : loggingIn(given);
  } catch {
    return undefined;
  }
}

/** The version that an alias leads to this time, drawn by its weights. */
function routed({ arn, routing }: AliasRecord, randomId: () => string): string {
  const [first, second] = routing;
  if (first === undefined) throw missing(arn);
  if (second === undefined) return first.stateMachineVersionArn;
  const drawn = chanceOf(arn, randomId).random() * 100;
  return drawn < first.weight ? first.stateMachineVersionArn : second.stateMachineVersionArn;
}

/** The target of `arn`: a machine, a version or an alias. Rejects with StateMachineDoesNotExist, which names `arn`. */
export async function startTarget(
  arn: string,
  { machines, versions, options }: Pick<Service, 'machines' | 'versions' | 'options'>,
): Promise<StartTarget> {
  const { machineArn, qualifier } = splitQualifier(arn);
  const machine = await machines.find(machineArn);
  if (machine === undefined) throw missing(arn);
  if (qualifier === undefined) {
    const { revision, roleArn, loggingConfiguration } = machine;
    return { machine, revision, roleArn, logging: keptLogging(loggingConfiguration) };
  }
  const alias = isVersionNumber(qualifier) ? undefined : await versions.findAlias(arn);
  const version = await versions.find(alias === undefined ? arn : routed(alias, options.randomId));
  if (version === undefined) throw missing(arn);
  const { revision, roleArn, arn: versionArn } = version;
  const logging = keptLogging(version.loggingConfiguration);
  return {
    machine,
    revision,
    roleArn,
    logging,
    versionArn,
    ...(alias === undefined ? {} : { aliasArn: alias.arn }),
  };
}
