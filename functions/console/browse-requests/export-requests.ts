import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { BoardCursor } from '../../../adapters/board-pages.js';
import type { BoardRow } from '../../../adapters/board-store.js';
import type { Services } from '../../../adapters/services.js';
import { mayDo } from '../../../domain/access/permissions.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import type { Town } from '../../../domain/town/schema.js';
import { audit } from '../audit.js';
import { csvExport, tooManyRows } from './csv-export.js';
import { Problem } from '../../http/problem.js';
import type { exportRequestsRoute } from '../../../contracts/console/board.js';
import { askBoard } from './board-question.js';
import { exportTable } from './export-table.js';
import { peopleOf } from './people-of.js';
import type { ConsoleCall, CallOf } from '../../http/route-handler.js';

/** About a megabyte of the six that a function may answer, and a second of the thirty it may take. */
const MOST_ROWS = 3000;

type Effects = Services<{ audits: 'record'; requests: 'readPerson'; towns: 'read'; board: 'list' }>;

/** `GET /admin/requests/export`: the requests of a filter as a table, with their people: masked, or not, by role. */
export async function exportRequests(
  services: Effects,
  call: CallOf<typeof exportRequestsRoute>,
): Promise<APIGatewayProxyStructuredResultV2> {
  const query = call.query();
  // Who complains about staff stands in no table.
  if (query.complaints) throw new Problem('forbidden');
  const unmasked = mayDo(call.user.roles, 'people.export');
  const { lang: _language, town: _town, ...filters } = query;
  const detail = `${unmasked ? 'unmasked' : 'masked'} ${new URLSearchParams(toTexts(filters)).toString()}`;
  await audit(services, call, { action: 'requests.exported', detail });
  const { town } = await services.towns.load(call.user.town);
  const rows = await allRows(services, town, query, call);
  const people = await peopleOf(services, town.settings.id, rows, mayDo(call.user.roles, 'people.withheld'));
  const table = exportTable(rows, people, { town, language: call.language, unmasked });
  const name = `${town.settings.id}-${query.state}-${localDate(call.at, town.settings.timeZone)}`;
  return csvExport(name, table);
}

const toTexts = (filters: Readonly<Record<string, string | number | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

async function allRows(
  { board }: Services<{ board: 'list' }>,
  town: Town,
  query: Parameters<typeof askBoard>[2],
  call: ConsoleCall,
): Promise<readonly BoardRow[]> {
  const rows: BoardRow[] = [];
  let after: BoardCursor | undefined;
  do {
    const page = await askBoard(board, town, query, { call, after, limit: MOST_ROWS - rows.length });
    rows.push(...page.rows);
    after = page.next;
    if (after !== undefined && rows.length >= MOST_ROWS) throw tooManyRows(MOST_ROWS, call.language);
  } while (after !== undefined);
  return rows;
}
