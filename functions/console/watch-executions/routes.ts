import {
  executionsRoute,
  machinesRoute,
  executionRoute,
  historyRoute,
  redriveRoute,
  retryRoute,
  stopRoute,
} from '../../../contracts/console/executions.js';

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
