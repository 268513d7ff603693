import type * as z from 'zod';
import type { BoardFilter } from '../../../adapters/board-query.js';
import type { BoardPage } from '../../../adapters/board-pages.js';
import type { BoardRow, RequestsAsked } from '../../../adapters/board-store.js';
import type { Services } from '../../../adapters/services.js';
import { stands } from '../../../domain/board/standing.js';
import { type DueRange, dueRange } from '../../../domain/request/due-range.js';
import { isDueIn } from '../../../domain/request/running-deadline.js';
import type { Town } from '../../../domain/town/schema.js';
import { categoriesOf } from '../../../domain/town/work-of-department.js';
import { localDays } from '../local-days.js';
import type { boardQuery, exportQuery } from '../../../contracts/console/board.js';
import type { ConsoleCall } from '../../http/route-handler.js';
import { lookingAs } from './standing.js';

type Query = z.output<typeof exportQuery> & Partial<Pick<z.output<typeof boardQuery>, 'order'>>;

/** Without a first day, closed requests are looked for over a year. */
const LOOK_BACK_DAYS = 365;

/** A page of the board as the query asks for it. */
export function askBoard(
  board: Services<{ board: 'list' }>['board'],
  town: Town,
  query: Query,
  { call, after, limit }: { call: ConsoleCall } & Pick<RequestsAsked, 'after' | 'limit'>,
): Promise<BoardPage<BoardRow>> {
  const { settings } = town;
  const range =
    query.due === undefined || query.state === 'closed' ? undefined : dueRange(query.due, call.at, settings);
  const asked = {
    filter: { ...filterOf(town, query), dueBefore: range?.to },
    keeps: keeping(town, query, range, call),
    after,
    limit,
    sealed: query.complaints === 'yes',
  };
  if (query.state !== 'open')
    return board.closed(settings.id, localDays(query, settings, call.at, LOOK_BACK_DAYS), asked);
  return query.order === 'newest' ? board.newest(settings.id, asked) : board.open(settings.id, asked);
}

/** Keeps the rows that a rule counts, by the same rules. */
function keeping(
  town: Town,
  { standing, state }: Query,
  range: DueRange | undefined,
  call: ConsoleCall,
): RequestsAsked['keeps'] {
  const wanted = state === 'closed' ? undefined : standing;
  if (wanted === undefined && !range) return undefined;
  const looking = lookingAs(call, town);
  return (row) =>
    (wanted === undefined || stands(wanted, row, looking)) && (!range || isDueIn(row.facts, range));
}

function filterOf(town: Town, query: Query): BoardFilter {
  const { grid, village, path, category, status, department } = query;
  return {
    grid,
    village,
    path,
    category,
    status,
    ...(department === undefined
      ? {}
      : { department: { id: department, categories: categoriesOf(town, department) } }),
  };
}
