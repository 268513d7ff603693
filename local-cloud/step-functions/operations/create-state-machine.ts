import { AwsError } from '../../errors/aws-error.js';
import { uuidFrom } from '../chance.js';
import { loggingIn } from '../logging.js';
import { MACHINE_TYPES } from '../machine-type.js';
import { checkName, stateMachineArn } from '../names.js';
import type { MachineRecord } from '../records.js';
import { optionalOneOf, requiredArn, requiredText } from '../request-members.js';
import { checkDefinition, DEFINITION_LIMIT } from './definition-member.js';
import { isSameMachine } from './machine-settings.js';
import { wireTime, type Operation } from './operation.js';
import { publishedMember, versionMembers } from './published-member.js';
import { checkTagCount, tagsIn } from './tags-member.js';
import { refuseUnsupportedMembers } from './unsupported-members.js';

/** The same name, text, logging and tracing again answers as the first time did; another is refused. */
export const createStateMachine: Operation = async (input, service) => {
  const { options, machines } = service;
  const name = checkName(requiredText(input, 'name', 1, 80));
  const definition = requiredText(input, 'definition', 1, DEFINITION_LIMIT, { sensitive: true });
  const roleArn = requiredArn(input, 'roleArn');
  const type = optionalOneOf(input, 'type', MACHINE_TYPES) ?? 'STANDARD';
  refuseUnsupportedMembers('CreateStateMachine', input);
  loggingIn(input.loggingConfiguration);
  const version = versionMembers(input);
  const tags = tagsIn(input) ?? {};
  await checkDefinition(definition, type);
  const arn = stateMachineArn(options.region, options.accountId, name);
  checkTagCount(tags, arn);
  return machines.exclusively(arn, async () => {
    const known = await machines.find(arn);
    const isSame = known?.type === (type === 'EXPRESS' ? type : undefined);
    if (known !== undefined && !(isSame && isSameMachine(known, { ...input, definition }))) {
      throw new AwsError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`);
    }
    const revision = uuidFrom(options.randomId());
    const record: MachineRecord = known ?? {
      arn,
      name,
      definition,
      roleArn,
      ...(type === 'EXPRESS' ? { type } : {}),
      createdAt: options.clock.now(),
      revision,
      firstRevision: revision,
      loggingConfiguration: input.loggingConfiguration,
      tracingConfiguration: input.tracingConfiguration,
      tags,
    };
    if (known === undefined) await machines.save(record);
    return {
      stateMachineArn: arn,
      creationDate: wireTime(record.createdAt),
      ...(await publishedMember(record, version, service)),
    };
  });
};
