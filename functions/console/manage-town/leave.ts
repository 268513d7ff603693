import { isSameLeave } from '../../../domain/posts/leave.js';
import { leaveRefusal } from '../../../domain/posts/leave-refusal.js';
import type { Leave, Town } from '../../../domain/town/schema.js';
import { audit } from '../audit.js';
import { Problem } from '../../http/problem.js';
import type { leaveRoute, addLeaveRoute, removeLeaveRoute } from '../../../contracts/console/town.js';
import { handOver } from '../../use-cases/hand-over.js';
import type { Managing } from './managing.js';
import type { CallOf } from '../../http/route-handler.js';

/** `GET /admin/town/leave`: what stands in the files, and what was texted or added since. */
export const showLeave =
  ({ towns }: Managing) =>
  async (call: CallOf<typeof leaveRoute>) => {
    const { town, stored } = await towns.open(call.user.town);
    const names = new Map(town.staff.map(({ id, name }) => [id, name]));
    return call.answer(200, {
      items: town.leave.map((leave) => ({
        ...leave,
        name: names.get(leave.staff) ?? leave.staff,
        imported: stored.leave.some((known) => isSameLeave(known, leave)),
      })),
    });
  };

/** `POST /admin/town/leave`: refused where both who stand in for each other would be away, as by text. */
export const addLeave = (services: Managing) => async (call: CallOf<typeof addLeaveRoute>) => {
  const leave = call.body();
  const { town } = await services.towns.load(call.user.town);
  const refusal = refusalOf(town, leave);
  if (refusal) {
    const { field, words } = refusal;
    throw new Problem('invalid-body', [{ field: `/${field}`, message: words[call.language] }]);
  }
  await audit(services, call, {
    action: 'leave.added',
    subject: leave.staff,
    detail: `${leave.from}/${leave.to}`,
  });
  await services.towns.addLeave(call.user.town, leave);
  await handOver(services, call.user.town, call.at);
  return call.answer(201, leave);
};

function refusalOf(town: Town, leave: Leave) {
  return town.staff.some(({ id }) => id === leave.staff)
    ? leaveRefusal(town, leave)
    : { field: 'staff', words: { 'zh-CN': '没有这个人', en: 'is nobody of the staff' } };
}

/** `DELETE /admin/town/leave/{staff}/{from}`: what was texted or added; leave of the files is changed there. */
export const removeLeave = (services: Managing) => async (call: CallOf<typeof removeLeaveRoute>) => {
  const { staff, from } = call.params;
  const { town, stored } = await services.towns.open(call.user.town);
  const leave = town.leave.find((one) => one.staff === staff && one.from === from);
  if (!leave) throw new Problem('not-found');
  if (stored.leave.some((known) => isSameLeave(known, leave))) throw new Problem('leave-imported');
  await audit(services, call, {
    action: 'leave.removed',
    subject: leave.staff,
    detail: `${leave.from}/${leave.to}`,
  });
  if (!(await services.towns.removeLeave(call.user.town, leave))) throw new Problem('not-found');
  await handOver(services, call.user.town, call.at);
  return call.answer(200, leave);
};
