import { checkCategories } from './check-categories.js';
import { checkDangers } from './check-dangers.js';
import { checkDutyList } from './check-duty-list.js';
import { checkDepartments } from './check-departments.js';
import { checkEmergencies } from './check-emergencies.js';
import { checkGrids } from './check-grids.js';
import { checkInspections } from './check-inspections.js';

import { checkHouseholds } from './check-households.js';
import { checkLeaves } from './check-leaves.js';
import { checkPlaces } from './check-places.js';
import { checkProgrammes } from './check-programmes.js';
import { checkReception } from './check-reception.js';
import { checkSettings } from './check-settings.js';
import { checkStaff } from './check-staff.js';
import { checkSupervisors } from './check-supervisors.js';
import { checkTexts } from './check-texts.js';
import { checkTiling } from './check-tiling.js';
import { checkVillages } from './check-villages.js';
import { type Unread, knownIds } from './known-ids.js';
import type { Town } from '../town/schema.js';
import type { TownProblem } from '../town/town-problem.js';

/**
 * Everything the schema of one entry cannot see: references, duplicates, the posts, the map, the programmes' inner
 * order and the texts. Returns every problem there is, none when the town can be used.
 *
 * @param unread what an importer could not read, so that one broken row is not reported again by all that refer to it
 */
export function checkTown(town: Town, unread: Unread = {}): TownProblem[] {
  const known = knownIds(town, unread);
  return [
    ...checkSettings(town, known),
    ...checkVillages(town, known),
    ...checkGrids(town, known),
    ...checkTiling(town, known),
    ...checkHouseholds(town, known),
    ...checkStaff(town),
    ...checkLeaves(town, known),
    ...checkDepartments(town, known),
    ...checkSupervisors(town, known),
    ...checkInspections(town, known),
    ...checkPlaces(town, known),
    ...checkReception(town, known),
    ...checkCategories(town, known),
    ...checkDutyList(town, known),
    ...checkDangers(town, known),
    ...checkEmergencies(town, known),
    ...checkProgrammes(town, known),
    ...checkTexts(town),
  ];
}
