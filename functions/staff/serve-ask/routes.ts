import { askRoute, answerAskRoute, askPhotoRoute, correctAskRoute } from '../../../contracts/staff/ask.js';

/** What a signed link opens. */
export const ROUTES = {
  ask: askRoute,
  answer: answerAskRoute,
  photo: askPhotoRoute,
  correct: correctAskRoute,
};
