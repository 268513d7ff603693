import { records, texting } from '../../../adapters/services.js';
import { workflowTask } from '../../use-cases/workflow-task.js';
import { createRecordStep } from './handler.js';

export const handler = workflowTask('record-step', createRecordStep({ ...records(), ...texting() }));
