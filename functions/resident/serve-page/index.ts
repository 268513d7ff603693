import { join } from 'node:path';
import { readAssets } from '../../http/pages/assets.js';
import { createHandler } from './handler.js';

export const handler = createHandler(readAssets(join(import.meta.dirname, 'assets')));
