import { errorName, log } from '../../../adapters/log.js';
import type { Services } from '../../../adapters/services.js';
import { localDate, localTime } from '../../../domain/calendar/local-time.js';
import { addDays } from '../../../domain/calendar/plain-dates.js';
import { lasts, monthsToLookThrough, overBefore } from '../../../domain/personal-data/retention.js';
import type { Town } from '../../../domain/town/schema.js';
import { eraseRequest, type Erasing } from '../../use-cases/erase-request.js';

type Effects = Erasing & Services<{ towns: 'read' }>;

/** When it runs in the night of a town, by the hour; what one run leaves the next takes up. */
const NIGHT: ReadonlySet<string> = new Set(['02', '03', '04', '05']);
/** Requests that one run erases in a town: well within the function's time. */
const AT_A_TIME = 100;
const DAY = 86_400_000;
/** Days of visits, receptions and access records that each night's first run checks, should one have failed. */
const DAYS = 7;

/** Erases what a town keeps no longer, in its nights, a piece a run. */
export async function eraseOver(services: Effects, id: string, at: number): Promise<void> {
  const { timeZone } = await services.towns.settings(id);
  const hour = localTime(at, timeZone).slice(0, 2);
  if (!NIGHT.has(hour)) return;
  const { town } = await services.towns.load(id);
  await eraseRequests(services, town, at);
  if (hour === '02') await eraseWords(services, town, at);
}

async function eraseRequests(services: Effects, town: Town, at: number): Promise<void> {
  const { id, retention } = town.settings;
  const before = overBefore(retention.requests, at);
  const months = monthsToLookThrough(before, Math.floor(at / DAY));
  const over = await services.erasures.closedBefore(id, before, months, AT_A_TIME);
  let erased = 0;
  for (const request of over) {
    try {
      if ((await eraseRequest(services, town, request, { at, asked: false })) === 'erased') erased += 1;
    } catch (error) {
      log('error', 'request not erased', { town: id, request, error: errorName(error) });
    }
  }
  if (over.length > 0) log('info', 'requests erased', { town: id, over: over.length, erased });
}

/** Erases the notes on visits and at receptions, and the trail of who looked at what. */
async function eraseWords({ erased }: Effects, town: Town, at: number): Promise<void> {
  const { id, retention, timeZone } = town.settings;
  const grids = [0, ...town.grids.map(({ number }) => number)];
  const span = (to: number) => ({ from: to - DAYS * DAY, to });
  for (const grid of grids) {
    await erased.wordsOf(id, 'visit', grid, span(overBefore(retention.visits, at)));
    await erased.wordsOf(id, 'reception', grid, span(overBefore(retention.receptions, at)));
  }
  const last = localDate(at - lasts(retention.accessRecords) - DAY, timeZone);
  for (let back = 0; back < DAYS; back += 1) await erased.trailOf(id, addDays(last, -back));
}
