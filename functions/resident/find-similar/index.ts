import { records } from '../../../adapters/services.js';
import { createFindSimilar } from './handler.js';

export const handler = createFindSimilar(records());
