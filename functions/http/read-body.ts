import type * as z from 'zod';
import { fieldErrors } from './field-errors.js';
import type { HttpCall } from './http-handler.js';
import { Problem } from './problem.js';

/** No form here needs more; photos go another way. Bytes. */
const LARGEST_BODY = 64 * 1024;

/** Reads a JSON body: right type, right size, right JSON, and every field by the schema, or a problem that says which. */
export function readBody<Schema extends z.ZodType>(call: HttpCall, schema: Schema): z.output<Schema> {
  const { event, language } = call;
  const contentType = (event.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/json') throw new Problem('wrong-content-type');
  const raw = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (raw.byteLength > LARGEST_BODY) throw new Problem('too-large');
  const parsed = schema.safeParse(parseJson(raw), { reportInput: true });
  if (!parsed.success) throw new Problem('invalid-body', fieldErrors(parsed.error.issues, language));
  return parsed.data;
}

function parseJson(raw: Buffer): unknown {
  try {
    // Fatal: bytes that are not UTF-8 are an error, not question marks in somebody's name.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    throw new Problem('broken-json');
  }
}
