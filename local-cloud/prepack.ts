import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.js';

const FOLDER = join(import.meta.dirname, 'dist');

await rm(FOLDER, { recursive: true, force: true });
await bundle(FOLDER);
