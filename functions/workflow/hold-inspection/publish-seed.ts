import { newSecret } from '../../../adapters/contact.js';
import { localDate, instantAt } from '../../../domain/calendar/local-time.js';
import { candidatesOf, inspectorsOnDuty } from '../../../domain/inspections/candidates.js';
import type { InspectionNext } from '../../../domain/inspections/inspection-step.js';
import { candidateList, type SampleLot } from '../../../domain/inspections/sample-lot.js';
import type { Town } from '../../../domain/town/schema.js';
import { findInspection, lookForInspection, nextOf } from '../../use-cases/find-inspection.js';
import { requestsReceived } from './requests-received.js';
import type { Effects, InspectionPayload } from './handler.js';
import { tellSeed } from './tell-inspection.js';

/**
 * Writes down who can be drawn and the seed, once, and publishes both before anybody is drawn: the report shows the
 * seed and the list's fingerprint, and the leader and the team have them by text. Taken again it changes nothing:
 * nobody draws twice.
 */
export async function publishSeed(
  services: Effects,
  town: Town,
  payload: InspectionPayload,
): Promise<InspectionNext> {
  const { kind, date, startedAt, at } = payload;
  const { id } = town.settings;
  const lot = (await services.lots.find(id, date)) ?? (await writeLot(services, town, payload));
  if (!(await lookForInspection(services, town, payload)))
    await services.rounds.save({ town: id, kind, date, version: 0, report: { startedAt, checks: [] } });
  await tellSeed(services, town, lot, at);
  return nextOf(services, town, await findInspection(services, town, payload), at);
}

async function writeLot(services: Effects, town: Town, { date, at }: InspectionPayload): Promise<SampleLot> {
  const { settings, inspections } = town;
  const period = { from: await periodBegin(services, town, date), to: at };
  const inspectors = inspectorsOnDuty(town, localDate(at, settings.timeZone));
  const requests = await requestsReceived(services, town, { from: period.from, until: period.to });
  const lot = {
    town: settings.id,
    date,
    at,
    seed: newSecret(),
    atLeast: inspections.sample.atLeast,
    period,
    inspectors,
    list: candidateList(candidatesOf(requests, town, { period, inspectors })),
  };
  await services.lots.create(lot);
  // Another try may have been first: its lot is the one that stays.
  return (await services.lots.find(settings.id, date)) ?? lot;
}

/** The end of the last month's period or, where there was none, the first of the month. */
async function periodBegin(services: Effects, { settings }: Town, date: string): Promise<number> {
  const last = await services.lots.before(settings.id, date);
  return last ? last.period.to : instantAt(`${date}-01`, '00:00', settings.timeZone);
}
