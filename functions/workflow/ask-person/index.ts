import { records, texting, workflow } from '../../../adapters/services.js';
import { workflowTask } from '../../use-cases/workflow-task.js';
import { createAskPerson } from './handler.js';

export const handler = workflowTask(
  'ask-person',
  createAskPerson({ ...records(), ...texting(), ...workflow() }),
);
