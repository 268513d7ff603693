import type * as z from 'zod';
import { answeredAnswer, askAnswer, askAnswerBody, askQuery } from '../../contracts/ask.js';
import { type ApiRoute, json } from './api-route.js';

export const ASK_BODIES: Readonly<Record<string, z.ZodType>> = { AskAnswer: askAnswerBody };
export const ASK_ANSWERS: Readonly<Record<string, z.ZodType>> = {
  Ask: askAnswer,
  AskAnswered: answeredAnswer,
};

/** What a signed link opens. */
export const ASK_ROUTES: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/asks/{id}',
    summary:
      'What a member of staff is asked; opened by the signed link they were texted, while the ask is open',
    query: askQuery,
    answers: { 200: [...json('Ask'), { type: 'text/html' }] },
    problems: [400, 404, 409, 410, 500],
  },
  {
    method: 'post',
    path: '/asks/{id}',
    summary: 'Their answer, the same as by text',
    query: askQuery,
    body: json('AskAnswer'),
    answers: { 202: json('AskAnswered') },
    problems: [400, 404, 409, 410, 413, 415, 422, 500],
  },
];
