import type { TownSettings } from '../town/schema.js';
import type { PlannedAsk } from './planned-ask.js';

type Asked = Pick<PlannedAsk, 'again'>;
type Settings = Pick<TownSettings, 'limits'>;

/** Whether texts of their own have reminded somebody of this as often as the town allows. */
export const isRemindedEnough = ({ again = 0 }: Asked, { limits }: Settings): boolean =>
  again >= limits.reminders;

/** Whether it only stands in the day's summary of whoever is asked. */
export const isInSummary = ({ again = 0 }: Asked, { limits }: Settings): boolean => again > limits.reminders;

/** How often the last rung has been asked again when it is now, this ask having passed; nothing below it. */
export const againAfter = ({ to, again = 0 }: Pick<PlannedAsk, 'to' | 'again'>): number | undefined =>
  to.who === 'staff' && to.last ? again + 1 : undefined;
