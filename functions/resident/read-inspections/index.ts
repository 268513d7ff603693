import { records } from '../../../adapters/services.js';
import { createReadInspections } from './handler.js';

export const handler = createReadInspections(records());
