import type * as z from 'zod';
import { similarAnswer, similarQuery } from '../../contracts/similar.js';
import { type ApiRoute, json } from './api-route.js';

export const SIMILAR_ANSWERS: Readonly<Record<string, z.ZodType>> = { SimilarRequests: similarAnswer };

/** Before somebody reports what was reported already. */
export const SIMILAR_ROUTES: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/requests/similar',
    summary:
      'Open requests like the one that is about to be reported: of public places, near in time and place, nothing personal',
    query: similarQuery,
    answers: { 200: json('SimilarRequests') },
    problems: [400, 404, 429, 500],
  },
];
