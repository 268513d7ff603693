import { createServices } from '../../adapters/services.js';
import { createReceiveSms } from './handler.js';

export const handler = createReceiveSms(createServices());
