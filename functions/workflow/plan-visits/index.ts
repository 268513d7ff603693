import { records, texting } from '../../../adapters/services.js';
import { workflowTask } from '../../use-cases/workflow-task.js';
import { createPlanVisits } from './handler.js';

export const handler = workflowTask('plan-visits', createPlanVisits({ ...records(), ...texting() }));
