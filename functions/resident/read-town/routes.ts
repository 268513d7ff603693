import {
  townRoute,
  villagesRoute,
  categoriesRoute,
  findGridRoute,
} from '../../../contracts/resident/town.js';
import { mapRoute } from '../../../contracts/resident/map.js';
import { placesRoute, receptionDaysRoute } from '../../../contracts/resident/places.js';

/** The town's data that everybody may know. */
export const ROUTES = {
  town: townRoute,
  villages: villagesRoute,
  categories: categoriesRoute,
  map: mapRoute,
  places: placesRoute,
  receptionDays: receptionDaysRoute,
  findGrid: findGridRoute,
};
