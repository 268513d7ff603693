import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { instantAt, localDate } from '../../../domain/calendar/local-time.js';
import { cardDue, cardsDue } from '../../../domain/cards/card-due.js';
import { cardReport } from '../../../domain/cards/card-report.js';
import { isLongSilent } from '../../../domain/request/long-silence.js';
import { factsOf, type RequestFacts } from '../../../domain/request/facts.js';
import type { Town } from '../../../domain/town/schema.js';
import { requestsOpenSince } from '../requests-open-since.js';
import { tellDutyDesk } from '../../use-cases/text-staff.js';
import { roundPayload } from '../workflow-payload.js';
import type { FUNCTION } from './function.js';
import { tellWaiting } from './tell-waiting.js';
import { giveCard } from './give-card.js';
import { openCauses } from './open-causes.js';
import { openReviews } from './open-reviews.js';

const cardsPayload = roundPayload.extend({ action: z.enum(['give', 'attention']) });

type Effects = Services<typeof FUNCTION>;

/** Cards given in one go: each takes about five calls, and a function has thirty seconds. */
const AT_ONCE = 40;

/** Where the workflow goes: more cards, the end, or, where something failed for good, on until the day is over. */
interface Next {
  readonly to: 'more' | 'given' | 'again' | 'given-up';
}

/** The steps of a day's cards. A card is marked on its request last, so that none is lost and none given twice. */
export const createGiveCards =
  (services: Effects, machine: string) =>
  async (event: unknown): Promise<Next> => {
    const { town: id, date, at, action } = cardsPayload.parse(event);
    const { town } = await services.towns.load(id);
    switch (action) {
      case 'give':
        return { to: (await give(services, machine, { town, date, at })) ? 'more' : 'given' };
      case 'attention': {
        const round = { kind: 'deadline-cards', date };
        await tellDutyDesk(services, town, { text: 'told-cards-stuck', round, at });
        return { to: localDate(at, town.settings.timeZone) === date ? 'again' : 'given-up' };
      }
    }
  };

interface Giving {
  readonly town: Town;
  readonly date: string;
  readonly at: number;
}

/**
 * Gives the next cards; says whether more are left. After the last, reviews and causes begin, and the report is kept.
 */
async function give(services: Effects, machine: string, { town, date, at }: Giving): Promise<boolean> {
  const { settings } = town;
  const since = instantAt(date, '00:00', settings.timeZone);
  const requests = await requestsOpenSince(services, town, { since, at });
  const given = new Map<string, RequestFacts>();
  for (const candidate of cardsDue(requests, settings, date)) {
    if (given.size === AT_ONCE) return true;
    const record = await services.requests.load(settings.id, candidate.request.id);
    // The index may be a moment behind the record, and a person may have acted in that moment.
    const due = cardDue(factsOf(record), settings, date);
    if (due) given.set(record.id, await giveCard(services, machine, { town, due, record, at }));
  }
  const silent = requests.filter((request) => isLongSilent(request, settings, at));
  await tellWaiting(services, silent.slice(0, AT_ONCE), { town, date, at });
  if (silent.length > AT_ONCE) return true;
  const report = cardReport(
    requests.map((request) => given.get(request.id) ?? request),
    settings,
    date,
  );
  await openReviews(services, machine, { town, date, at });
  await openCauses(services, machine, { town, at });
  await services.rounds.save({ town: settings.id, kind: 'deadline-cards', date, version: 0, report });
  return false;
}
