import { signOutRoute, workRoute, takeLeaveRoute, endLeaveRoute } from '../../../contracts/staff/work.js';
import { correctOwnRoute, remarkOwnRoute } from '../../../contracts/staff/correcting.js';
import { page } from '../../../contracts/route.js';

/** The page on which staff sign in, and what who signed in has to do. */
export const ROUTES = {
  page: page('GET', '/staff'),
  signOut: signOutRoute,
  work: workRoute,
  correct: correctOwnRoute,
  remark: remarkOwnRoute,
  takeLeave: takeLeaveRoute,
  endLeave: endLeaveRoute,
};
