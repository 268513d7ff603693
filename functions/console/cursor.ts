import type * as z from 'zod';
import type { HttpCall } from '../http/http-handler.js';
import { Problem } from '../http/problem.js';

const WORDS = { 'zh-CN': '请从上一页给出的位置继续', en: 'must be what the page before gave' } as const;

/** Where a page ended, as one word of an address. It names places in an order only: the town is the caller's own. */
export const writeCursor = (place: unknown): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place that a cursor names; undefined where there is no cursor. */
export function readCursor<Place>(
  cursor: string | undefined,
  schema: z.ZodType<Place>,
  { language }: HttpCall,
): Place | undefined {
  if (cursor === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new Problem('invalid-query', [{ field: '/cursor', message: WORDS[language] }]);
  }
}
