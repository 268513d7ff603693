import type * as z from 'zod';
import type { BoardFilter } from '../../../adapters/board-query.js';
import type { BoardPage } from '../../../adapters/board-pages.js';
import type { BoardRow, RequestsAsked } from '../../../adapters/board-store.js';
import type { Services } from '../../../adapters/services.js';
import { dueRange } from '../../../domain/request/due-range.js';
import type { Town } from '../../../domain/town/schema.js';
import { categoriesOf } from '../../../domain/town/work-of-department.js';
import { localDays } from '../local-days.js';
import type { boardQuery, exportQuery } from '../../../contracts/console/requests.js';

type Query = z.output<typeof exportQuery> & Partial<Pick<z.output<typeof boardQuery>, 'order'>>;

/** Without a first day, closed requests are looked for over a year. */
const LOOK_BACK_DAYS = 365;

/** A page of the board as the query asks for it. */
export function askBoard(
  board: Services<{ board: 'list' }>['board'],
  town: Town,
  query: Query,
  { at, after, limit }: { at: number } & Pick<RequestsAsked, 'after' | 'limit'>,
): Promise<BoardPage<BoardRow>> {
  const { settings } = town;
  const asked = { filter: filterOf(town, query, at), after, limit, sealed: query.complaints === 'yes' };
  return query.state === 'open'
    ? board.open(settings.id, query.order ?? 'due', asked)
    : board.closed(settings.id, localDays(query, settings, at, LOOK_BACK_DAYS), asked);
}

function filterOf(town: Town, query: Query, at: number): BoardFilter {
  const { grid, village, path, category, status, department, due, state } = query;
  return {
    grid,
    village,
    path,
    category,
    status,
    ...(department === undefined
      ? {}
      : { department: { id: department, categories: categoriesOf(town, department) } }),
    ...(due === undefined || state === 'closed' ? {} : { due: dueRange(due, at, town.settings) }),
  };
}
