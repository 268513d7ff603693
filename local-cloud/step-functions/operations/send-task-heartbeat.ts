import type { Operation } from './operation.js';
import { tellTask } from './task-token.js';

export const sendTaskHeartbeat: Operation = async (input, service) => {
  await tellTask(input, service, (thread, task) => ({ kind: 'heartbeat', thread, task }));
  return {};
};
