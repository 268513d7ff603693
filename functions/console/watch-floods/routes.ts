import {
  floodsRoute,
  floodRoute,
  holdFloodRoute,
  releaseFloodRoute,
} from '../../../contracts/console/floods.js';
import { guardedOf } from '../console-routes.js';

/** What is held together, and what the duty desk decides about it. */
export const ROUTES = {
  floods: floodsRoute,
  flood: floodRoute,
  hold: holdFloodRoute,
  release: releaseFloodRoute,
};

export const FLOOD_ROUTES = guardedOf(ROUTES);
