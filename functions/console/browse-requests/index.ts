import { environment } from '../../../adapters/environment.js';
import { records, texting, workflow } from '../../../adapters/services.js';
import { createBrowseRequests } from './handler.js';

export const handler = createBrowseRequests(
  { ...records(), ...texting(), ...workflow() },
  { 'resident-request': environment('requestMachine'), coordination: environment('coordinationMachine') },
);
