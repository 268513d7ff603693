import { photoConsentRoute, photoRoute, sendPhotoRoute } from '../../../contracts/resident/request.js';
import { sendWorkPhotoRoute } from '../../../contracts/staff/ask.js';

/** Photos of a request, and of what was done about it; whether everybody may see any. */
export const ROUTES = {
  send: sendPhotoRoute,
  show: photoRoute,
  sendWork: sendWorkPhotoRoute,
  consent: photoConsentRoute,
};
