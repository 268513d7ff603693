import { carriedTextRoute } from '../../../contracts/carrier/carried-text.js';

/** Where a town's own carrier hands over what people text. */
export const ROUTES = {
  take: carriedTextRoute,
};
