import { records } from '../../../adapters/services.js';
import { createKeepPhotos } from './handler.js';

export const handler = createKeepPhotos(records());
