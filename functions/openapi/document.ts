import * as z from 'zod';
import { problemAnswer } from '../../contracts/problem.js';
import type { ApiRoute, Content } from './api-route.js';
import { ASK_ANSWERS, ASK_BODIES, ASK_ROUTES } from './ask-routes.js';
import { CARRIER_ANSWERS, CARRIER_BODIES, CARRIER_ROUTES } from './carrier-routes.js';
import { CONSOLE_FLOOD_ANSWERS, CONSOLE_FLOOD_ROUTES } from './console-flood-routes.js';
import { EXECUTION_ANSWERS, EXECUTION_API_ROUTES, EXECUTION_BODIES } from './console-execution-routes.js';
import {
  CONSOLE_READING_ANSWERS,
  CONSOLE_READING_BODIES,
  CONSOLE_READING_ROUTES,
} from './console-reading-routes.js';
import {
  CONSOLE_REQUEST_ANSWERS,
  CONSOLE_REQUEST_BODIES,
  CONSOLE_REQUEST_ROUTES,
} from './console-request-routes.js';
import { CONSOLE_TEXT_ANSWERS, CONSOLE_TEXT_ROUTES } from './console-text-routes.js';
import { CONSOLE_WORK_ANSWERS, CONSOLE_WORK_ROUTES } from './console-work-routes.js';
import { CONSOLE_TOWN_ANSWERS, CONSOLE_TOWN_BODIES, CONSOLE_TOWN_ROUTES } from './console-town-routes.js';
import { SESSION_API_ANSWERS, SESSION_API_ROUTES } from './console-session-routes.js';
import { INSPECTION_ANSWERS, INSPECTION_ROUTES } from './inspection-routes.js';
import { OPEN311_ANSWERS, OPEN311_BODIES, OPEN311_ROUTES } from './open311-routes.js';
import { PHOTO_ANSWERS, PHOTO_ROUTES } from './photo-routes.js';
import { SIMILAR_ANSWERS, SIMILAR_ROUTES } from './similar-routes.js';
import { PLACE_ANSWERS, PLACE_ROUTES } from './place-routes.js';
import { RESIDENT_ANSWERS, RESIDENT_BODIES, RESIDENT_ROUTES } from './resident-routes.js';
import { STAFF_ANSWERS, STAFF_BODIES, STAFF_ROUTES } from './staff-routes.js';
import { VISIT_ANSWERS, VISIT_BODIES, VISIT_ROUTES } from './visit-routes.js';

type JsonObject = Readonly<Record<string, unknown>>;

/** Every route there is, pages aside. */
export const API_ROUTES: readonly ApiRoute[] = [
  ...RESIDENT_ROUTES,
  ...SIMILAR_ROUTES,
  ...PHOTO_ROUTES,
  ...PLACE_ROUTES,
  ...ASK_ROUTES,
  ...VISIT_ROUTES,
  ...STAFF_ROUTES,
  ...INSPECTION_ROUTES,
  ...OPEN311_ROUTES,
  ...CARRIER_ROUTES,
  ...SESSION_API_ROUTES,
  ...CONSOLE_REQUEST_ROUTES,
  ...EXECUTION_API_ROUTES,
  ...CONSOLE_TOWN_ROUTES,
  ...CONSOLE_WORK_ROUTES,
  ...CONSOLE_TEXT_ROUTES,
  ...CONSOLE_FLOOD_ROUTES,
  ...CONSOLE_READING_ROUTES,
];

const ANSWERS: Readonly<Record<string, z.ZodType>> = {
  Problem: problemAnswer,
  ...RESIDENT_ANSWERS,
  ...SIMILAR_ANSWERS,
  ...PHOTO_ANSWERS,
  ...PLACE_ANSWERS,
  ...ASK_ANSWERS,
  ...VISIT_ANSWERS,
  ...STAFF_ANSWERS,
  ...INSPECTION_ANSWERS,
  ...OPEN311_ANSWERS,
  ...CARRIER_ANSWERS,
  ...SESSION_API_ANSWERS,
  ...CONSOLE_REQUEST_ANSWERS,
  ...EXECUTION_ANSWERS,
  ...CONSOLE_TOWN_ANSWERS,
  ...CONSOLE_WORK_ANSWERS,
  ...CONSOLE_TEXT_ANSWERS,
  ...CONSOLE_FLOOD_ANSWERS,
  ...CONSOLE_READING_ANSWERS,
};
export const BODIES: Readonly<Record<string, z.ZodType>> = {
  ...RESIDENT_BODIES,
  ...ASK_BODIES,
  ...VISIT_BODIES,
  ...STAFF_BODIES,
  ...OPEN311_BODIES,
  ...CARRIER_BODIES,
  ...CONSOLE_REQUEST_BODIES,
  ...EXECUTION_BODIES,
  ...CONSOLE_TOWN_BODIES,
  ...CONSOLE_READING_BODIES,
};

/** The OpenAPI 3.1 document of the API, made of the schemas by which the functions read and answer. */
export function openApiDocument(version: string): JsonObject {
  const paths = new Map<string, Record<string, JsonObject>>();
  for (const route of API_ROUTES)
    paths.set(route.path, { ...paths.get(route.path), [route.method]: operationOf(route) });
  paths.set('/openapi.json', { get: SELF });
  return {
    openapi: '3.1.1',
    info: {
      title: 'small-grid',
      version,
      description: 'How residents, departments and other programs reach a town served by small-grid.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: { SignedIn: SIGNED_IN },
      schemas: { ...componentsOf(BODIES, 'input'), ...componentsOf(ANSWERS, 'output') },
    },
  };
}

/** Which issuer it is, the console's pages are told by `/console/config.json`. */
const SIGNED_IN: JsonObject = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description: "A token of the console's OpenID Connect issuer, with the claims `town` and `roles`",
};

const SELF: JsonObject = {
  summary: 'This document',
  responses: { 200: { description: 'OK', content: { 'application/json': { schema: { type: 'object' } } } } },
};

const referTo = (name: string): string => `#/components/schemas/${name}`;

function componentsOf(schemas: Readonly<Record<string, z.ZodType>>, io: 'input' | 'output'): JsonObject {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { uri: referTo, io }).schemas;
  return Object.fromEntries(
    Object.entries(made).map(([name, { $schema: _dialect, $id: _place, ...schema }]) => [name, schema]),
  );
}

function operationOf(route: ApiRoute): JsonObject {
  const { summary, path, query, headers = [], body, answers, problems, needsToken = false } = route;
  const given = Object.entries(answers).map(([status, content]) => [
    status,
    responseOf(Number(status) < 400 ? 'OK' : 'What is wrong', content),
  ]);
  const refused = problems.map((status) => [status, PROBLEM]);
  const unsigned = needsToken ? [[401, UNAUTHORIZED]] : [];
  return {
    summary,
    parameters: [
      ...pathParameters(path),
      ...queryParameters(query),
      ...headers.map((header) => ({ in: 'header', ...header, schema: { type: 'string' } })),
    ],
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body) } }),
    responses: Object.fromEntries([...given, ...refused, ...unsigned]),
    ...(needsToken ? { security: [{ SignedIn: [] }] } : {}),
  };
}

/** API Gateway's own answer. */
const UNAUTHORIZED = {
  description: 'No token, or not one that is valid here and now',
  content: {
    'application/json': {
      schema: { type: 'object', properties: { message: { type: 'string' } }, required: ['message'] },
    },
  },
};

const PROBLEM = {
  description: 'What is wrong, and with which field (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: referTo('Problem') } } },
};

const responseOf = (description: string, content: readonly Content[]): JsonObject => ({
  description,
  content: contentOf(content),
});

const contentOf = (contents: readonly Content[]): JsonObject =>
  Object.fromEntries(
    contents.map(({ type, schema }) => [
      type,
      { schema: schema === undefined ? { type: 'string' } : { $ref: referTo(schema) } },
    ]),
  );

const pathParameters = (path: string): JsonObject[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    in: 'path',
    name,
    required: true,
    schema: { type: 'string' },
  }));

const objectSchema = z.looseObject({
  properties: z.record(z.string(), z.record(z.string(), z.json())).default({}),
  required: z.array(z.string()).default([]),
});
const querySchema = z.union([z.looseObject({ anyOf: z.array(objectSchema) }), objectSchema]);

/** A query of several forms has the parameters of all; required are those that every form requires. */
function queryParameters(query: z.ZodType): JsonObject[] {
  // What comes out says the type of a number in a query, what goes in says what may be left out.
  const types = formsOf(z.toJSONSchema(query, { io: 'output' }));
  const required = formsOf(z.toJSONSchema(query, { io: 'input' })).map((form) => new Set(form.required));
  const parameters = new Map(types.flatMap(({ properties }) => Object.entries(properties)));
  return [...parameters].map(([name, { description, ...schema }]) => ({
    in: 'query',
    name,
    required: required.every((names) => names.has(name)),
    ...(description === undefined ? {} : { description }),
    schema,
  }));
}

function formsOf(schema: unknown): z.output<typeof objectSchema>[] {
  const parsed = querySchema.parse(schema);
  return 'anyOf' in parsed ? z.array(objectSchema).parse(parsed.anyOf) : [objectSchema.parse(parsed)];
}
