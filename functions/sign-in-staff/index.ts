import { records, texting } from '../../adapters/services.js';
import { createSignInStaff } from './handler.js';

export const handler = createSignInStaff({ ...records(), ...texting() });
