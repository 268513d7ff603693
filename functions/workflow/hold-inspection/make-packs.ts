import { DomainError } from '../../../domain/domain-error.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { inspectionPacks, type PackSources } from '../../../domain/inspections/inspection-pack.js';
import {
  type InspectionCheck,
  inspectionReportSchema,
} from '../../../domain/inspections/inspection-report.js';
import type { InspectionNext } from '../../../domain/inspections/inspection-step.js';
import type { SampleLot } from '../../../domain/inspections/sample-lot.js';
import type { Happenings } from '../../../domain/statistics/count-figures.js';
import type { Town } from '../../../domain/town/schema.js';
import { requestsReceived } from './requests-received.js';
import type { Effects, InspectionPayload } from './handler.js';

/** Grids whose packs are made in one go: some fifteen calls each. */
const GRIDS = 40;
/** Writes and reads side by side. */
const AT_ONCE = 10;
/** Weekly inspections looked at: more than a period between two monthly ones has. */
const WEEKS = 8;

/** Makes each grid's pack for the inspection of the month, so many a call. One that was made stays as it was. */
export async function makePacks(
  services: Effects,
  whole: Town,
  { date, after }: InspectionPayload,
): Promise<InspectionNext> {
  const { town, last } = someGrids(whole, after);
  const lot = await services.lots.find(town.settings.id, date);
  if (!lot) throw new DomainError('LotUnknown', `no seed was published for ${date}`, { date });
  const { period } = lot;
  const [happenings, checks, efforts] = await Promise.all([
    happeningsOf(services, town, period),
    weeklyChecks(services, town, period),
    effortsOf(services, town, period),
  ]);
  const packs = inspectionPacks(town, { date, period, happenings, checks, efforts });
  await sideBySide(packs, (pack) => services.packs.create(pack));
  return last === undefined ? { to: 'draw' } : { to: 'pack', after: last };
}

/** The town with the next of its grids, by number, and the last of these where there are more. */
function someGrids(town: Town, after: number | undefined): { town: Town; last: number | undefined } {
  if (after === undefined) return { town, last: undefined };
  const left = town.grids.filter(({ number }) => number > after).toSorted((a, b) => a.number - b.number);
  const grids = left.slice(0, GRIDS);
  return {
    town: { ...town, grids },
    last: grids.length < left.length ? grids.at(-1)?.number : undefined,
  };
}

async function happeningsOf(services: Effects, town: Town, period: SampleLot['period']): Promise<Happenings> {
  const { settings, grids } = town;
  const numbers = grids.map(({ number }) => number);
  const [requests, visits, receptions] = await Promise.all([
    requestsReceived(services, town, { from: period.from, until: period.to }),
    services.history.ofTown(settings.id, numbers, 'visit', period),
    services.history.ofTown(settings.id, numbers, 'reception', period),
  ]);
  return { requests, visits, receptions, causes: [] };
}

async function weeklyChecks(
  { rounds }: Effects,
  { settings }: Town,
  { from, to }: SampleLot['period'],
): Promise<InspectionCheck[]> {
  const held = await rounds.newest(settings.id, 'weekly-inspection', WEEKS);
  return held
    .map(({ report }) => inspectionReportSchema.parse(report))
    .filter(({ startedAt, publishedAt }) => publishedAt !== undefined && startedAt >= from && startedAt < to)
    .flatMap(({ checks }) => checks);
}

/** What everybody who serves a grid was texted and asked. Texts are counted by the day. */
async function effortsOf(
  { efforts }: Effects,
  { settings, grids, staff }: Town,
  period: SampleLot['period'],
): Promise<PackSources['efforts']> {
  const cadres = new Set(grids.flatMap(({ posts }) => Object.values(posts)));
  const days = {
    from: localDate(period.from, settings.timeZone),
    to: localDate(period.to, settings.timeZone),
  };
  const found = new Map<string, { texts: number; asks: number }>();
  await sideBySide(
    staff.filter(({ id }) => cadres.has(id)),
    async ({ id, phone }) => {
      const texts = await efforts.textsTo(settings.id, phone, days);
      found.set(id, { texts, asks: await efforts.asksPutTo(settings.id, id, period) });
    },
  );
  return found;
}

async function sideBySide<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await act(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
