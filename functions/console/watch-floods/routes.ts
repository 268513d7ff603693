import {
  floodsRoute,
  floodRoute,
  holdFloodRoute,
  releaseFloodRoute,
} from '../../../contracts/console/floods.js';

/** What is held together, and what the duty desk decides about it. */
export const ROUTES = {
  floods: floodsRoute,
  flood: floodRoute,
  hold: holdFloodRoute,
  release: releaseFloodRoute,
};
