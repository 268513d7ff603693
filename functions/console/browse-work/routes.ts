import { roundsRoute, roundRoute, tasksRoute, taskRoute } from '../../../contracts/console/work.js';
import { guardedOf } from '../console-routes.js';

/** What runs by itself, and what the staff are asked outside requests. */
export const ROUTES = {
  rounds: roundsRoute,
  round: roundRoute,
  tasks: tasksRoute,
  task: taskRoute,
};

export const WORK_ROUTES = guardedOf(ROUTES);
