import { environment } from '../../../adapters/environment.js';
import { records, texting, workflow } from '../../../adapters/services.js';
import { workflowTask } from '../../use-cases/workflow-task.js';
import { createGiveCards } from './handler.js';

export const handler = workflowTask(
  'give-cards',
  createGiveCards({ ...records(), ...texting(), ...workflow() }, environment('staffTaskMachine')),
);
