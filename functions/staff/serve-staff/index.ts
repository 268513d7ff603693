import { records } from '../../../adapters/services.js';
import { createServeStaff } from './handler.js';

export const handler = createServeStaff(records());
