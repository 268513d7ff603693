import { records, texting, workflow } from '../../../adapters/services.js';
import { workflowTask } from '../../use-cases/workflow-task.js';
import { createCloseRequest } from './handler.js';

export const handler = workflowTask(
  'close-request',
  createCloseRequest({ ...records(), ...texting(), ...workflow() }),
);
