import {
  boardRoute,
  exportRequestsRoute,
  requestRoute,
  personRoute,
  answerAsDeskRoute,
} from '../../../contracts/console/requests.js';
import { callDepartmentsRoute } from '../../../contracts/console/departments.js';
import { noteCallRoute } from '../../../contracts/console/calls.js';

/** Requests, for who runs the town. */
export const ROUTES = {
  board: boardRoute,
  export: exportRequestsRoute,
  request: requestRoute,
  person: personRoute,
  answer: answerAsDeskRoute,
  noteCall: noteCallRoute,
  callDepartments: callDepartmentsRoute,
};
