import { join } from 'node:path';
import { readAssets } from '../../http/pages/assets.js';

export const SETTINGS = readAssets(join(import.meta.dirname, 'assets'));
