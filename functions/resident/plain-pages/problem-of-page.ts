import { type AnswerProblem } from '../../http/http-handler.js';
import { problemResponse } from '../../http/problem.js';
import { plainProblem } from './plain-page.js';

/** A page without scripts says on a page what is wrong, all else in a problem document. */
export const problemOfPage: AnswerProblem = (problem, language, event) =>
  event.routeKey.includes(' /plain') ? plainProblem(problem, language) : problemResponse(problem, language);
