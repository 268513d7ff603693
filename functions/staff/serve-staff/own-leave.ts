import type * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { endLeave } from '../../../domain/posts/end-leave.js';
import { leaveRefusal } from '../../../domain/posts/leave-refusal.js';
import { isSameLeave } from '../../../domain/posts/leave.js';
import { type HttpCall, json } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { readBody } from '../../http/read-body.js';
import { type endedLeaveAnswer, type ownLeaveAnswer, ownLeaveBody } from '../../../contracts/staff.js';
import type { StaffSession } from '../../http/staff-session.js';

type Towns = Pick<Services, 'towns'>;

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
export async function takeLeave({ towns }: Towns, { town, staff }: StaffSession, call: HttpCall) {
  const dates = readBody(call, ownLeaveBody);
  const leave = { staff: staff.id, ...dates };
  const today = localDate(call.at, town.settings.timeZone);
  const refusal = dates.to < today ? PAST : leaveRefusal(town, leave);
  if (refusal) {
    const { field, words } = refusal;
    throw new Problem('invalid-body', [{ field: `/${field}`, message: words[call.language] }]);
  }
  await towns.addLeave(town.settings.id, leave);
  const answer: z.input<typeof ownLeaveAnswer> = { ...dates, imported: false };
  return json(201, answer);
}

/** `DELETE /staff/leave/{from}`: back today; the days before are kept. */
export async function endOwnLeave({ towns }: Towns, { town, stored, staff }: StaffSession, call: HttpCall) {
  const { id, timeZone } = town.settings;
  const today = localDate(call.at, timeZone);
  const leave = town.leave.find(
    (one) => one.staff === staff.id && one.from === call.event.pathParameters?.['from'] && one.to >= today,
  );
  if (!leave) throw new Problem('not-found');
  if (stored.leave.some((known) => isSameLeave(known, leave))) throw new Problem('leave-imported');
  const ended = endLeave(leave, today);
  // First what stays: ended twice, or cut short in between, nobody is away longer than they said.
  if (ended.kind === 'shortened') await towns.addLeave(id, ended.leave);
  await towns.removeLeave(id, leave);
  const answer: z.input<typeof endedLeaveAnswer> =
    ended.kind === 'shortened' ? { leave: { from: ended.leave.from, to: ended.leave.to } } : {};
  return json(200, answer);
}
