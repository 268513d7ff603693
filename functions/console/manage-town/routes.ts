import {
  townRoute,
  townPartRoute,
  programmeRoute,
  leaveRoute,
  addLeaveRoute,
  removeLeaveRoute,
  importRoute,
  exportRoute,
} from '../../../contracts/console/town.js';

import {
  editRoute,
  restoreRoute,
  sectionRoute,
  versionRoute,
  versionsRoute,
} from '../../../contracts/console/editing.js';

/** The town's data. */
export const ROUTES = {
  town: townRoute,
  part: townPartRoute,
  programme: programmeRoute,
  leave: leaveRoute,
  addLeave: addLeaveRoute,
  removeLeave: removeLeaveRoute,
  importTown: importRoute,
  exportTown: exportRoute,
  section: sectionRoute,
  edit: editRoute,
  versions: versionsRoute,
  version: versionRoute,
  restore: restoreRoute,
};
