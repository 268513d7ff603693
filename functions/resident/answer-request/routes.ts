import { answerRoute } from '../../../contracts/resident/request.js';
import { page } from '../../../contracts/route.js';

/** The resident's answers; `POST /plain/answers` takes them from a form without scripts. */
export const ROUTES = {
  answer: answerRoute,
  plain: page('POST', '/plain/answers'),
};
