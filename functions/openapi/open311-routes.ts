import type * as z from 'zod';
import {
  definitionAnswer,
  errorsAnswer,
  filedAnswer,
  filingForm,
  placeQuery,
  requestsAnswer,
  requestsQuery,
  servicesAnswer,
} from '../resident/serve-open311/schemas.js';
import type { ApiRoute, Content } from './api-route.js';

export const OPEN311_BODIES: Readonly<Record<string, z.ZodType>> = { Open311Filing: filingForm };

export const OPEN311_ANSWERS: Readonly<Record<string, z.ZodType>> = {
  Open311Services: servicesAnswer,
  Open311Definition: definitionAnswer,
  Open311Filed: filedAnswer,
  Open311Requests: requestsAnswer,
  Open311Errors: errorsAnswer,
};

const FORMATS = ['json', 'xml'] as const;
type Format = (typeof FORMATS)[number];

const content = (schema: string, ...formats: Format[]): Content[] =>
  formats.map((format) => (format === 'json' ? { type: 'application/json', schema } : { type: 'text/xml' }));

const refusals = (statuses: readonly number[], ...formats: Format[]): Record<number, Content[]> =>
  Object.fromEntries(statuses.map((status) => [status, content('Open311Errors', ...formats)]));

/** The routes whose path says which format they have. */
const byFormat = (format: Format): ApiRoute[] => [
  {
    method: 'get',
    path: `/open311/v2/services.${format}`,
    summary: 'What can be reported (GeoReport v2: GET service list)',
    query: placeQuery,
    answers: { 200: content('Open311Services', format), ...refusals([404, 500], format) },
    problems: [],
  },
  {
    method: 'get',
    path: `/open311/v2/requests.${format}`,
    summary: 'What was reported of public places, without names or words (GET service requests)',
    query: requestsQuery,
    answers: { 200: content('Open311Requests', format), ...refusals([400, 404, 500], format) },
    problems: [],
  },
  {
    method: 'post',
    path: `/open311/v2/requests.${format}`,
    summary: 'Report a request (POST service request)',
    query: placeQuery.pick({ lang: true }),
    body: [{ type: 'application/x-www-form-urlencoded', schema: 'Open311Filing' }],
    answers: {
      201: content('Open311Filed', format),
      ...refusals([400, 403, 404, 413, 415, 429, 500], format),
    },
    problems: [],
  },
];

export const OPEN311_ROUTES: readonly ApiRoute[] = [
  ...FORMATS.flatMap(byFormat),
  {
    method: 'get',
    path: '/open311/v2/services/{code}',
    summary: 'What is asked besides, for a service: its code with `.json` or `.xml` (GET service definition)',
    query: placeQuery,
    answers: { 200: content('Open311Definition', ...FORMATS), ...refusals([404, 500], ...FORMATS) },
    problems: [],
  },
  {
    method: 'get',
    path: '/open311/v2/requests/{id}',
    summary: 'How far a request is: its number with `.json` or `.xml` (GET service request)',
    query: placeQuery,
    answers: { 200: content('Open311Requests', ...FORMATS), ...refusals([404, 500], ...FORMATS) },
    problems: [],
  },
];
