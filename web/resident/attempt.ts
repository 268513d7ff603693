import * as z from 'zod';
import type { submissionFields } from '../../contracts/resident/request.js';
import { isObject } from '../json.js';
import type { RequestBody } from '../../contracts/resident/draft.js';

/** One submission: what is sent, word for word, under which `Idempotency-Key`. Sent again it is still one request. */
export const attemptSchema = z.object({
  key: z.string(),
  /** The JSON text of a `RequestBody`. */
  body: z.string(),
});
export type Attempt = Readonly<z.output<typeof attemptSchema>>;

/** The language of the page is no part of what was said: switching it must not make a second request. */
const said = (body: unknown): string =>
  JSON.stringify(isObject(body) ? { ...body, language: undefined } : body);

/**
 * The submission to send now. The same words as last time are the same submission, sent as it was: the answer to the
 * first try may only have been lost on the way. Other words are another submission, as a key must never stand for two
 * of them.
 */
export function attemptFor(last: Attempt | undefined, body: RequestBody, newKey: () => string): Attempt {
  if (last && said(JSON.parse(last.body)) === said(body)) return last;
  return { key: newKey(), body: JSON.stringify(body) };
}

/** The body to send: consent was given, or there would be no submission. */
export const bodyOf = ({ body }: Attempt): z.input<typeof submissionFields> =>
  JSON.parse(body) as z.input<typeof submissionFields>;
