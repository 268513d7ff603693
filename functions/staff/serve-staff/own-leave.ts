import type * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { endLeave } from '../../../domain/posts/end-leave.js';
import { leaveRefusal } from '../../../domain/posts/leave-refusal.js';
import { isSameLeave } from '../../../domain/posts/leave.js';
import { Problem } from '../../http/problem.js';
import type { ownLeaveAnswer, takeLeaveRoute, endLeaveRoute } from '../../../contracts/staff/work.js';
import { handOver, type HandingOver } from '../../use-cases/hand-over.js';
import type { StaffSession } from '../../http/staff-session.js';
import type { CallOf } from '../../http/route-handler.js';

type Effects = HandingOver & Services<{ towns: 'recordLeave' }>;

/** Leave of whoever signed in that is not over, the first to begin first. */
export function ownLeave(
  { town, stored, staff }: StaffSession,
  at: number,
): z.input<typeof ownLeaveAnswer>[] {
  const today = localDate(at, town.settings.timeZone);
  return town.leave
    .filter((leave) => leave.staff === staff.id && leave.to >= today)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map(({ from, to }) => ({
      from,
      to,
      imported: stored.leave.some((known) => isSameLeave(known, { staff: staff.id, from, to })),
    }));
}

const PAST = { field: 'to', words: { 'zh-CN': '日期已过', en: 'is over already' } } as const;

/** `POST /staff/leave`: the same as by text, and refused as there where nobody would stand in. */
export async function takeLeave(
  services: Effects,
  { town, staff }: StaffSession,
  call: CallOf<typeof takeLeaveRoute>,
) {
  const dates = call.body();
  const leave = { staff: staff.id, ...dates };
  const today = localDate(call.at, town.settings.timeZone);
  const refusal = dates.to < today ? PAST : leaveRefusal(town, leave);
  if (refusal) {
    const { field, words } = refusal;
    throw new Problem('invalid-body', [{ field: `/${field}`, message: words[call.language] }]);
  }
  await services.towns.addLeave(town.settings.id, leave);
  await handOver(services, town.settings.id, call.at);
  return call.answer(201, { ...dates, imported: false });
}

/** `DELETE /staff/leave/{from}`: back today; the days before are kept. */
export async function endOwnLeave(
  services: Effects,
  { town, stored, staff }: StaffSession,
  call: CallOf<typeof endLeaveRoute>,
) {
  const { id, timeZone } = town.settings;
  const today = localDate(call.at, timeZone);
  const leave = town.leave.find(
    (one) => one.staff === staff.id && one.from === call.params.from && one.to >= today,
  );
  if (!leave) throw new Problem('not-found');
  if (stored.leave.some((known) => isSameLeave(known, leave))) throw new Problem('leave-imported');
  const ended = endLeave(leave, today);
  // First what stays: ended twice, or cut short in between, nobody is away longer than they said.
  if (ended.kind === 'shortened') await services.towns.addLeave(id, ended.leave);
  await services.towns.removeLeave(id, leave);
  await handOver(services, id, call.at);
  return call.answer(
    200,
    ended.kind === 'shortened' ? { leave: { from: ended.leave.from, to: ended.leave.to } } : {},
  );
}
