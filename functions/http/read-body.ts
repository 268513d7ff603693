import type * as z from 'zod';
import type { Language } from '../../domain/words/language.js';
import { cleanWords } from '../../domain/words/clean-words.js';
import { fitSent } from './clean-input.js';
import type { HttpCall } from './http-handler.js';
import { Problem } from './problem.js';

/** No form here needs more; photos go another way. Bytes. */
const LARGEST_BODY = 64 * 1024;

/** How much a route takes: bytes of the body, and characters of one field of it. */
export interface Limits {
  readonly largest?: number;
  readonly longest?: number;
}

/**
 * Reads a JSON body: right type, right size, right JSON, and every field by the schema, or a problem that says which.
 *
 * @param limits where a route takes more than a form.
 */
export function readBody<Schema extends z.ZodType>(
  call: HttpCall,
  schema: Schema,
  { largest = LARGEST_BODY, longest }: Limits = {},
): z.output<Schema> {
  if (contentTypeOf(call) !== 'application/json') throw new Problem('wrong-content-type');
  return fit(call, parseJson(bytesOf(call, largest)), schema, longest);
}

/**
 * Reads a form (`application/x-www-form-urlencoded`) in the same way. Of a field given twice the last counts; one left
 * empty is as if it were not there.
 */
export function readForm<Schema extends z.ZodType>(
  call: HttpCall,
  schema: Schema,
  { longest }: Pick<Limits, 'longest'> = {},
): z.output<Schema> {
  if (contentTypeOf(call) !== 'application/x-www-form-urlencoded') throw new Problem('wrong-form-type');
  const fields = [...new URLSearchParams(bytesOf(call, LARGEST_BODY).toString('utf8'))];
  const filled = fields.filter(([, value]) => cleanWords(value).trim() !== '');
  return fit(call, Object.fromEntries(filled), schema, longest);
}

const contentTypeOf = ({ event }: HttpCall): string | undefined =>
  (event.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();

const LIMIT: Readonly<Record<Language, (kib: number) => string>> = {
  'zh-CN': (kib) => `不得超过 ${kib} KiB`,
  en: (kib) => `must be at most ${kib} KiB`,
};

function bytesOf({ event, language }: HttpCall, largest: number): Buffer {
  const raw = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (raw.byteLength > largest)
    throw new Problem('too-large', [{ field: '', message: LIMIT[language](largest / 1024) }]);
  return raw;
}

const fit = <Schema extends z.ZodType>(
  { language }: HttpCall,
  sent: unknown,
  schema: Schema,
  longest: number | undefined,
): z.output<Schema> => fitSent(sent, schema, { language, problem: 'invalid-body', longest });

function parseJson(raw: Buffer): unknown {
  try {
    // Fatal: bytes that are not UTF-8 are an error, not question marks in somebody's name.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    throw new Problem('broken-json');
  }
}
