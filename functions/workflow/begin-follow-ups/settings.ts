import { environment } from '../../../adapters/environment.js';

export const SETTINGS = environment('followUpMachine');
