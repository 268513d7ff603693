import { records } from '../../../adapters/services.js';
import { createReadAudit } from './handler.js';

export const handler = createReadAudit(records());
