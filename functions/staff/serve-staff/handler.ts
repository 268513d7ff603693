import type { Services } from '../../../adapters/services.js';
import { type HttpCall, httpHandler, json } from '../../http/http-handler.js';
import { staffPage } from '../staff-page.js';
import { Problem } from '../../http/problem.js';
import { endStaffSession, NO_SESSION, staffSession } from '../../http/staff-session.js';
import { endOwnLeave, takeLeave } from './own-leave.js';
import { showWork } from './show-work.js';

export type Effects = Pick<
  Services,
  'towns' | 'linkKeys' | 'staffSessions' | 'asks' | 'requests' | 'tasks' | 'rounds' | 'history'
>;

/** `/staff`: the page on which staff sign in, and for who signed in what they are asked, their visits and their leave. */
export const createServeStaff = (services: Effects) =>
  httpHandler('serve-staff', (call) => answer(services, call));

async function answer(services: Effects, call: HttpCall) {
  switch (call.event.routeKey) {
    case 'GET /staff':
      return staffPage(call.language);
    case 'DELETE /staff/sessions':
      await endStaffSession(services, call);
      return { ...json(200, {}), cookies: [NO_SESSION] };
    case 'GET /staff/work':
      return showWork(services, await staffSession(services, call), call);
    case 'POST /staff/leave':
      return takeLeave(services, await staffSession(services, call), call);
    case 'DELETE /staff/leave/{from}':
      return endOwnLeave(services, await staffSession(services, call), call);
    default:
      throw new Problem('not-found');
  }
}
