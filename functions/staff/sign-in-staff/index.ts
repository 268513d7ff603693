import { records, signInDoor } from '../../../adapters/services.js';
import { createSignInStaff } from './handler.js';

export const handler = createSignInStaff({ ...records(), ...signInDoor() });
