import { records, texting } from '../../../adapters/services.js';
import { workflowTask } from '../../use-cases/workflow-task.js';
import { createSendHeldTexts } from './handler.js';

export const handler = workflowTask('send-held-texts', createSendHeldTexts({ ...records(), ...texting() }));
