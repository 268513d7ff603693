import { records, texting } from '../../../adapters/services.js';
import { workflowTask } from '../../use-cases/workflow-task.js';
import { createAssignRequest } from './handler.js';

export const handler = workflowTask('assign-request', createAssignRequest({ ...records(), ...texting() }));
