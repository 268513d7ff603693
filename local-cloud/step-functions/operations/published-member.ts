import { AwsError } from '../../errors/aws-error.js';
import type { JsonObject } from '../../states-language/json.js';
import type { MachineRecord } from '../records.js';
import { optionalFlag, optionalText } from '../request-members.js';
import type { Service } from './operation.js';

export interface VersionMembers {
  readonly publish: boolean;
  readonly description: string | undefined;
}

/** `publish` and `versionDescription` of Create- and UpdateStateMachine. Throws AWS's ValidationException. */
export function versionMembers(input: Readonly<Record<string, unknown>>): VersionMembers {
  const publish = optionalFlag(input, 'publish') ?? false;
  const description = optionalText(input, 'versionDescription', 0, 256, { sensitive: true });
  if (description !== undefined && !publish)
    throw new AwsError('ValidationException', 'Version description can only be set when publish is true');
  return { publish, description };
}

/** Publishes the machine as it is now, where that was asked for. */
export async function publishedMember(
  machine: MachineRecord,
  { publish, description }: VersionMembers,
  { options, versions }: Pick<Service, 'options' | 'versions'>,
): Promise<JsonObject> {
  if (!publish) return {};
  const { arn } = await versions.publish(machine, options.clock.now(), description);
  return { stateMachineVersionArn: arn };
}
