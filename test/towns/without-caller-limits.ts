import type { Town } from '../../domain/town/schema.js';

/** A town in which one address and one number may stand for everybody. */
export function withoutCallerLimits(town: Town): Town {
  const most = { hour: 1_000_000, day: 1_000_000 };
  const limits = { address: most, phone: most };
  const callers = { ...town.settings.callers, reports: limits, dangers: limits, codes: most, others: most };
  return { ...town, settings: { ...town.settings, callers } };
}
