import { exportTown, importTown } from './import-town.js';
import { addLeave, removeLeave, showLeave } from './leave.js';
import { ROUTES } from './routes.js';
import type { Managing } from './managing.js';
import { showPart, showProgramme, showTown } from './show-town.js';
import { editSections } from './edit-section.js';
import { showSection } from './show-section.js';
import { restoreVersion, showVersion, showVersions } from './versions.js';
import { routeHandler } from '../../http/route-handler.js';

/** `/admin/town...`: the town's data, to be read, changed, and carried in and out as files. */
export const createManageTown = (services: Managing) =>
  routeHandler('manage-town', ROUTES, {
    town: showTown(services),
    part: showPart(services),
    programme: showProgramme(services),
    leave: showLeave(services),
    addLeave: addLeave(services),
    removeLeave: removeLeave(services),
    importTown: importTown(services),
    exportTown: exportTown(services),
    section: showSection(services),
    edit: editSections(services),
    versions: showVersions(services),
    version: showVersion(services),
    restore: restoreVersion(services),
  });
