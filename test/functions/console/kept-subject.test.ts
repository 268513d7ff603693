import { openPoints } from '../../../domain/daily-close/open-points.js';
import { waitingState } from '../../../domain/executions/waiting-state.js';
import { factsOf } from '../../../domain/request/facts.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { showWaiting } from '../../../functions/console/watch-executions/show-waiting.js';
import { type Asked, isWantedSubject } from '../../../functions/console/watch-executions/sought.js';
import { isOpenTo, placeOf } from '../../../functions/console/watch-executions/watched-row.js';

import { aRequest, MONDAY_9_AM } from '../../domain/request/a-request.js';
import { caseTown } from '../../domain/request/case-town.js';

const town = caseTown();

const complaint = (category: string): RequestRecord => ({
  ...aRequest({ category, confidential: { about: ['a1'] } }, town),
  near: { lat: 35, lng: 116 },
});
const EMERGENCY = complaint('gas-leak');
const SEALED: RequestRecord = { ...complaint('road'), path: 'petition' };
const PLAIN: RequestRecord = { ...complaint('road'), confidential: undefined };

const userOf = (staff?: string) => ({
  user: {
    id: 'u1',
    name: 'Sample',
    town: 'small-town',
    roles: ['administrator', 'inspector'] as const,
    staff,
  },
});

/** What the executions' pages say of a request to whoever is this member of the staff. */
async function shownOf(record: RequestRecord, staff?: string) {
  const call = { ...userOf(staff), at: MONDAY_9_AM, answer: (_status: number, body: object) => body };
  const services = {
    towns: { load: async () => ({ town }) },
    board: { allOpen: async () => (record === SEALED ? [] : [{ facts: factsOf(record) }]) },
  };
  const { states } = (await showWaiting(services as never)(call as never)) as unknown as { states: object[] };
  const asked = { ...userOf(staff), state: waitingState(factsOf(record)) } as unknown as Asked;
  return {
    counted: states.length > 0,
    found: isWantedSubject(asked, record),
    placed: 'category' in placeOf(call, record),
    asks: isOpenTo(call, record),
  };
}

const WHOLE = { counted: true, found: true, placed: true, asks: true };
const NOTHING = { counted: false, found: false, placed: false, asks: false };

describe('the executions list what their states count: of', () => {
  it.each([
    ['a request, all', PLAIN, undefined, WHOLE],
    ['a complaint about staff, nothing, whoever looks', SEALED, 'd1', NOTHING],
    ['an emergency that complains, all', EMERGENCY, undefined, WHOLE],
    ['an emergency that complains, all to whom it is not about', EMERGENCY, 'd1', WHOLE],
    ['an emergency that complains, nothing to whom it may be about', EMERGENCY, 'a1', NOTHING],
  ] as const)('%s', async (_title, record, staff, shown) => {
    expect(await shownOf(record, staff)).toEqual(shown);
  });
});

describe('the map shows', () => {
  it.each([
    ['staff', PLAIN, 1],
    ['staff', EMERGENCY, 1],
    ['staff', SEALED, 0],
    ['resident', { ...EMERGENCY, confidential: undefined }, 1],
    ['resident', EMERGENCY, 0],
    ['resident', SEALED, 0],
  ] as const)('a %s that complains or not', (reader, record, count) => {
    const open = { ...town, categories: town.categories.map((one) => ({ ...one, public: true })) };
    expect(openPoints([factsOf(record)], open, MONDAY_9_AM, reader)).toHaveLength(count);
  });
});
