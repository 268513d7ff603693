import { createServices } from '../../adapters/services.js';
import { createAnswerRequest } from './handler.js';

export const handler = createAnswerRequest(createServices());
