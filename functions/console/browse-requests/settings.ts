import { environment } from '../../../adapters/environment.js';
import type { RequestMachines } from '../../../domain/executions/request-executions.js';

export const SETTINGS: RequestMachines = {
  'resident-request': environment('requestMachine'),
  coordination: environment('coordinationMachine'),
};
