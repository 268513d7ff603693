import { records, workflow } from '../../../adapters/services.js';
import { createWatchFloods } from './handler.js';

export const handler = createWatchFloods({ ...records(), ...workflow() });
