import { records, texting, workflow } from '../../../adapters/services.js';
import { workflowTask } from '../../use-cases/workflow-task.js';
import { createRecordTask } from './handler.js';

export const handler = workflowTask(
  'record-task',
  createRecordTask({ ...records(), ...texting(), ...workflow() }),
);
