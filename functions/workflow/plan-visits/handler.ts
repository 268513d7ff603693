import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { addDays, mondayOf } from '../../../domain/calendar/plain-dates.js';
import { DomainError } from '../../../domain/domain-error.js';
import type { Town } from '../../../domain/town/schema.js';
import { planRound, visitMemory, visitReportSchema } from '../../../domain/visits/visit-round.js';
import { tellDutyDesk } from '../../use-cases/text-staff.js';
import { roundPayload } from '../workflow-payload.js';
import type { FUNCTION } from './function.js';
import { tellHeads } from './tell-visits.js';

const planPayload = roundPayload.extend({
  action: z.enum(['list', 'tell', 'attention']),
  /** So many grids have been told; a round that began before these were counted tells all of them in one go. */
  after: z.number().int().nonnegative().optional(),
});

/** Grids whose heads are told in one go: two texts each, some ten a second, and a function has thirty seconds. */
const AT_ONCE = 40;

type Effects = Services<typeof FUNCTION>;

/** Where the workflow goes: on with more grids, or, when something failed for good, on until the week is over. */
type Next = { readonly to: 'again' | 'given-up' | 'next' } | { readonly to: 'more'; readonly after: number };

/** The steps of a round of visits: its lists are made once, and each is texted once. */
export const createPlanVisits =
  (services: Effects) =>
  async (event: unknown): Promise<Next> => {
    const { town: id, date, at, action, after } = planPayload.parse(event);
    const { town } = await services.towns.load(id);
    switch (action) {
      case 'list':
        await makeLists(services, town, date, at);
        return { to: 'next' };
      case 'tell': {
        const round = await services.rounds.find(id, 'visit-round', date);
        if (!round) throw new DomainError('RoundUnknown', `no visit round ${date} was made`, { date });
        const report = visitReportSchema.parse(round.report);
        const until = after === undefined ? report.grids.length : after + AT_ONCE;
        const some = { ...report, grids: report.grids.slice(after, until) };
        await tellHeads(services, town, { date, report: some }, at);
        return until < report.grids.length ? { to: 'more', after: until } : { to: 'next' };
      }
      case 'attention':
        await tellDutyDesk(services, town, {
          text: 'told-visits-stuck',
          round: { kind: 'visit-round', date },
          at,
        });
        return { to: isSameWeek(town, date, at) ? 'again' : 'given-up' };
    }
  };

const isSameWeek = (town: Town, date: string, at: number): boolean =>
  localDate(at, town.settings.timeZone) < addDays(mondayOf(date), 7);

/** A round that has its lists keeps them: they may have been texted. */
async function makeLists(
  services: Services<{ rounds: 'find' | 'list' | 'save'; history: 'read' }>,
  town: Town,
  date: string,
  at: number,
): Promise<void> {
  const { settings, grids } = town;
  const { history, rounds } = services;
  if (await rounds.find(settings.id, 'visit-round', date)) return;
  const [last, visits] = await Promise.all([
    rounds.latest(settings.id, 'visit-round'),
    history.ofTown(
      settings.id,
      grids.map(({ number }) => number),
      'visit',
      { from: at - visitMemory(settings), to: at + 1 },
    ),
  ]);
  const before = last && { date: last.date, report: visitReportSchema.parse(last.report) };
  const report = planRound(town, { date, visits, before });
  await rounds.save({ town: settings.id, kind: 'visit-round', date, version: 0, report });
}
