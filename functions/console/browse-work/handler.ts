import type { Services } from '../../../adapters/services.js';
import { consoleHandler } from '../console-routes.js';
import { listRounds } from './list-rounds.js';
import { listTasks } from './list-tasks.js';
import { WORK_ROUTES } from './routes.js';
import { showRound } from './show-round.js';
import { showTask } from './show-task.js';

/** The runs of the recurring systems, and what the staff are asked outside requests, for who runs the town. */
export const createBrowseWork = (services: Pick<Services, 'towns' | 'rounds' | 'tasks' | 'audits'>) =>
  consoleHandler('browse-work', WORK_ROUTES, {
    'GET /admin/rounds': (call) => listRounds(services, call),
    'GET /admin/rounds/{kind}/{date}': (call) => showRound(services, call),
    'GET /admin/tasks': (call) => listTasks(services, call),
    'GET /admin/tasks/{id}': (call) => showTask(services, call),
  });
