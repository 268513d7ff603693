import {
  boardRoute,
  exportRequestsRoute,
  exportRecordsRoute,
  requestRoute,
  personRoute,
  answerAsDeskRoute,
  publishPhotosRoute,
  requestPhotoRoute,
  searchRoute,
  standingRoute,
  takeOffPhotosRoute,
  urgeRoute,
} from '../../../contracts/console/requests.js';
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
