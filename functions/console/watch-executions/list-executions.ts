import { typedNumber } from '../../../contracts/pages/request-number.js';
import type { ExecutionRow, executionsRoute } from '../../../contracts/console/executions.js';
import { Problem } from '../../http/problem.js';
import type { CallOf } from '../../http/route-handler.js';
import { readCursor, writeCursor } from '../cursor.js';
import { localDays } from '../local-days.js';
import { inGroups } from '../../../adapters/in-groups.js';
import type { Services } from '../../../adapters/services.js';
import { type Listed, MergedList, type Place, placeSchema } from './merged-list.js';
import { listOwn, type OwnList, ownPlaceSchema } from './list-own.js';
import { namedAfter } from './named-after.js';
import { subjectIdOf } from './of-town.js';
import { type Asked, isWantedRow, isWantedSubject, mayBeWanted } from './sought.js';
import { subjectKey, subjectsOf } from './subjects.js';
import { placeOf, watchedRow } from './watched-row.js';
import type { Machines, Watched } from './watched.js';

/** Executions of a machine to a call of ListExecutions. */
const PAGE = 100;
/**
 * How much one call looks at: more would take longer than anybody waits, and use up what AWS allows in a second. The
 * next call goes on from the cursor.
 */
const MOST_PAGES = 16;
const MOST_HISTORIES = 120;
/** Histories read at a time. */
const AT_ONCE = 10;
/** AWS keeps what has ended for so long. */
const KEPT_DAYS = 90;
const DAY = 86_400_000;

/** `GET /admin/executions`: the town's executions of a machine or of all, the latest first. */
export const listExecutions =
  (services: Listing, machines: Machines) => async (call: CallOf<typeof executionsRoute>) => {
    const query = call.query();
    const { town } = await services.towns.load(call.user.town);
    const span = localDays(query, town.settings, call.at, KEPT_DAYS);
    const since = query.from === undefined ? 0 : span.from;
    const asked: Asked = { ...query, user: call.user, since, until: span.to };
    const names = asked.machine === undefined ? [...machines.keys()] : [asked.machine];
    if (names.some((name) => !machines.has(name))) throw new Problem('not-found');
    const watching = { services, machines, town: call.user.town, asked };
    const numbered =
      query.cursor !== undefined || !asked.text
        ? []
        : await namedAfter(services, machines, call.user.town, typedNumber(asked.text));
    if (numbered.length > 0) return call.answer(200, { items: (await rowsOf(watching, numbered)).rows });
    if (!(await isAlone(services))) {
      const oldest = Math.max(since, call.at - KEPT_DAYS * DAY);
      const own = { services, machines, town, asked, now: call.at, oldest, most: MOST_HISTORIES };
      const { items, next } = await listOwn(
        { ...own, rowsOf: async (listed) => (await rowsOf(watching, listed)).rows },
        readCursor(query.cursor, ownPlaceSchema, call),
      );
      return call.answer(200, { items, ...(next && { cursor: writeCursor(next) }) });
    }
    const place = readCursor(query.cursor, placeSchema, call);
    const list = await opened(watching, names, place);
    if (!list) throw new Problem('invalid-query', [{ field: '/cursor', message: query.cursor ?? '' }]);
    const items = await searched(watching, list, query.limit);
    const next = list.place();
    return call.answer(200, { items, ...(next && { cursor: writeCursor(next) }) });
  };

type Listing = OwnList['services'] & Services<{ towns: 'read' | 'list' }>;

/** Whether all that AWS lists is this town's. */
const isAlone = async ({ towns }: Listing): Promise<boolean> => (await towns.page(2)).towns.length < 2;

interface Watching {
  readonly services: Watched;
  readonly machines: Machines;
  readonly town: string;
  readonly asked: Asked;
}

const opened = ({ services, machines, asked }: Watching, names: readonly string[], place?: Place) =>
  MergedList.open(names, place ?? { tokens: Object.fromEntries(names.map((name) => [name, null])) }, {
    pages: MOST_PAGES,
    readPage: (machine, nextToken) =>
      services.executions.list(machines.get(machine) ?? '', {
        statusFilter: asked.status,
        nextToken,
        maxResults: PAGE,
      }),
  });

/** As many rows as are wanted, or fewer where too much would have to be looked at for them. */
async function searched(watching: Watching, list: MergedList, limit: number): Promise<ExecutionRow[]> {
  const rows: ExecutionRow[] = [];
  let histories = 0;
  while (rows.length < limit && histories < MOST_HISTORIES) {
    const some = await list.next(limit - rows.length);
    if (some.length === 0) break;
    const inTime = some.filter(({ machine, execution }) => {
      const at = Date.parse(execution.startedAt);
      if (at < watching.asked.since) list.end(machine);
      return at >= watching.asked.since && at < watching.asked.until;
    });
    const found = await rowsOf(watching, inTime);
    histories += found.looked;
    rows.push(...found.rows);
  }
  return rows;
}

/** Those of the town that are looked for, and of how many it was read what happened. */
async function rowsOf({ services, machines, town, asked }: Watching, listed: readonly Listed[]) {
  const subjects = await subjectsOf(services, town, listed);
  const own = listed.flatMap((one) => {
    const subject = subjectIdOf(one.machine, one.execution.name);
    const record = subject && subjects.get(subjectKey(subject));
    const isOwn = subject ? record !== undefined : one.execution.name.startsWith(`${town}-`);
    return isOwn && isWantedSubject(asked, record) && mayBeWanted(asked, one, record)
      ? [{ ...one, record }]
      : [];
  });
  const rows = await inGroups(own, AT_ONCE, async ({ machine, execution, record }) => ({
    ...(await watchedRow(services, machine, machines.get(machine) ?? '', execution, record)),
    ...placeOf(asked, record),
  }));
  return { rows: rows.filter((row) => isWantedRow(asked, row)), looked: own.length };
}
