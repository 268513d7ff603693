import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { workingDayAfter } from '../../../domain/deadlines/working-days.js';
import { closeDay, closingTime, dayToClose } from '../../../domain/daily-close/close-day.js';
import { type CloseReport, closeReportSchema } from '../../../domain/daily-close/close-report.js';
import { DomainError } from '../../../domain/domain-error.js';
import type { Town, TownSettings } from '../../../domain/town/schema.js';
import { requestsOpenSince } from '../requests-open-since.js';
import { tellDutyDesk } from '../../use-cases/text-staff.js';
import { roundPayload } from '../workflow-payload.js';
import type { FUNCTION } from './function.js';
import { tellDay } from './tell-day.js';

const closePayload = roundPayload.extend({
  action: z.enum(['close', 'tell', 'attention']),
  /** With `tell`: so many have been told; a close that began before these were counted tells all in one go. */
  after: z.number().int().nonnegative().optional(),
});

type Effects = Services<typeof FUNCTION>;

/** Where the workflow goes: on with more people to tell, or, when something failed for good, on until the next day is to be closed. */
type Next = { readonly to: 'again' | 'given-up' | 'next' } | { readonly to: 'more'; readonly after: number };

/** The steps of the daily close: a day is closed once, and what follows from it is done once. */
export const createCloseDay =
  (services: Effects) =>
  async (event: unknown): Promise<Next> => {
    const { town: id, date, at, action, after } = closePayload.parse(event);
    const { town } = await services.towns.load(id);
    switch (action) {
      case 'close':
        await close(services, town, date, at);
        return { to: 'next' };
      case 'tell': {
        const { report } = (await services.rounds.find(id, 'daily-close', date)) ?? {};
        if (!report) throw new DomainError('RoundUnknown', `the day ${date} was not closed`, { date });
        const told = await tellDay(services, town, { report: closeReportSchema.parse(report), at, after });
        return told === undefined ? { to: 'next' } : { to: 'more', after: told };
      }
      case 'attention': {
        const round = { kind: 'daily-close', date };
        await tellDutyDesk(services, town, { text: 'told-close-stuck', round, at });
        return { to: at < nextClose(town.settings, date) ? 'again' : 'given-up' };
      }
    }
  };

const nextClose = (settings: TownSettings, date: string): number =>
  closingTime(settings, workingDayAfter(date, settings));

/** A day that was closed stays as it was: its report may have been read. */
async function close(
  services: Services<{ rounds: 'find' | 'list' | 'save'; board: 'readOpen' }>,
  town: Town,
  date: string,
  at: number,
): Promise<void> {
  const { settings } = town;
  const { rounds } = services;
  if (await rounds.find(settings.id, 'daily-close', date)) return;
  const day = dayToClose(settings, date, await lastClose(services, town));
  const open = await requestsOpenSince(services, town, { since: day.from, at });
  const named = new Set(town.categories.filter((one) => one.public).map(({ id: category }) => category));
  const report = closeDay(open, day, named);
  await rounds.save({ town: settings.id, kind: 'daily-close', date, version: 0, report });
}

async function lastClose(
  { rounds }: Services<{ rounds: 'list' }>,
  { settings }: Town,
): Promise<CloseReport | undefined> {
  const last = await rounds.latest(settings.id, 'daily-close');
  return closeReportSchema.safeParse(last?.report).data;
}
