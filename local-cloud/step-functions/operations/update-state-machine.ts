import { AwsError } from '../../errors/aws-error.js';
import { present } from '../../states-language/json.js';
import { uuidFrom } from '../chance.js';
import { loggingIn } from '../logging.js';
import type { MachineRecord } from '../records.js';
import { optionalText, requiredArn } from '../request-members.js';
import { revisionId } from '../versions.js';
import { checkDefinition, DEFINITION_LIMIT } from './definition-member.js';
import { isSameMachine } from './machine-settings.js';
import { wireTime, type Operation } from './operation.js';
import { publishedMember, versionMembers } from './published-member.js';
import { refuseUnsupportedMembers } from './unsupported-members.js';

type Changes = Partial<
  Pick<MachineRecord, 'definition' | 'roleArn' | 'loggingConfiguration' | 'tracingConfiguration'>
>;

function changesIn(input: Readonly<Record<string, unknown>>): Changes {
  const definition = optionalText(input, 'definition', 1, DEFINITION_LIMIT, { sensitive: true });
  const roleArn = optionalText(input, 'roleArn', 1, 256);
  const { loggingConfiguration, tracingConfiguration } = input;
  return {
    ...(definition === undefined ? {} : { definition }),
    ...(roleArn === undefined ? {} : { roleArn }),
    ...(loggingConfiguration === undefined ? {} : { loggingConfiguration }),
    ...(tracingConfiguration === undefined ? {} : { tracingConfiguration }),
  };
}

/**
 * Executions that run already go on with the text they began with. What changes nothing makes no new revision, as
 * recorded on AWS.
 */
export const updateStateMachine: Operation = async (input, service) => {
  const { options, machines } = service;
  const arn = requiredArn(input, 'stateMachineArn');
  const changes = changesIn(input);
  refuseUnsupportedMembers('UpdateStateMachine', input);
  loggingIn(input.loggingConfiguration);
  const version = versionMembers(input);
  if (Object.keys(changes).length === 0) {
    throw new AwsError(
      'MissingRequiredParameter',
      'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
    );
  }
  return machines.exclusively(arn, async () => {
    const known = await machines.get(arn);
    if (changes.definition !== undefined) await checkDefinition(changes.definition, known.type);
    const updatedAt = options.clock.now();
    const wanted = { ...known, ...changes };
    const isSame = known.roleArn === wanted.roleArn && isSameMachine(known, wanted);
    const revision = isSame ? known.revision : uuidFrom(options.randomId());
    const machine = isSame ? known : { ...wanted, updatedAt, revision };
    if (!isSame) await machines.save(machine);
    return present({
      updateDate: wireTime(updatedAt),
      revisionId: revisionId(machine, revision),
      ...(await publishedMember(machine, version, service)),
    });
  });
};
