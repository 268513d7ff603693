import type { Services } from '../../../adapters/services.js';
import type { RequestMachines } from '../../../domain/executions/request-executions.js';
import { answerAsDesk } from './answer-as-desk.js';
import { exportRecords } from './export-records.js';
import { callFromConsole } from './call-from-console.js';
import { exportRequests } from './export-requests.js';
import { correctAsDesk, remarkAsDesk } from './correct-request.js';
import type { FUNCTION } from './function.js';
import { listRequests } from './list-requests.js';
import { noteCall } from './note-call.js';
import { OpenBoard } from './open-board.js';
import { publishPhotos, takeOffPhotos } from './publish-photos.js';
import { ROUTES } from './routes.js';
import { showPerson } from './show-person.js';
import { searchRequests } from './search-requests.js';
import { showPoints } from './show-points.js';
import { showRequest } from './show-request.js';
import { showReport } from './show-report.js';
import { showRequestPhoto } from './show-request-photo.js';
import { showStanding } from './standing.js';
import { urgeFromConsole } from './urge-from-console.js';
import { routeHandler } from '../../http/route-handler.js';

export type BrowseEffects = Services<typeof FUNCTION>;

/** The requests of a town, for who runs it: board, one request, its person, the desk's acts, a table, the month. */
export const createBrowseRequests = (services: BrowseEffects, machines: RequestMachines) => {
  const openBoard = new OpenBoard(services.board);
  return routeHandler('browse-requests', ROUTES, {
    board: (call) => listRequests(services, call),
    export: (call) => exportRequests(services, call),
    records: (call) => exportRecords(services, call),
    request: (call) => showRequest(services, machines, call),
    person: (call) => showPerson(services, call),
    answer: (call) => answerAsDesk(services, call),
    noteCall: (call) => noteCall(services, call),
    points: (call) => showPoints(services, call),
    correct: (call) => correctAsDesk(services, call),
    remark: (call) => remarkAsDesk(services, call),
    callDepartments: (call) => callFromConsole(services, call),
    standing: (call) => showStanding(services, openBoard, call),
    search: (call) => searchRequests(services, call),
    urge: (call) => urgeFromConsole(services, call),
    photo: (call) => showRequestPhoto(services, call),
    publishPhotos: (call) => publishPhotos(services, call),
    takeOffPhotos: (call) => takeOffPhotos(services, call),
    report: (call) => showReport(services, call),
  });
};
