import { verdictOf } from '../../../domain/reading/flip-verdict.js';
import { mayTakeOver } from '../../../domain/reading/teach.js';
import { Problem } from '../../http/problem.js';
import type { tryTaughtRoute } from '../../../contracts/console/reading.js';
import type { Teaching } from './teaching.js';
import type { CallOf } from '../../http/route-handler.js';

/** Flips that an answer shows; of more nobody reads them all. */
const MOST_FLIPS = 200;

/** Readings that got worse come first. */
const ORDER = ['worse', 'stillWrong', 'better'];

/** `POST /admin/reading/try`: what would change if what was taught were learnt. Nothing is changed. */
export const tryTaught =
  ({ towns, taught, remembered }: Teaching) =>
  async (call: CallOf<typeof tryTaughtRoute>) => {
    const { user } = call;
    const [whole, list] = await Promise.all([towns.openWhole(user.town), taught.list(user.town)]);
    if (list.length === 0) throw new Problem('nothing-taught');
    const tried = remembered.tried(whole, list);
    const flips = tried.flips.toSorted((a, b) => ORDER.indexOf(verdictOf(a)) - ORDER.indexOf(verdictOf(b)));
    return call.answer(200, {
      version: whole.version,
      taught: list.length,
      before: tried.before,
      after: tried.after,
      flips: flips.slice(0, MOST_FLIPS),
      flipCount: flips.length,
      lostDangers: [...tried.lostDangers],
      mayTakeOver: mayTakeOver(tried),
    });
  };
