import type { Flip } from './teach.js';

/** In this order a text speaks of a danger. */
const LEVELS = ['none', 'possible', 'danger'];

/** How far a reading is from what is right; a danger that is asked back is half heard. */
const distance = (what: Flip['what'], read: string, right: string): number =>
  what === 'danger' ? Math.abs(LEVELS.indexOf(read) - LEVELS.indexOf(right)) : read === right ? 0 : 1;

/** Whether a text is read better or worse than before, or as wrongly as before in another way. */
export function verdictOf({ what, before, after, right }: Flip): 'better' | 'worse' | 'stillWrong' {
  const gain = distance(what, before, right) - distance(what, after, right);
  return gain > 0 ? 'better' : gain < 0 ? 'worse' : 'stillWrong';
}
