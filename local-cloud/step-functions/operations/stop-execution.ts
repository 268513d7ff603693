import { optionalText, requiredArn } from '../request-members.js';
import { wireTime, type Operation } from './operation.js';

/** An execution that has ended already stays as it is. */
export const stopExecution: Operation = async (input, { options, executions }) => {
  const arn = requiredArn(input, 'executionArn');
  const error = optionalText(input, 'error', 0, 256, { sensitive: true });
  const cause = optionalText(input, 'cause', 0, 32_768, { sensitive: true });
  await executions.stored.get(arn);
  await executions.send(arn, () => ({
    kind: 'stop',
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  }));
  const { stoppedAt } = await executions.stored.get(arn);
  return { stopDate: wireTime(stoppedAt ?? options.clock.now()) };
};
