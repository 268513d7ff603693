import { AwsError } from '../../errors/aws-error.js';
import { uuidFrom } from '../chance.js';
import { optionalText, requiredArn } from '../request-members.js';
import { checkDefinition, DEFINITION_LIMIT } from './definition-member.js';
import { wireTime, type Operation } from './operation.js';
import { refuseUnsupportedMembers } from './unsupported-members.js';

/** Executions that run already go on with the text they began with. */
export const updateStateMachine: Operation = async (input, { options, machines }) => {
  const arn = requiredArn(input, 'stateMachineArn');
  const definition = optionalText(input, 'definition', 1, DEFINITION_LIMIT, { sensitive: true });
  const roleArn = optionalText(input, 'roleArn', 1, 256);
  refuseUnsupportedMembers('UpdateStateMachine', input);
  const { loggingConfiguration, tracingConfiguration } = input;
  if (
    [definition, roleArn, loggingConfiguration, tracingConfiguration].every((given) => given === undefined)
  ) {
    throw new AwsError(
      'MissingRequiredParameter',
      'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
    );
  }
  return machines.exclusively(arn, async () => {
    const known = await machines.get(arn);
    if (definition !== undefined) await checkDefinition(definition, known.type);
    const updatedAt = options.clock.now();
    const revision = uuidFrom(options.randomId());
    await machines.save({
      ...known,
      definition: definition ?? known.definition,
      roleArn: roleArn ?? known.roleArn,
      loggingConfiguration: loggingConfiguration ?? known.loggingConfiguration,
      tracingConfiguration: tracingConfiguration ?? known.tracingConfiguration,
      updatedAt,
      revision,
    });
    return { updateDate: wireTime(updatedAt), revisionId: revision };
  });
};
