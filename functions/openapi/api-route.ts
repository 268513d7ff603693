import type * as z from 'zod';

/** What a route answers or takes: a schema by the name it has in the document, or plain text of a type. */
export interface Content {
  readonly type:
    | 'application/json'
    | 'application/x-www-form-urlencoded'
    | 'image/jpeg'
    | 'text/csv'
    | 'text/xml'
    | 'text/html';
  readonly schema?: string;
}

/** A route as the document describes it. */
export interface ApiRoute {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Whether it needs a token of the console's issuer. */
  readonly needsToken?: boolean;
  /** As API Gateway writes it: `/requests/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly query: z.ZodType;
  readonly headers?: readonly { readonly name: string; readonly description: string }[];
  readonly body?: readonly Content[];
  /** What is answered, by status. */
  readonly answers: Readonly<Record<number, readonly Content[]>>;
  /** Statuses that are answered with a problem document. */
  readonly problems: readonly number[];
}

/** One JSON document, by the name of its schema. */
export const json = (schema: string): Content[] => [{ type: 'application/json', schema }];

/** What every route of the console can answer besides: not allowed, no such thing, failed. */
export const REFUSED: readonly number[] = [403, 404, 500];

/** What every route that takes a body can answer besides: not JSON, too large, of another type. */
export const UNREADABLE: readonly number[] = [400, 413, 415];
