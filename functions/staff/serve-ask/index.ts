import { records, texting, workflow } from '../../../adapters/services.js';
import { createServeAsk } from './handler.js';

export const handler = createServeAsk({ ...records(), ...texting(), ...workflow() });
