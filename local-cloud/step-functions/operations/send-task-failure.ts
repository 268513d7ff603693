import { optionalText } from '../request-members.js';
import type { Operation } from './operation.js';
import { tellTask } from './task-token.js';

/** Without an error only `States.ALL` catches it. */
export const sendTaskFailure: Operation = async (input, service) => {
  const error = optionalText(input, 'error', 0, 256, { sensitive: true });
  const cause = optionalText(input, 'cause', 0, 32_768, { sensitive: true });
  await tellTask(input, service, (thread, task) => ({
    kind: 'failed',
    thread,
    task,
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  }));
  return {};
};
