import { records } from '../../../adapters/services.js';
import { createBrowseWork } from './handler.js';

export const handler = createBrowseWork(records());
