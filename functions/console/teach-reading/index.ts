import { records } from '../../../adapters/services.js';
import { createTeachReading } from './handler.js';

export const handler = createTeachReading(records());
