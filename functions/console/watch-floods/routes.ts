import {
  floodsRoute,
  floodRoute,
  holdFloodRoute,
  releaseFloodRoute,
} from '../../../contracts/console/floods.js';

/** Reports that are held together, and the duty desk's decisions about them. */
export const ROUTES = {
  floods: floodsRoute,
  flood: floodRoute,
  hold: holdFloodRoute,
  release: releaseFloodRoute,
};
