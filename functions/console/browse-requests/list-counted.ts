import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import type { boardRoute } from '../../../contracts/console/board.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import type { RequestFacts } from '../../../domain/request/facts.js';
import { isWithin } from '../../../domain/statistics/count-figures.js';
import { timesCounted } from '../../../domain/statistics/counted-requests.js';
import type { RequestFigure } from '../../../domain/statistics/figures.js';
import type { Town } from '../../../domain/town/schema.js';
import type { CallOf } from '../../http/route-handler.js';
import { NOWHERE, periodOf, requestsIn } from '../../use-cases/happenings.js';
import { readCursor, writeCursor } from '../cursor.js';
import { isAbout } from '../is-about.js';
import { requestRow } from './request-row.js';

type Call = CallOf<typeof boardRoute>;
type Effects = Services<{
  towns: 'read';
  history: 'read' | 'readRequests';
  items: 'requestAndTown';
  requests: 'readTogether';
}>;

const placeSchema = z.object({ after: z.number().int().min(0).max(100_000) });

interface Counted {
  readonly facts: RequestFacts;
  /** Each time it counts, whether of the part. */
  readonly times: readonly boolean[];
}

/** `GET /admin/requests?counted=`: the requests behind a figure of the statistics, by its own rule; newest first. */
export async function listCounted(services: Effects, figure: RequestFigure, call: Call) {
  const query = call.query();
  const { after } = readCursor(query.cursor, placeSchema, call) ?? { after: 0 };
  const { town } = await services.towns.load(call.user.town);
  const { settings } = town;
  const today = localDate(call.at, settings.timeZone);
  const { from = today, to = today } = query;
  const period = periodOf({ from, to }, town, call.at);
  const found = await requestsIn(services, settings, gridsOf(town, query), period);
  const all = found
    .map((facts): Counted => ({ facts, times: timesMeant(figure, facts, isWithin(period), query.part) }))
    .filter(({ facts, times }) => times.length > 0 && !isAbout(call, facts))
    .toSorted((a, b) => b.facts.createdAt - a.facts.createdAt || a.facts.id.localeCompare(b.facts.id));
  const rows = all.slice(after, after + query.limit);
  const next = after + query.limit;
  return call.answer(200, {
    items: await rowsOf(services, town, rows, call.at),
    ...(next < all.length ? { cursor: writeCursor({ after: next }) } : {}),
    counted: countOf(all),
  });
}

function timesMeant(
  figure: RequestFigure,
  facts: RequestFacts,
  within: ReturnType<typeof isWithin>,
  part: 'yes' | 'no' | undefined,
): readonly boolean[] {
  const times = timesCounted(figure, facts, within);
  return part === undefined ? times : times.filter((isPart) => isPart === (part === 'yes'));
}

function countOf(all: readonly Counted[]) {
  const times = all.flatMap((one) => one.times);
  return { requests: all.length, part: times.filter((isPart) => isPart).length, of: times.length };
}

/** The grids that the statistics count at a place; a grid that the town no longer has lies in none. */
function gridsOf({ grids }: Town, { village, grid }: ReturnType<Call['query']>): number[] {
  if (grid !== undefined) return [grid];
  if (village === 'none') return [NOWHERE];
  const own = grids.filter((one) => village === undefined || one.village === village);
  return [...(village === undefined ? [NOWHERE] : []), ...own.map(({ number }) => number)];
}

/** How far each has come stands in its record; facts do not say it. */
async function rowsOf({ items, requests }: Effects, town: Town, rows: readonly Counted[], at: number) {
  if (rows.length === 0) return [];
  const { id: townId } = town.settings;
  const records = await items.read(
    Object.fromEntries(rows.map(({ facts }) => [facts.id, requests.reading(townId, facts.id)])),
  );
  return rows.flatMap(({ facts }) => {
    const record = records[facts.id];
    return record ? [requestRow(facts, record.status, town, at)] : [];
  });
}
