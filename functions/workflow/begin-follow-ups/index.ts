import { environment } from '../../../adapters/environment.js';
import { records, workflow } from '../../../adapters/services.js';
import { workflowTask } from '../../use-cases/workflow-task.js';
import { createBeginFollowUps } from './handler.js';

export const handler = workflowTask(
  'begin-follow-ups',
  createBeginFollowUps({ ...records(), ...workflow() }, environment('followUpMachine')),
);
