import type { RequestRecord } from './record.js';

/** An emergency is urgent until it is over; whether its resident is content can wait for the morning. */
export const isUrgent = ({ path, status }: Pick<RequestRecord, 'path' | 'status'>): boolean =>
  path === 'emergency' && status !== 'awaiting_confirmation' && status !== 'closed';
