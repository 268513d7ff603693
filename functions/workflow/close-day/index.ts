import { records, texting } from '../../../adapters/services.js';
import { workflowTask } from '../../use-cases/workflow-task.js';
import { createCloseDay } from './handler.js';

export const handler = workflowTask('close-day', createCloseDay({ ...records(), ...texting() }));
