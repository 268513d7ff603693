import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Language } from '../../domain/words/language.js';
import type { answeredBefore } from '../../contracts/problem.js';
import { problemWords, type ProblemType } from './problem-words.js';

export interface FieldError {
  /** JSON Pointer of the field, for example `/onBehalfOf/phone`. */
  readonly field: string;
  readonly message: string;
}

/** A failure that is the caller's to mend; thrown by the parts, answered by `httpHandler`. */
export class Problem extends Error {
  constructor(
    readonly type: ProblemType,
    readonly errors: readonly FieldError[] = [],
    /** With `not-open`: what was answered. */
    readonly answered?: z.input<typeof answeredBefore>,
    /** More of it in words, and in how many seconds it may go. */
    readonly more: { readonly detail?: string; readonly retryAfter?: number } = {},
  ) {
    super(type);
    this.name = 'Problem';
  }
}

/** When to try again, for the headers of an answer. */
export const retryHeader = ({ more: { retryAfter } }: Problem): Record<string, string> =>
  retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };

/** The problem as RFC 9457 wants it, in the caller's language. */
export function problemResponse(problem: Problem, language: Language): APIGatewayProxyStructuredResultV2 {
  const { status, title } = problemWords(problem.type);
  const body = {
    type: `urn:small-grid:problem:${problem.type}`,
    title: title[language],
    status,
    ...(problem.more.detail === undefined ? {} : { detail: problem.more.detail }),
    ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
    ...(problem.answered === undefined ? {} : { answered: problem.answered }),
  };
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      ...retryHeader(problem),
    },
    body: JSON.stringify(body),
  };
}
