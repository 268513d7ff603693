import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import { factsOf, type RequestFacts } from '../../../domain/request/facts.js';
import type { Town } from '../../../domain/town/schema.js';
import type { HttpCall } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { answer, withoutFormat } from './format.js';
import { openJurisdiction } from './jurisdiction.js';
import { showRequest, statusOf } from './request-view.js';
import { requestsQuery, type requestRoute } from '../../../contracts/open311/open311.js';
import type { CallOf } from '../../http/route-handler.js';

type Stores = Services<{ requests: 'read'; towns: 'read' | 'find'; history: 'readRequests' }>;
type Query = z.output<typeof requestsQuery>;

/** GeoReport v2: a range "may not span more than 90 days". */
const LONGEST_SPAN = 90 * 86_400_000;
/** Numbers looked up in one call; a client follows its own few. */
const MOST_IDS = 50;

/** `GET requests`: what was reported of public places, newest first; or those named by number. */
export async function listRequests(
  services: Stores,
  call: HttpCall & { query(): Query },
): Promise<APIGatewayProxyStructuredResultV2> {
  const query = call.query();
  const { town } = await openJurisdiction(services, call, query.jurisdiction_id);
  const found =
    query.service_request_id === undefined
      ? await listed(services, town, query, call)
      : await named(services, town, query.service_request_id.split(','));
  const view = found.map((request) => showRequest(request, town, call.language));
  return answer(call.event, 200, 'service_requests', view);
}

/** `GET requests/{id}`: one of any category, for whoever knows its number. */
export async function showOne(
  services: Stores,
  call: CallOf<typeof requestRoute>,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { jurisdiction_id } = call.query();
  const { town } = await openJurisdiction(services, call, jurisdiction_id);
  const [request] = await named(services, town, [withoutFormat(call.params.id)]);
  if (!request) throw new Problem('not-found');
  return answer(call.event, 200, 'service_requests', [showRequest(request, town, call.language)]);
}

async function named(
  { requests }: Services<{ requests: 'read' }>,
  { settings }: Town,
  written: readonly string[],
): Promise<RequestFacts[]> {
  const ids = [...new Set(written.flatMap((id) => readRequestId(id) ?? []))].slice(0, MOST_IDS);
  const records = await Promise.all(ids.map((id) => requests.find(settings.id, id)));
  // A complaint about staff is shown to its resident alone, by the key of its page.
  return records.flatMap((record) => (record && !record.confidential ? [factsOf(record)] : []));
}

async function listed(
  { history }: Services<{ history: 'readRequests' }>,
  town: Town,
  query: Query,
  call: HttpCall,
): Promise<RequestFacts[]> {
  const grids = [0, ...town.grids.map(({ number }) => number)];
  const wanted = wantedCategories(town, query.service_code);
  const all = await history.requests(town.settings.id, grids, spanOf(query, call));
  const { page, page_size: size } = query;
  const statuses = query.status?.split(',');
  return all
    .filter(
      (request) =>
        request.about === undefined &&
        request.erased !== true &&
        wanted.has(request.category) &&
        (statuses?.includes(statusOf(request)) ?? true),
    )
    .toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1))
    .slice((page - 1) * size, page * size);
}

function wantedCategories(town: Town, codes: string | undefined): ReadonlySet<string> {
  const asked = codes?.split(',').map((code) => code.trim());
  const open = town.categories.filter(
    (category) => category.public && (asked?.includes(category.id) ?? true),
  );
  return new Set(open.map(({ id }) => id));
}

/** A date that is named is included, and GeoReport writes dates to the second. */
function spanOf({ start_date, end_date }: Query, { at, language }: HttpCall): { from: number; to: number } {
  const start = start_date === undefined ? undefined : Date.parse(start_date);
  const end = end_date === undefined ? Math.min(at, (start ?? at) + LONGEST_SPAN) : Date.parse(end_date);
  const from = start ?? end - LONGEST_SPAN;
  if (from > end)
    throw new Problem('invalid-query', [{ field: '/end_date', message: BEFORE_START[language] }]);
  if (end - from > LONGEST_SPAN)
    throw new Problem('invalid-query', [{ field: '/end_date', message: TOO_LONG[language] }]);
  return { from, to: end + 1000 };
}

const BEFORE_START = { 'zh-CN': '不能早于开始日期', en: 'must not be before start_date' } as const;
const TOO_LONG = { 'zh-CN': '最多相隔 90 天', en: 'must be at most 90 days after start_date' } as const;
