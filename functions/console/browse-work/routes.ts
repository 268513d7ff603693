import {
  roundsRoute,
  roundRoute,
  callSheetRoute,
  findingsRoute,
  tasksRoute,
  taskRoute,
} from '../../../contracts/console/work.js';

/** What runs by itself, and what the staff are asked outside requests. */
export const ROUTES = {
  rounds: roundsRoute,
  round: roundRoute,
  calls: callSheetRoute,
  findings: findingsRoute,
  tasks: tasksRoute,
  task: taskRoute,
};
