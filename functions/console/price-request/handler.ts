import type { Services } from '../../../adapters/services.js';
import { maySee } from '../../../domain/access/may-see.js';
import { executionUsage } from '../../../domain/costs/execution-usage.js';
import { PRICES } from '../../../domain/costs/prices.js';
import { requestBill, totalOf } from '../../../domain/costs/request-bill.js';
import { textParts } from '../../../domain/costs/text-parts.js';
import { type RequestMachines, requestExecutions } from '../../../domain/executions/request-executions.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { executionArn } from '../execution-arn.js';
import { Problem } from '../../http/problem.js';
import type { BillAnswer } from '../../../contracts/console/texts.js';
import type { FUNCTION } from './function.js';
import { HOW } from './how.js';
import { ROUTES } from './routes.js';
import { type CallOf, routeHandler } from '../../http/route-handler.js';

type Effects = Services<typeof FUNCTION>;

/** `GET /admin/requests/{id}/bill`: what a request has cost so far. */
export const createPriceRequest = (services: Effects, machines: RequestMachines) =>
  routeHandler('price-request', ROUTES, {
    bill: async (call) => call.answer(200, await billOf(services, machines, call)),
  });

async function billOf(
  services: Effects,
  machines: RequestMachines,
  { params, user, language }: CallOf<typeof ROUTES.bill>,
): Promise<BillAnswer> {
  const id = readRequestId(params.id);
  const record = id === undefined ? undefined : await services.requests.find(user.town, id);
  if (!record || !maySee(user, record)) throw new Problem('not-found');
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

/** The use of a request's executions, and whether AWS still keeps all of it. */
async function executionsOf(
  { executions }: Services<{ executions: 'price' }>,
  machines: RequestMachines,
  record: RequestRecord,
) {
  const arns = requestExecutions(record).map(({ machine, name }) => executionArn(machines[machine], name));
  const read = await Promise.all(arns.map((arn) => executions.events(arn)));
  return {
    used: executionUsage(read.flatMap((one) => one?.events ?? [])),
    whole: read.every((one) => one?.whole === true),
  };
}
