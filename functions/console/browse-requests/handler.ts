import type { Services } from '../../../adapters/services.js';
import type { RequestMachines } from '../../../domain/executions/request-executions.js';
import { consoleHandler } from '../console-routes.js';
import { answerAsDesk } from './answer-as-desk.js';
import { exportRequests } from './export-requests.js';
import { listRequests } from './list-requests.js';
import { noteCall } from './note-call.js';
import { REQUEST_ROUTES } from './routes.js';
import { showPerson } from './show-person.js';
import { showRequest } from './show-request.js';

export type BrowseEffects = Pick<
  Services,
  'towns' | 'board' | 'requests' | 'tasks' | 'asks' | 'texts' | 'workflow' | 'audits'
>;

/** The requests of a town, for who runs it: the board, one request whole, the person behind it, the desk's answers and calls, a table. */
export const createBrowseRequests = (services: BrowseEffects, machines: RequestMachines) =>
  consoleHandler('browse-requests', REQUEST_ROUTES, {
    'GET /admin/requests': (call) => listRequests(services, call),
    'GET /admin/requests/export': (call) => exportRequests(services, call),
    'GET /admin/requests/{id}': (call) => showRequest(services, machines, call),
    'GET /admin/requests/{id}/person': (call) => showPerson(services, call),
    'POST /admin/requests/{id}/answers': (call) => answerAsDesk(services, call),
    'POST /admin/requests/{id}/calls': (call) => noteCall(services, call),
  });
