import * as z from 'zod';
import type { Permission } from '../domain/access/permissions.js';
import { COMMON_QUERY } from './words.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The right that a call of the console needs; `signed-in` is enough where nothing of the town is shown. */
export type RouteAccess = Permission | 'signed-in';

type MediaType =
  | 'application/json'
  | 'application/x-www-form-urlencoded'
  | 'image/jpeg'
  | 'text/csv'
  | 'text/html'
  | 'text/xml';

/** A JSON document by its schema; else what there is by its media type: by a schema, or as it is. */
export type Content = z.ZodType | Readonly<Partial<Record<MediaType, z.ZodType | 'as it is'>>>;

/** The declaration of a route. Gateway, dispatch, document and the pages' calls are derived from it. */
export interface Declared {
  readonly method: Method;
  /** As API Gateway writes it: `/requests/{id}`. */
  readonly path: `/${string}`;
  /** Without one the OpenAPI document leaves the route out: pages, which are for browsers. */
  readonly summary?: string;
  /** The town and the language, where nothing else is said. */
  readonly query?: z.ZodType;
  readonly headers?: readonly { readonly name: string; readonly description: string }[];
  readonly body?: Content;
  /** The answers by status. */
  readonly answers: Readonly<Record<number, Content>>;
  /** Statuses that are answered with a problem document. */
  readonly problems: readonly number[];
  /** Of the console alone: only with a token of its issuer, and this. */
  readonly permission?: RouteAccess;
}

export const commonQuery = z.strictObject(COMMON_QUERY);
export const noQuery = z.strictObject({});

export interface Route extends Declared {
  readonly query: z.ZodType;
}

type QueryOf<D extends Declared> = D extends { readonly query: infer Query extends z.ZodType }
  ? Query
  : typeof commonQuery;
export type RouteOf<D extends Declared> = Omit<D, 'query'> & { readonly query: QueryOf<D> };

export const route = <const D extends Declared>(declared: D): RouteOf<D> =>
  // The compiler does not follow which of the two it is.
  ({ query: commonQuery, ...declared }) as unknown as RouteOf<D>;

/** A page for browsers. */
export const page = <const M extends Method, const Path extends `/${string}`>(method: M, path: Path) =>
  route({ method, path, answers: { 200: { 'text/html': 'as it is' } }, problems: [] });

/** How API Gateway names a route: `GET /requests/{id}`. */
export const keyOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;

/** The names of what a path leaves open. */
export type ParamName<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Whole}+` ? Whole : Name) | ParamName<Rest>
  : never;
export type ParamsOf<R extends Route> = Readonly<Record<ParamName<R['path']>, string>>;

/** The schema of a content that is, or can be, JSON. */
export type JsonOf<C> = C extends z.ZodType
  ? C
  : C extends { readonly 'application/json': infer Schema extends z.ZodType }
    ? Schema
    : never;

export const isSchema = (content: Content | z.ZodType | 'as it is'): content is z.ZodType =>
  typeof content === 'object' && '_zod' in content;

/** The schema of what is, or can be, JSON. */
export const jsonOf = (content: Content | undefined): z.ZodType | undefined => {
  if (content === undefined || isSchema(content)) return content;
  const json = content['application/json'];
  return json === 'as it is' ? undefined : json;
};

/** The JSON answers of a route, as they are read. */
export type AnswerOf<R extends Route> = {
  [Status in keyof R['answers']]: z.output<JsonOf<R['answers'][Status]>>;
}[keyof R['answers']];

/** The further statuses of every route of the console: not allowed, no such thing, failed. */
export const REFUSED = [403, 404, 500] as const;

/** The further statuses of every route that takes a body: not JSON, too large, of another type. */
export const UNREADABLE = [400, 413, 415] as const;
