import type { Town } from '../../domain/town/schema.js';

/** How a page of the town writes moments and sums of money. */
export const mannerOf = ({ settings: { timeZone, currency } }: Pick<Town, 'settings'>) => ({
  timeZone,
  currency,
});
