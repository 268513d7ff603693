import { bulletinRoute } from '../../../contracts/resident/bulletin.js';
import { publishedPhotoRoute, publishedPhotosRoute } from '../../../contracts/resident/photos.js';
import { todayRoute } from '../../../contracts/resident/today.js';

/** The bulletins of the daily close, and the day that it has not closed yet. */
export const ROUTES = {
  bulletin: bulletinRoute,
  today: todayRoute,
  photos: publishedPhotosRoute,
  photo: publishedPhotoRoute,
};
