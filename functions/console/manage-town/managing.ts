import type { Services } from '../../../adapters/services.js';

/** What managing a town's data needs: the data, and the trail of who changed it. */
export type Managing = Pick<Services, 'towns' | 'audits'>;
