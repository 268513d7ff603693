import type { Services } from '../../../adapters/services.js';
import type { FUNCTION } from './function.js';
import { listRounds } from './list-rounds.js';
import { listTasks } from './list-tasks.js';
import { ROUTES } from './routes.js';
import { showCalls } from './show-calls.js';
import { showFindings } from './show-findings.js';
import { showRound } from './show-round.js';
import { showTask } from './show-task.js';
import { routeHandler } from '../../http/route-handler.js';

/** The runs of the recurring systems, and what the staff are asked outside requests, for who runs the town. */
export const createBrowseWork = (services: Services<typeof FUNCTION>) =>
  routeHandler('browse-work', ROUTES, {
    rounds: (call) => listRounds(services, call),
    round: (call) => showRound(services, call),
    calls: (call) => showCalls(services, call),
    findings: (call) => showFindings(services, call),
    tasks: (call) => listTasks(services, call),
    task: (call) => showTask(services, call),
  });
