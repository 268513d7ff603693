import { askRoute, answerAskRoute, askPhotoRoute } from '../../../contracts/staff/ask.js';
import { correctAskRoute, remarkAskRoute } from '../../../contracts/staff/correcting.js';

/** The ask behind a signed link. */
export const ROUTES = {
  ask: askRoute,
  answer: answerAskRoute,
  photo: askPhotoRoute,
  correct: correctAskRoute,
  remark: remarkAskRoute,
};
