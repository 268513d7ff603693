import { isDeepStrictEqual } from 'node:util';
import { AwsError } from '../../errors/aws-error.js';
import { uuidFrom } from '../chance.js';
import { MACHINE_TYPES } from '../machine-type.js';
import { checkName, stateMachineArn } from '../names.js';
import type { MachineRecord } from '../records.js';
import { optionalOneOf, requiredArn, requiredText } from '../request-members.js';
import { checkDefinition, DEFINITION_LIMIT } from './definition-member.js';
import { loggingOf, tracingOf } from './machine-settings.js';
import { wireTime, type Operation } from './operation.js';
import { checkTagCount, tagsIn } from './tags-member.js';
import { refuseUnsupportedMembers } from './unsupported-members.js';

/** The role and the tags do not count (API reference). */
function isSameMachine(
  known: MachineRecord,
  definition: string,
  { loggingConfiguration, tracingConfiguration }: Readonly<Record<string, unknown>>,
): boolean {
  return (
    known.definition === definition &&
    isDeepStrictEqual(loggingOf(known.loggingConfiguration), loggingOf(loggingConfiguration)) &&
    isDeepStrictEqual(tracingOf(known.tracingConfiguration), tracingOf(tracingConfiguration))
  );
}

/** The same name, text, logging and tracing again answers as the first time did; another is refused. */
export const createStateMachine: Operation = async (input, { options, machines }) => {
  const name = checkName(requiredText(input, 'name', 1, 80));
  const definition = requiredText(input, 'definition', 1, DEFINITION_LIMIT, { sensitive: true });
  const roleArn = requiredArn(input, 'roleArn');
  const type = optionalOneOf(input, 'type', MACHINE_TYPES) ?? 'STANDARD';
  refuseUnsupportedMembers('CreateStateMachine', input);
  const tags = tagsIn(input) ?? {};
  await checkDefinition(definition, type);
  const arn = stateMachineArn(options.region, options.accountId, name);
  checkTagCount(tags, arn);
  return machines.exclusively(arn, async () => {
    const known = await machines.find(arn);
    const isSame = known?.type === (type === 'EXPRESS' ? type : undefined);
    if (known !== undefined && !(isSame && isSameMachine(known, definition, input))) {
      throw new AwsError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`);
    }
    const record: MachineRecord = known ?? {
      arn,
      name,
      definition,
      roleArn,
      ...(type === 'EXPRESS' ? { type } : {}),
      createdAt: options.clock.now(),
      revision: uuidFrom(options.randomId()),
      loggingConfiguration: input.loggingConfiguration,
      tracingConfiguration: input.tracingConfiguration,
      tags,
    };
    if (known === undefined) await machines.save(record);
    return { stateMachineArn: arn, creationDate: wireTime(record.createdAt) };
  });
};
