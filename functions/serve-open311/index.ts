import { records, workflow } from '../../adapters/services.js';
import { createServeOpen311 } from './handler.js';

export const handler = createServeOpen311({ ...records(), ...workflow() });
