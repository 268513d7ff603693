import { records, texting } from '../../../adapters/services.js';
import { workflowTask } from '../../use-cases/workflow-task.js';
import { createHoldInspection } from './handler.js';

export const handler = workflowTask('hold-inspection', createHoldInspection({ ...records(), ...texting() }));
