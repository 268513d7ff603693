import * as z from 'zod';
import { problemAnswer } from '../../contracts/problem.js';
import { type Content, isSchema, type Route } from '../../contracts/route.js';
import { EVERY_ROUTE } from './every-route.js';

type JsonObject = Readonly<Record<string, unknown>>;

/** A route that the document describes. */
interface ApiRoute extends Route {
  readonly summary: string;
}
const isDescribed = (route: Route): route is ApiRoute => route.summary !== undefined;

const nameOf = (schema: z.ZodType): string | undefined => schema.meta()?.id;

type Named = Readonly<Record<string, z.ZodType>>;

/** The schemas of some contents, by the names that they have in the document. */
const namedIn = (contents: readonly Content[]): Named =>
  Object.fromEntries(
    contents
      .flatMap((content) => (isSchema(content) ? [content] : Object.values(content)))
      .flatMap((schema) => {
        const name = isSchema(schema) ? nameOf(schema) : undefined;
        return isSchema(schema) && name !== undefined ? [[name, schema]] : [];
      }),
  );

const bodiesOf = (routes: readonly ApiRoute[]): Named => namedIn(routes.flatMap(({ body }) => body ?? []));
const answersOf = (routes: readonly ApiRoute[]): Named =>
  namedIn([problemAnswer, ...routes.flatMap(({ answers }) => Object.values(answers))]);

/** Every route there is, pages aside, and what is sent to them. */
export const API_ROUTES = EVERY_ROUTE.filter(isDescribed);
export const BODIES = bodiesOf(API_ROUTES);

/** The OpenAPI 3.1 document of the API, made of the schemas by which the functions read and answer. */
export function openApiDocument(version: string, all: readonly Route[] = EVERY_ROUTE): JsonObject {
  const routes = all.filter(isDescribed);
  const paths = new Map<string, Record<string, JsonObject>>();
  for (const route of routes)
    paths.set(route.path, { ...paths.get(route.path), [route.method.toLowerCase()]: operationOf(route) });
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
      schemas: { ...componentsOf(bodiesOf(routes), 'input'), ...componentsOf(answersOf(routes), 'output') },
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

const referTo = (name: string): string => `#/components/schemas/${name}`;

function componentsOf(schemas: Named, io: 'input' | 'output'): JsonObject {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { uri: referTo, io }).schemas;
  return Object.fromEntries(
    Object.entries(made).map(([name, { $schema: _dialect, $id: _place, ...schema }]) => [name, schema]),
  );
}

function operationOf(route: ApiRoute): JsonObject {
  const { summary, path, query, headers = [], body, answers, problems, permission } = route;
  const given = Object.entries(answers).map(([status, content]) => [
    status,
    responseOf(Number(status) < 400 ? 'OK' : 'What is wrong', content),
  ]);
  const refused = problems.map((status) => [status, PROBLEM]);
  const unsigned = permission !== undefined ? [[401, UNAUTHORIZED]] : [];
  return {
    summary,
    parameters: [
      ...pathParameters(path),
      ...queryParameters(query),
      ...headers.map((header) => ({ in: 'header', ...header, schema: { type: 'string' } })),
    ],
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body, 'input') } }),
    responses: Object.fromEntries([...given, ...refused, ...unsigned]),
    ...(permission !== undefined ? { security: [{ SignedIn: [] }] } : {}),
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

const responseOf = (description: string, content: Content): JsonObject => ({
  description,
  content: contentOf(content, 'output'),
});

const contentOf = (content: Content, io: 'input' | 'output'): JsonObject =>
  Object.fromEntries(
    Object.entries(isSchema(content) ? { 'application/json': content } : content).map(([type, schema]) => [
      type,
      { schema: schema === 'as it is' ? { type: 'string' } : schemaIn(schema, io) },
    ]),
  );

function schemaIn(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const name = nameOf(schema);
  if (name !== undefined) return { $ref: referTo(name) };
  const { $schema: _dialect, ...inline } = z.toJSONSchema(schema, { io });
  return inline;
}

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
  // The outgoing form says the type of a number in a query, the incoming one which parameters may be left out.
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
