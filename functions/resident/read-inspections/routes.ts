import {
  inspectionsRoute,
  inspectionRoute,
  inspectionPackRoute,
} from '../../../contracts/resident/inspections.js';

/** The inspections as everybody may read them. */
export const ROUTES = {
  list: inspectionsRoute,
  inspection: inspectionRoute,
  pack: inspectionPackRoute,
};
