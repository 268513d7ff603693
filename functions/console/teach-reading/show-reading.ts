import { examplesOf } from '../../../domain/reading/examples-of.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import { audit } from '../audit.js';
import type { ConsoleCall } from '../console-routes.js';
import { json } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import type { ReadingAnswer } from '../../../contracts/console-reading.js';
import { taughtView } from './taught-view.js';
import type { Teaching } from './teaching.js';

/** `GET /admin/reading`: the figures of the town's reading on texts it never learnt from, and what it was taught since. */
export const showReading =
  ({ towns, taught, remembered }: Teaching) =>
  async ({ user }: ConsoleCall) => {
    const [whole, list] = await Promise.all([towns.openWhole(user.town), taught.list(user.town)]);
    const answer: ReadingAnswer = {
      version: whole.version,
      examples: examplesOf(whole.stored).length,
      figures: remembered.figuresOf(whole),
      taught: list.toReversed().map(taughtView),
    };
    return json(200, answer);
  };

/** `DELETE /admin/reading/taught/{id}`: what was taught of a request is forgotten, unless it was taken over. */
export const removeTaught = (services: Teaching) => async (call: ConsoleCall) => {
  const { user, event } = call;
  const id = readRequestId(event.pathParameters?.['id'] ?? '');
  const one = (await services.taught.list(user.town)).find(({ request }) => request === id);
  if (!one) throw new Problem('not-found');
  await audit(services, call, { action: 'reading.taught-removed', subject: one.request });
  if (!(await services.taught.remove(user.town, one))) throw new Problem('not-found');
  return json(200, taughtView(one));
};
