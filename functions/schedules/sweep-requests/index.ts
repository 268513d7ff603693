import { records, workflow } from '../../../adapters/services.js';
import { workflowTask } from '../../use-cases/workflow-task.js';
import { createSweepRequests } from './handler.js';

export const handler = workflowTask('sweep-requests', createSweepRequests({ ...records(), ...workflow() }));
