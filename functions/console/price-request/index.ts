import { environment } from '../../../adapters/environment.js';
import { records, watching } from '../../../adapters/services.js';
import { createPriceRequest } from './handler.js';

export const handler = createPriceRequest(
  { ...records(), ...watching() },
  { 'resident-request': environment('requestMachine'), coordination: environment('coordinationMachine') },
);
