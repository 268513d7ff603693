import { isDeepStrictEqual } from 'node:util';
import { AwsError } from '../../errors/aws-error.js';
import { optionalText, requiredText } from '../request-members.js';
import { wireTime, type Operation } from './operation.js';
import { routingIn } from './routing-member.js';

/** With a letter, `_`, `-` or `.`, so that no name is the number of a version. */
const ALIAS_NAME = '^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$';

function aliasName(input: Readonly<Record<string, unknown>>): string {
  const name = requiredText(input, 'name', 1, 80);
  if (/^(?=.*[a-zA-Z_\-.])[a-zA-Z0-9_\-.]+$/.test(name)) return name;
  throw new AwsError(
    'ValidationException',
    `1 validation error detected: Value '${name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ${ALIAS_NAME}`,
  );
}

/** The same name, description and routing again answers as the first time did. */
export const createStateMachineAlias: Operation = async (input, service) => {
  const { options, machines, versions } = service;
  const name = aliasName(input);
  const description = optionalText(input, 'description', 0, 256, { sensitive: true });
  const { machineArn, routing } = await routingIn(input.routingConfiguration ?? [], service);
  const arn = `${machineArn}:${name}`;
  return machines.exclusively(machineArn, async () => {
    const known = await versions.findAlias(arn);
    if (known !== undefined) {
      if (known.description === description && isDeepStrictEqual(known.routing, routing))
        return { stateMachineAliasArn: arn, creationDate: wireTime(known.createdAt) };
      throw new AwsError(
        'ConflictException',
        'Failed to create alias because an alias with the same name and a different routing configuration already exists.',
      );
    }
    const now = options.clock.now();
    const words = description === undefined ? {} : { description };
    await versions.addAlias({ arn, name, machineArn, ...words, routing, createdAt: now, updatedAt: now });
    return { stateMachineAliasArn: arn, creationDate: wireTime(now) };
  });
};
