import { answerRoute, askNewsRoute, remarkRoute } from '../../../contracts/resident/request.js';
import { erasureRoute } from '../../../contracts/resident/personal-data.js';
import { page } from '../../../contracts/route.js';

/** The resident's answers and words; `POST /plain/answers` and `/plain/words` take them from forms without scripts. */
export const ROUTES = {
  answer: answerRoute,
  askNews: askNewsRoute,
  remark: remarkRoute,
  erase: erasureRoute,
  plain: page('POST', '/plain/answers'),
  plainWord: page('POST', '/plain/words'),
  plainErase: page('POST', '/plain/erasure'),
};
