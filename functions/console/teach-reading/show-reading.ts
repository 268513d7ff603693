import { examplesOf } from '../../../domain/reading/examples-of.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import { auditRequest } from '../audit.js';
import { Problem } from '../../http/problem.js';
import type { readingRoute, removeTaughtRoute } from '../../../contracts/console/reading.js';
import { taughtView } from './taught-view.js';
import type { Teaching } from './teaching.js';
import type { CallOf } from '../../http/route-handler.js';

/** `GET /admin/reading`: the reading's figures on texts it never learnt from, and the lessons since. */
export const showReading =
  ({ towns, taught, remembered }: Teaching) =>
  async (call: CallOf<typeof readingRoute>) => {
    const { user } = call;
    const [whole, list] = await Promise.all([towns.openWhole(user.town), taught.list(user.town)]);
    return call.answer(200, {
      version: whole.version,
      examples: examplesOf(whole.stored).length,
      figures: remembered.figuresOf(whole),
      taught: list.toReversed().map(taughtView),
    });
  };

/** `DELETE /admin/reading/taught/{id}`: what was taught of a request is forgotten, unless it was taken over. */
export const removeTaught = (services: Teaching) => async (call: CallOf<typeof removeTaughtRoute>) => {
  const { user, params } = call;
  const id = readRequestId(params.id);
  const one = (await services.taught.list(user.town)).find(({ request }) => request === id);
  if (!one) throw new Problem('not-found');
  const record = await services.requests.load(user.town, one.request);
  await auditRequest(services, call, record, 'reading.taught-removed');
  if (!(await services.taught.remove(user.town, one))) throw new Problem('not-found');
  return call.answer(200, taughtView(one));
};
