import { records } from '../../../adapters/services.js';
import { createReadStatistics } from './handler.js';

export const handler = createReadStatistics(records());
