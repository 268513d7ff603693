import { validateHeaderName, validateHeaderValue } from 'node:http';
import * as z from 'zod';
import type { Json } from '../assembly/json.js';

/** An answer over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
}

function canBeSent(name: string, value: string): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

const headersSchema = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String))
  .refine((headers) => Object.entries(headers).every(([name, value]) => canBeSent(name, value)));

const BASE64 = /^[\w+/-]*={0,2}$/;

const responseSchema = z
  .object({
    /** A lower one says that an answer is still to come. */
    statusCode: z.coerce.number().int().min(200).max(599),
    headers: headersSchema.nullish(),
    cookies: z.array(z.string().refine((cookie) => canBeSent('set-cookie', cookie))).nullish(),
    body: z.string().nullish(),
    isBase64Encoded: z.boolean().nullish(),
  })
  .refine(({ body, isBase64Encoded }) => isBase64Encoded !== true || BASE64.test(body ?? ''));

/** How the connection is kept, and how long the body is, is for the gateway to say. */
const ITS_OWN: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'proxy-authenticate',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** API Gateway's own answers. */
export const plainAnswer = (status: number, message: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  cookies: [],
  body: Buffer.from(JSON.stringify({ message })),
});

/** Without a status code the whole result is the body of a 200. */
const inferred = (body: string): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  cookies: [],
  body: Buffer.from(body),
});

/** A function's result as API Gateway reads it (payload format 2.0); a malformed one is an Internal Server Error. */
export function gatewayResponse(result: Json): HttpAnswer {
  if (typeof result === 'string') return inferred(result);
  if (typeof result !== 'object' || result === null || !('statusCode' in result))
    return inferred(JSON.stringify(result));
  const parsed = responseSchema.safeParse(result);
  if (!parsed.success) return plainAnswer(500, 'Internal Server Error');
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const given = Object.fromEntries(
    Object.entries(headers ?? {})
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name]) => !ITS_OWN.has(name)),
  );
  return {
    status: statusCode,
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...given },
    cookies: cookies ?? [],
    body: Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}
