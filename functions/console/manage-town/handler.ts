import { consoleHandler } from '../console-routes.js';
import { changePosts, changeProgramme, changeStaff } from './change-part.js';
import { exportTown, importTown } from './import-town.js';
import { addLeave, removeLeave, showLeave } from './leave.js';
import { TOWN_ROUTES } from './routes.js';
import type { Managing } from './managing.js';
import { showPart, showProgramme, showTown } from './show-town.js';

/** `/admin/town...`: the town's data, to be read, changed, and carried in and out as files. */
export const createManageTown = (services: Managing) =>
  consoleHandler('manage-town', TOWN_ROUTES, {
    'GET /admin/town': showTown(services),
    'GET /admin/town/{part}': showPart(services),
    'GET /admin/town/programmes/{id}': showProgramme(services),
    'PUT /admin/town/programmes/{id}': changeProgramme(services),
    'PUT /admin/town/staff/{id}': changeStaff(services),
    'PUT /admin/town/posts/{grid}': changePosts(services),
    'GET /admin/town/leave': showLeave(services),
    'POST /admin/town/leave': addLeave(services),
    'DELETE /admin/town/leave/{staff}/{from}': removeLeave(services),
    'POST /admin/town/import': importTown(services),
    'GET /admin/town/export': exportTown(services),
  });
