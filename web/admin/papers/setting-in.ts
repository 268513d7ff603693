import type { PageContext } from '../page/page-context.js';
import type { Setting } from './setting.js';

/** Where and when a paper is made: now, in the town and the language of the page. */
export const settingIn = ({ language, me: { town }, now }: PageContext): Setting => ({
  language,
  town: {
    id: town.id,
    name: town.name[language],
    timeZone: town.timeZone,
    currency: town.currency,
    number: town.number,
  },
  now: now(),
});
