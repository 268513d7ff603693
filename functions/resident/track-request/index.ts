import { records } from '../../../adapters/services.js';
import { createTrackRequest } from './handler.js';

export const handler = createTrackRequest(records());
