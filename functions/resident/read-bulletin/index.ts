import { records } from '../../../adapters/services.js';
import { createReadBulletin } from './handler.js';

export const handler = createReadBulletin(records());
