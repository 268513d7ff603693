import { records, texting, workflow } from '../../../adapters/services.js';
import { workflowTask } from '../../use-cases/workflow-task.js';
import { createKeepQuota } from './handler.js';

export const handler = workflowTask(
  'keep-quota',
  createKeepQuota({ ...records(), ...texting(), ...workflow() }),
);
