import { records, workflow } from '../../../adapters/services.js';
import { workflowTask } from '../../use-cases/workflow-task.js';
import { createStartRounds } from './handler.js';

export const handler = workflowTask('start-rounds', createStartRounds({ ...records(), ...workflow() }));
