import { AwsError } from '../../errors/aws-error.js';
import { INITIAL_REVISION } from '../names.js';
import { optionalText, requiredArn } from '../request-members.js';
import { revisionId } from '../versions.js';
import { wireTime, type Operation } from './operation.js';

/** The same revision again answers with the version it has. */
export const publishStateMachineVersion: Operation = async (input, { options, machines, versions }) => {
  const arn = requiredArn(input, 'stateMachineArn');
  const wanted = optionalText(input, 'revisionId', 0, 1_000);
  const description = optionalText(input, 'description', 0, 256, { sensitive: true });
  return machines.exclusively(arn, async () => {
    const machine = await machines.get(arn);
    const current = revisionId(machine, machine.revision) ?? INITIAL_REVISION;
    if (wanted !== undefined && wanted !== current) {
      throw new AwsError(
        'ConflictException',
        `Failed to publish the State Machine version for revision ${wanted}. The current State Machine revision is ${current}.`,
      );
    }
    const version = await versions.publish(machine, options.clock.now(), description);
    return { stateMachineVersionArn: version.arn, creationDate: wireTime(version.createdAt) };
  });
};
