import { records } from '../../../adapters/services.js';
import { createReadTown } from './handler.js';

export const handler = createReadTown(records());
