import {
  inspectionsRoute,
  inspectionRoute,
  inspectionPackRoute,
} from '../../../contracts/resident/inspections.js';

/** What everybody may read of the inspections. */
export const ROUTES = {
  list: inspectionsRoute,
  inspection: inspectionRoute,
  pack: inspectionPackRoute,
};
