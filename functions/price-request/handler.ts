import type { Services, Watching } from '../../adapters/services.js';
import { executionUsage } from '../../domain/costs/execution-usage.js';
import { PRICES } from '../../domain/costs/prices.js';
import { requestBill, totalOf } from '../../domain/costs/request-bill.js';
import { textParts } from '../../domain/costs/text-parts.js';
import { attemptsUntil } from '../../domain/executions/execution-name.js';
import { readRequestId } from '../../domain/codes/request-id.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { type ConsoleCall, consoleHandler } from '../http/console/console-routes.js';
import { executionArn } from '../http/console/execution-arn.js';
import { json } from '../http/http-handler.js';
import { Problem } from '../http/problem.js';
import type { BillAnswer } from '../http/schemas/console-texts.js';
import { HOW } from './how.js';
import { BILL_ROUTES } from './routes.js';

type Effects = Pick<Services, 'towns' | 'requests' | 'textLog'> & Watching;

/** The machines that a request runs in: their ARNs. */
export interface PricedMachines {
  readonly request: string;
  readonly coordination: string;
}

/** `GET /admin/requests/{id}/bill`: what a request has cost so far. */
export const createPriceRequest = (services: Effects, machines: PricedMachines) =>
  consoleHandler('price-request', BILL_ROUTES, {
    'GET /admin/requests/{id}/bill': async (call) => json(200, await billOf(services, machines, call)),
  });

async function billOf(
  services: Effects,
  machines: PricedMachines,
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

/** A request's own execution, its retries, and one for each round of coordination. */
async function executionsOf(
  { executions }: Watching,
  machines: PricedMachines,
  { id, execution, coordination }: RequestRecord,
) {
  const rounds = Array.from({ length: coordination?.round ?? 0 }, (_, index) => `${id}-${index + 1}`);
  const arns = [
    ...attemptsUntil(execution ?? id).map((name) => executionArn(machines.request, name)),
    ...rounds.map((name) => executionArn(machines.coordination, name)),
  ];
  const read = await Promise.all(arns.map((arn) => executions.events(arn)));
  return {
    used: executionUsage(read.flatMap((one) => one?.events ?? [])),
    whole: read.every((one) => one?.whole === true),
  };
}
