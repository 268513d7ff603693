import * as z from 'zod';

/** How far a request has come, as residents and API clients see it. */
export const statusSchema = z.enum([
  'received',
  'assigned',
  'accepted',
  'coordinating',
  'awaiting_confirmation',
  'closed',
  'withdrawn',
]);
export type Status = z.infer<typeof statusSchema>;
