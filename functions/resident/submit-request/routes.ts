import { submitRoute } from '../../../contracts/resident/request.js';
import { page } from '../../../contracts/route.js';

/** Submissions: by the app or a program, and by a form without scripts. */
export const ROUTES = {
  submit: submitRoute,
  plainForm: page('GET', '/plain'),
  plainReport: page('POST', '/plain'),
};
