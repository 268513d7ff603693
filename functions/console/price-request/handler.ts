import type { Services, Watching } from '../../../adapters/services.js';
import { executionUsage } from '../../../domain/costs/execution-usage.js';
import { PRICES } from '../../../domain/costs/prices.js';
import { requestBill, totalOf } from '../../../domain/costs/request-bill.js';
import { textParts } from '../../../domain/costs/text-parts.js';
import { type RequestMachines, requestExecutions } from '../../../domain/executions/request-executions.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { type ConsoleCall, consoleHandler } from '../console-routes.js';
import { executionArn } from '../execution-arn.js';
import { json } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import type { BillAnswer } from '../../../contracts/console-texts.js';
import { HOW } from './how.js';
import { BILL_ROUTES } from './routes.js';

type Effects = Pick<Services, 'towns' | 'requests' | 'textLog'> & Watching;

/** `GET /admin/requests/{id}/bill`: what a request has cost so far. */
export const createPriceRequest = (services: Effects, machines: RequestMachines) =>
  consoleHandler('price-request', BILL_ROUTES, {
    'GET /admin/requests/{id}/bill': async (call) => json(200, await billOf(services, machines, call)),
  });

async function billOf(
  services: Effects,
  machines: RequestMachines,
  { event, user, language }: ConsoleCall,
): Promise<BillAnswer> {
  const id = readRequestId(event.pathParameters?.['id'] ?? '');
  const record = id === undefined ? undefined : await services.requests.find(user.town, id);
  if (!record) throw new Problem('not-found');
  const [executions, texts, { town }] = await Promise.all([
    executionsOf(services, machines, record),
    services.textLog.ofRequest(record.town, record.id),
    services.towns.load(record.town),
  ]);
  const carried = texts.filter(({ state }) => state === 'sent' || state === 'received');
  const lines = requestBill(
    {
      executions: executions.used,
      texts: textParts(carried),
      writes: record.version,
      recordBytes: Buffer.byteLength(JSON.stringify(record)),
      asks: record.askCount,
    },
    town.settings.sms.usdPerPart,
  );
  return {
    lines: lines.map(({ price = null, amount = null, ...line }) => ({
      ...line,
      price,
      amount,
      how: HOW[line.what][language],
    })),
    total: totalOf(lines),
    currency: PRICES.currency,
    dated: PRICES.dated,
    source: [...PRICES.source],
    complete: executions.whole,
  };
}

/** What the executions of a request used, and whether AWS still keeps all of it. */
async function executionsOf({ executions }: Watching, machines: RequestMachines, record: RequestRecord) {
  const arns = requestExecutions(record).map(({ machine, name }) => executionArn(machines[machine], name));
  const read = await Promise.all(arns.map((arn) => executions.events(arn)));
  return {
    used: executionUsage(read.flatMap((one) => one?.events ?? [])),
    whole: read.every((one) => one?.whole === true),
  };
}
