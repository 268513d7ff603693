import { records, texting, workflow } from '../../../adapters/services.js';
import { createAnswerRequest } from './handler.js';

export const handler = createAnswerRequest({ ...records(), ...texting(), ...workflow() });
