import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Services } from '../../../adapters/services.js';
import type { exportRecordsRoute } from '../../../contracts/console/board.js';
import { RECORDS } from '../../../domain/statistics/record-kinds.js';
import { recordsTable } from '../../../domain/statistics/records.js';
import { Problem } from '../../http/problem.js';
import type { CallOf } from '../../http/route-handler.js';
import { happeningsIn, periodOf } from '../../use-cases/happenings.js';
import { audit } from '../audit.js';
import { csvExport, tooManyRows } from './csv-export.js';

/** Some four of the six megabytes that a function may answer. */
const MOST_ROWS = 15_000;

type Effects = Services<{ audits: 'record'; towns: 'read'; history: 'read' | 'readRequests' }>;

/** `GET /admin/records/{kind}`: the records of a period, a row each, from which its figures can be recomputed. */
export async function exportRecords(
  services: Effects,
  call: CallOf<typeof exportRecordsRoute>,
): Promise<APIGatewayProxyStructuredResultV2> {
  const kind = RECORDS.find((one) => one === call.params.kind);
  if (!kind) throw new Problem('not-found');
  const { from, to } = call.query();
  await audit(services, call, { action: 'requests.exported', detail: `${kind} from=${from}&to=${to}` });
  const { town } = await services.towns.load(call.user.town);
  const period = periodOf({ from, to }, town, call.at);
  const happened = await happeningsIn(services, town, period);
  const table = recordsTable(kind, happened, period, { town, language: call.language });
  if (table.length > MOST_ROWS) throw tooManyRows(MOST_ROWS, call.language);
  const name = `${town.settings.id}-${kind}-${from}-${to}`;
  return csvExport(name, table);
}
