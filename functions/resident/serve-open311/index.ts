import { records, texting, workflow } from '../../../adapters/services.js';
import { createServeOpen311 } from './handler.js';

export const handler = createServeOpen311({ ...records(), ...texting(), ...workflow() });
