import { records, texting } from '../../../adapters/services.js';
import { createTextSignInCode } from './handler.js';

export const handler = createTextSignInCode({ ...records(), ...texting() });
