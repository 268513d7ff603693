import { askRoute, answerAskRoute, askPhotoRoute } from '../../../contracts/staff/ask.js';
import { correctAskRoute, remarkAskRoute } from '../../../contracts/staff/correcting.js';

/** What a signed link opens. */
export const ROUTES = {
  ask: askRoute,
  answer: answerAskRoute,
  photo: askPhotoRoute,
  correct: correctAskRoute,
  remark: remarkAskRoute,
};
