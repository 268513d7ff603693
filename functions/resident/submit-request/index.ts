import { records, texting, workflow } from '../../../adapters/services.js';
import { createSubmitRequest } from './handler.js';

export const handler = createSubmitRequest({ ...records(), ...texting(), ...workflow() });
