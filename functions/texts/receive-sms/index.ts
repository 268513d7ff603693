import { records, texting, workflow } from '../../../adapters/services.js';
import { createReceiveSms } from './handler.js';

export const handler = createReceiveSms({ ...records(), ...texting(), ...workflow() });
