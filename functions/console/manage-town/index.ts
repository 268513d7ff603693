import { records } from '../../../adapters/services.js';
import { createManageTown } from './handler.js';

export const handler = createManageTown(records());
