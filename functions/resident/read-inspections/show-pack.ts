import type { Services } from '../../../adapters/services.js';
import type { InspectionPack } from '../../../domain/inspections/inspection-pack.js';
import type { Town } from '../../../domain/town/schema.js';
import { Problem } from '../../http/problem.js';
import type { inspectionPackRoute } from '../../../contracts/resident/inspections.js';
import type { CallOf } from '../../http/route-handler.js';

/** A pack never changes once it is made. */
const CACHED = { 'cache-control': 'public, max-age=3600' };

const moment = (at: number): string => new Date(at).toISOString();

/** `GET /inspections/monthly/{date}/packs/{grid}`. */
export async function showPack(
  { packs }: Services<{ packs: 'find' }>,
  town: Town,
  call: CallOf<typeof inspectionPackRoute>,
) {
  const { date, grid: number } = call.params;
  const grid = town.grids.find((one) => String(one.number) === number);
  const pack = grid && (await packs.find(town.settings.id, date, grid.number));
  if (!pack) throw new Problem('not-found');
  const { minutesPerText, minutesPerAsk } = town.inspections.effort;
  const { period, ledger, effort, ...same } = pack;
  return call.answer(
    200,
    {
      ...same,
      name: grid?.name,
      from: moment(period.from),
      to: moment(period.to),
      ledger: ledger.map(lineView),
      effort: { ...effort, minutesPerText, minutesPerAsk },
    },
    CACHED,
  );
}

function lineView({ receivedAt, handledAt, dueAt, closedAt, ...line }: InspectionPack['ledger'][number]) {
  return {
    ...line,
    receivedAt: moment(receivedAt),
    ...(handledAt === undefined ? {} : { handledAt: moment(handledAt) }),
    ...(dueAt === undefined ? {} : { dueAt: moment(dueAt) }),
    ...(closedAt === undefined ? {} : { closedAt: moment(closedAt) }),
  };
}
