import type * as z from 'zod';
import { problemAnswer } from '../contracts/problem.js';
import { readAnswer } from './read-answer.js';

const said = problemAnswer.partial();

/** A problem as the service words it (RFC 9457), in the caller's language. */
export type Problem = Omit<z.output<typeof said>, 'status' | 'errors'> & {
  readonly status: number;
  readonly errors: NonNullable<z.output<typeof said>['errors']>;
};

/** An answer that was given before. */
export type Answered = NonNullable<Problem['answered']>;

/** A problem document; an answer that is none (a proxy's error page) is a problem that says only its status. */
export const problemOf = (value: unknown, status: number): Problem => ({
  status,
  errors: [],
  ...readAnswer(said, value),
});
