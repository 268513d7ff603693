import type { FurtherContact, LastLine } from '../../domain/town/emergency-schema.js';
import type { TownSettings } from '../../domain/town/schema.js';

const both = (text: string) => ({ 'zh-CN': text, en: text });

export const contact = (id: string, phone: string, more: Partial<FurtherContact> = {}): FurtherContact => ({
  id,
  name: both(id),
  phone,
  ...more,
});

/** Called up after one silence; two more texts, then a reminder every half hour for twelve hours. All numbers are invented. */
export const lastLine = (changes: Partial<LastLine> = {}): LastLine => ({
  after: 1,
  askedMore: 2,
  remindEvery: { minutes: 30 },
  remindFor: { hours: 12 },
  remindLater: { days: 1 },
  contacts: [
    contact('gas-night', '0543-5550119', { dangers: ['gas'] }),
    contact('next-town', '0543-5550201'),
  ],
  ...changes,
});

export const emergencies = (changes: Partial<LastLine> = {}): NonNullable<TownSettings['emergencies']> => ({
  onSiteWithin: { minutes: 30 },
  reviewedBy: 'town-leader',
  lastLine: lastLine(changes),
});
