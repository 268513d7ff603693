import type * as z from 'zod';
import type { RequestFacts } from '../../../domain/request/facts.js';
import { CLOSED_AS } from '../../../domain/request/status-words.js';
import type { Language } from '../../../domain/words/language.js';
import type { Town } from '../../../domain/town/schema.js';
import type { requestsAnswer } from '../../../contracts/open311/open311.js';

const OPEN = { 'zh-CN': '办理中', en: 'open' } as const;

/** To the second, as GeoReport's examples are. */
const instant = (at: number): string => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');

export const statusOf = ({ closedAt }: RequestFacts): 'open' | 'closed' =>
  closedAt === undefined ? 'open' : 'closed';

/**
 * A request as everybody may see it: no words, no people. Where it is, only for matters of public places: elsewhere
 * the place would name a household.
 */
export function showRequest(
  request: RequestFacts,
  town: Town,
  language: Language,
): z.input<typeof requestsAnswer>[number] {
  const category = town.categories.find(({ id }) => id === request.category);
  const grid = town.grids.find(({ number }) => number === request.grid);
  const department = town.departments.find(({ id }) => id === category?.department);
  const { near, closedAs, acceptedAt, handledAt, closedAt, createdAt, dueAt } = request;
  const isPublic = category?.public === true;
  return {
    service_request_id: request.id,
    status: statusOf(request),
    status_notes: closedAs === undefined ? OPEN[language] : CLOSED_AS[closedAs][language],
    service_name: category?.name[language] ?? request.category,
    service_code: request.category,
    description: null,
    agency_responsible: department?.name[language] ?? null,
    service_notice: null,
    requested_datetime: instant(createdAt),
    updated_datetime: instant(closedAt ?? handledAt ?? acceptedAt ?? createdAt),
    expected_datetime: dueAt === undefined ? null : instant(dueAt),
    address: isPublic && grid ? grid.name[language] : null,
    address_id: null,
    zipcode: null,
    lat: isPublic && near ? near.lat : null,
    long: isPublic && near ? near.lng : null,
    media_url: null,
  };
}
