import type { Services } from '../../../adapters/services.js';
import { alarmsOf, countStandings, type Looking } from '../../../domain/board/standing.js';
import type { Town } from '../../../domain/town/schema.js';
import type { RequestFacts } from '../../../domain/request/facts.js';
import { categoryTitle, placeName } from '../../../domain/request/words.js';
import type { standingRoute } from '../../../contracts/console/board.js';
import { isoOf } from '../words.js';
import type { CallOf, ConsoleCall } from '../../http/route-handler.js';
import { isAbout } from '../is-about.js';
import type { OpenBoard } from './open-board.js';

/** More nobody looks through one by one. */
const MOST_ALARMS = 100;

/** Whoever calls, as the rules of the board look at them. */
export const lookingAs = ({ user, at }: ConsoleCall, town: Town): Looking => ({
  town,
  roles: user.roles,
  staff: user.staff,
  at,
});

function named(facts: RequestFacts, town: Town, { language }: ConsoleCall) {
  const { id, category, createdAt } = facts;
  const where = placeName(facts, { town }, language);
  return {
    id,
    what: categoryTitle(town, category)[language],
    createdAt: isoOf(createdAt),
    ...(where === '' ? {} : { where }),
  };
}

/** `GET /admin/requests/standing`: the counts above the board, and what whoever calls is needed for. */
export async function showStanding(
  { towns }: Services<{ towns: 'read' }>,
  board: OpenBoard,
  call: CallOf<typeof standingRoute>,
) {
  const [{ town }, rows] = await Promise.all([
    towns.load(call.user.town),
    board.rows(call.user.town, call.at, call.query().fresh === 'yes'),
  ]);
  const open = rows.filter(({ facts }) => !isAbout(call, facts));
  const looking = lookingAs(call, town);
  return call.answer(200, {
    counts: countStandings(open, looking),
    alarms: alarmsOf(open, looking)
      .slice(0, MOST_ALARMS)
      .map(({ why, facts }) => ({ why, ...named(facts, town, call) })),
  });
}
