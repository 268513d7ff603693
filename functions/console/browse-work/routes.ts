import {
  roundsRoute,
  roundRoute,
  callSheetRoute,
  findingsRoute,
  tasksRoute,
  taskRoute,
} from '../../../contracts/console/work.js';

/** Rounds that run by themselves, and the staff's tasks outside requests. */
export const ROUTES = {
  rounds: roundsRoute,
  round: roundRoute,
  calls: callSheetRoute,
  findings: findingsRoute,
  tasks: tasksRoute,
  task: taskRoute,
};
