import type { Services } from '../../../adapters/services.js';
import { correctInWords, remarkInWords } from '../correct-in-words.js';
import { staffPage } from '../staff-page.js';
import { endStaffSession, NO_SESSION, staffSession } from '../../http/staff-session.js';
import type { FUNCTION } from './function.js';
import { endOwnLeave, takeLeave } from './own-leave.js';
import { ROUTES } from './routes.js';
import { requestBefore } from './own-requests.js';
import { showWork } from './show-work.js';
import { routeHandler } from '../../http/route-handler.js';

export type Effects = Services<typeof FUNCTION>;

/** `/staff`: the page on which staff sign in, and then their asks, their visits and their leave. */
export const createServeStaff = (services: Effects) =>
  routeHandler('serve-staff', ROUTES, {
    page: async ({ language }) => staffPage(language),
    signOut: async (call) => {
      await endStaffSession(services, call);
      return { ...call.answer(200, {}), cookies: [NO_SESSION] };
    },
    work: async (call) => showWork(services, await staffSession(services, call), call),
    correct: async (call) => correctInWords(services, await requestBefore(services, call), call),
    remark: async (call) => remarkInWords(services, await requestBefore(services, call), call),
    takeLeave: async (call) => takeLeave(services, await staffSession(services, call), call),
    endLeave: async (call) => endOwnLeave(services, await staffSession(services, call), call),
  });
