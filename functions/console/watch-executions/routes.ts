import {
  executionsRoute,
  machinesRoute,
  executionRoute,
  historyRoute,
  redriveRoute,
  retryRoute,
  stopRoute,
  waitingRoute,
} from '../../../contracts/console/executions.js';

/** Executions, for who watches them. */
export const ROUTES = {
  executions: executionsRoute,
  machines: machinesRoute,
  execution: executionRoute,
  history: historyRoute,
  redrive: redriveRoute,
  waiting: waitingRoute,
  retry: retryRoute,
  stop: stopRoute,
};
