import { addDays } from '../calendar/plain-dates.js';
import type { Leave } from '../town/schema.js';

/** The result of ending a leave: it never was, or it is kept up to the day before. */
export type EndedLeave =
  | { readonly kind: 'gone' | 'over' }
  | { readonly kind: 'shortened'; readonly leave: Leave };

/**
 * Whoever is back on `today` (YYYY-MM-DD) was away until the day before. A leave that has not begun, or began today, is
 * as if it had never been asked for; one that is over stays, for it explains who was asked then.
 */
export function endLeave(leave: Leave, today: string): EndedLeave {
  if (leave.to < today) return { kind: 'over' };
  if (leave.from >= today) return { kind: 'gone' };
  return { kind: 'shortened', leave: { ...leave, to: addDays(today, -1) } };
}
