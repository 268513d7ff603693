import {
  executionsRoute,
  machinesRoute,
  executionRoute,
  historyRoute,
  redriveRoute,
  retryRoute,
  stopRoute,
} from '../../../contracts/console/executions.js';
import { guardedOf } from '../console-routes.js';

/** Executions, for who watches them. */
export const ROUTES = {
  executions: executionsRoute,
  machines: machinesRoute,
  execution: executionRoute,
  history: historyRoute,
  redrive: redriveRoute,
  retry: retryRoute,
  stop: stopRoute,
};

export const EXECUTION_ROUTES = guardedOf(ROUTES);
