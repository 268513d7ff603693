import * as z from 'zod';
import { isStorable } from '../../domain/words/clean-value.js';
import { LONGEST_NAME } from '../../domain/words/limits.js';
import { type Content, route } from '../route.js';
import { manyNames, nameOfSomething, phone } from '../words.js';
import { wrong } from '../../domain/words/wrong-values.js';

/** A page of the list at most; GeoReport v2 says 1000. */
const LARGEST_PAGE = 1000;

const instant = z.iso.datetime({ offset: true });
/** The same as somebody asks for it. */
const asked = instant.refine((moment) => moment >= '2000' && moment < '2100', wrong('year-out-of-reach'));
export const placeQuery = z.object({
  jurisdiction_id: nameOfSomething.optional().describe("The town's id; the first town where there is none"),
  lang: nameOfSomething.optional(),
});

export const requestsQuery = placeQuery.extend({
  service_request_id: manyNames.optional().describe('Several, separated by commas; nothing else counts then'),
  service_code: manyNames.optional().describe('Several, separated by commas'),
  start_date: asked.optional().describe('Together at most 90 days; by default the last 90'),
  end_date: asked.optional(),
  status: z
    .string()
    .regex(/^(?:open|closed)(?:,(?:open|closed))?$/)
    .optional()
    .describe('`open`, `closed` or both'),
  page: z.coerce.number().int().min(1).default(1),
  page_size: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(LARGEST_PAGE),
});

const NO_COORDINATE = wrong('no-coordinate');

/** The form of `POST requests`, by GeoReport's names. Unknown fields are ignored: clients of other cities send them. */
export const submissionForm = z
  .object({
    jurisdiction_id: nameOfSomething.optional(),
    api_key: nameOfSomething.optional(),
    service_code: nameOfSomething.min(1),
    lat: z.coerce.number().min(-90).max(90).refine(isStorable, NO_COORDINATE).optional(),
    long: z.coerce.number().min(-180).max(180).refine(isStorable, NO_COORDINATE).optional(),
    address_string: z.string().trim().max(200).optional(),
    first_name: z.string().trim().max(LONGEST_NAME).optional(),
    last_name: z.string().trim().max(LONGEST_NAME).optional(),
    phone,
    description: z.string().trim().min(1).max(1500),
    'attribute[consent]': z.literal('yes', {
      error: wrong('no-consent'),
    }),
    'attribute[village]': nameOfSomething.optional(),
    'attribute[group]': z.coerce.number().int().optional(),
    'attribute[confidential]': z.literal('yes').optional(),
    'attribute[anonymous]': z.literal('yes').optional(),
  })
  .meta({ id: 'Open311Filing' });

export const servicesAnswer = z
  .array(
    z.strictObject({
      service_code: z.string(),
      service_name: z.string(),
      description: z.string(),
      metadata: z.boolean(),
      type: z.enum(['realtime', 'batch', 'blackbox']),
      keywords: z.string(),
      group: z.string(),
    }),
  )
  .meta({ id: 'Open311Services' });

export const definitionAnswer = z
  .strictObject({
    service_code: z.string(),
    attributes: z.array(
      z.strictObject({
        variable: z.boolean(),
        code: z.string(),
        datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
        required: z.boolean(),
        datatype_description: z.string(),
        order: z.number().int(),
        description: z.string(),
        values: z.array(z.strictObject({ key: z.string(), name: z.string() })),
      }),
    ),
  })
  .meta({ id: 'Open311Definition' });

export const submittedAnswer = z
  .array(
    z.strictObject({
      service_request_id: z.string(),
      service_notice: z.string(),
      account_id: z.null(),
    }),
  )
  .meta({ id: 'Open311Filed' });

export const requestsAnswer = z
  .array(
    z.strictObject({
      service_request_id: z.string(),
      status: z.enum(['open', 'closed']),
      status_notes: z.string(),
      service_name: z.string(),
      service_code: z.string(),
      description: z.null().describe('Never given: they are the words of a person'),
      agency_responsible: z.string().nullable(),
      service_notice: z.null(),
      requested_datetime: instant,
      updated_datetime: instant,
      expected_datetime: instant.nullable(),
      address: z.string().nullable().describe('The grid, for matters of public places'),
      address_id: z.null(),
      zipcode: z.null(),
      lat: z.number().nullable().describe('To about 100 m, for matters of public places'),
      long: z.number().nullable(),
      media_url: z.null(),
    }),
  )
  .meta({ id: 'Open311Requests' });

export const errorsAnswer = z
  .array(z.strictObject({ code: z.number().int(), description: z.string() }))
  .meta({ id: 'Open311Errors' });

// --- the routes: a path says its format, but for those whose last part API Gateway only knows to be there ------------

const inJson = <S extends z.ZodType>(schema: S) => ({ 'application/json': schema }) as const;
const inXml = { 'text/xml': 'as it is' } as const;
const inEither = <S extends z.ZodType>(schema: S) => ({ ...inJson(schema), ...inXml }) as const;

const refusals = (statuses: readonly number[], content: Content): Record<number, Content> =>
  Object.fromEntries(statuses.map((status) => [status, content]));

const LIST = {
  method: 'GET',
  summary: 'What can be reported (GeoReport v2: GET service list)',
  query: placeQuery,
  problems: [],
} as const;
const LIST_REFUSED = [404, 500];

export const servicesJsonRoute = route({
  ...LIST,
  path: '/open311/v2/services.json',
  answers: { 200: inJson(servicesAnswer), ...refusals(LIST_REFUSED, inJson(errorsAnswer)) },
});
export const servicesXmlRoute = route({
  ...LIST,
  path: '/open311/v2/services.xml',
  answers: { 200: inXml, ...refusals(LIST_REFUSED, inXml) },
});

const REQUESTS = {
  method: 'GET',
  summary: 'What was reported of public places, without names or words (GET service requests)',
  query: requestsQuery,
  problems: [],
} as const;
const REQUESTS_REFUSED = [400, 404, 500];

export const requestsJsonRoute = route({
  ...REQUESTS,
  path: '/open311/v2/requests.json',
  answers: { 200: inJson(requestsAnswer), ...refusals(REQUESTS_REFUSED, inJson(errorsAnswer)) },
});
export const requestsXmlRoute = route({
  ...REQUESTS,
  path: '/open311/v2/requests.xml',
  answers: { 200: inXml, ...refusals(REQUESTS_REFUSED, inXml) },
});

const SUBMIT = {
  method: 'POST',
  summary: 'Submit a request (POST service request)',
  query: placeQuery.pick({ lang: true }),
  body: { 'application/x-www-form-urlencoded': submissionForm },
  problems: [],
} as const;
const SUBMIT_REFUSED = [400, 403, 404, 413, 415, 429, 500];

export const submitJsonRoute = route({
  ...SUBMIT,
  path: '/open311/v2/requests.json',
  answers: { 201: inJson(submittedAnswer), ...refusals(SUBMIT_REFUSED, inJson(errorsAnswer)) },
});
export const submitXmlRoute = route({
  ...SUBMIT,
  path: '/open311/v2/requests.xml',
  answers: { 201: inXml, ...refusals(SUBMIT_REFUSED, inXml) },
});

export const definitionRoute = route({
  method: 'GET',
  path: '/open311/v2/services/{code}',
  summary: 'What is asked besides, for a service: its code with `.json` or `.xml` (GET service definition)',
  query: placeQuery,
  answers: { 200: inEither(definitionAnswer), ...refusals([404, 500], inEither(errorsAnswer)) },
  problems: [],
});

export const requestRoute = route({
  method: 'GET',
  path: '/open311/v2/requests/{id}',
  summary: 'How far a request is: its number with `.json` or `.xml` (GET service request)',
  query: placeQuery,
  answers: { 200: inEither(requestsAnswer), ...refusals([404, 500], inEither(errorsAnswer)) },
  problems: [],
});
