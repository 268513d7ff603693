import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { readCursor, writeCursor } from '../cursor.js';
import { localDays } from '../local-days.js';
import { Problem } from '../../http/problem.js';
import type { tasksRoute } from '../../../contracts/console/work.js';
import { maySeeTask } from './of-inspections.js';
import { taskRow } from './task-view.js';
import type { CallOf } from '../../http/route-handler.js';

/** Without a first day, closed tasks are looked for over a year. */
const LOOK_BACK_DAYS = 365;

const placeSchema = z.object({
  partition: z.string().regex(/^tasks-(open|closed-\d{4}-\d{2})$/),
  sort: z.string().max(100),
});

/** `GET /admin/tasks`: open ones by what is due first, or closed ones. Those of inspections by right alone. */
export async function listTasks(
  { towns, tasks }: Services<{ tasks: 'list'; towns: 'read' }>,
  call: CallOf<typeof tasksRoute>,
) {
  const { user, at } = call;
  const { state, from, to, limit, cursor, kind, grid, department, request, of } = call.query();
  if (kind !== undefined && !maySeeTask(user, kind)) throw new Problem('forbidden');
  // Whoever has no post in the town is asked nothing.
  if (of === 'me' && user.staff === undefined) return call.answer(200, { items: [] });
  const asked = of === 'me' ? user.staff : undefined;
  const after = readCursor(cursor, placeSchema, call);
  const { town } = await towns.load(user.town);
  const wanted = { filter: { kind, grid, department, request, asked }, after, limit };
  const { rows, next } =
    state === 'open'
      ? await tasks.open(user.town, wanted)
      : await tasks.closed(user.town, localDays({ from, to }, town.settings, at, LOOK_BACK_DAYS), wanted);
  return call.answer(200, {
    items: rows.filter((row) => maySeeTask(user, row.kind)).map((row) => taskRow(row, town)),
    ...(next === undefined ? {} : { cursor: writeCursor(next) }),
  });
}
