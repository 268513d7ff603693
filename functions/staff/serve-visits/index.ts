import { records, workflow } from '../../../adapters/services.js';
import { createServeVisits } from './handler.js';

export const handler = createServeVisits({ ...records(), ...workflow() });
