import {
  boardRoute,
  exportRequestsRoute,
  exportRecordsRoute,
  searchRoute,
  standingRoute,
} from '../../../contracts/console/board.js';
import {
  requestRoute,
  personRoute,
  answerAsDeskRoute,
  urgeRoute,
} from '../../../contracts/console/requests.js';
import {
  publishPhotosRoute,
  requestPhotoRoute,
  takeOffPhotosRoute,
} from '../../../contracts/console/request-photos.js';
import { correctRoute, remarkRoute } from '../../../contracts/console/corrections.js';
import { callDepartmentsRoute } from '../../../contracts/console/departments.js';
import { adminPointsRoute } from '../../../contracts/resident/map.js';
import { monthlyReportRoute } from '../../../contracts/console/report.js';
import { noteCallRoute } from '../../../contracts/console/calls.js';

/** Requests, for who runs the town. */
export const ROUTES = {
  board: boardRoute,
  export: exportRequestsRoute,
  records: exportRecordsRoute,
  request: requestRoute,
  person: personRoute,
  answer: answerAsDeskRoute,
  noteCall: noteCallRoute,
  points: adminPointsRoute,
  correct: correctRoute,
  remark: remarkRoute,
  callDepartments: callDepartmentsRoute,
  standing: standingRoute,
  search: searchRoute,
  urge: urgeRoute,
  photo: requestPhotoRoute,
  publishPhotos: publishPhotosRoute,
  takeOffPhotos: takeOffPhotosRoute,
  report: monthlyReportRoute,
};
