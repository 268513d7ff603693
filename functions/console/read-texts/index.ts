import { records } from '../../../adapters/services.js';
import { createReadTexts } from './handler.js';

export const handler = createReadTexts(records());
