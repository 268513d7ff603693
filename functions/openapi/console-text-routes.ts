import type * as z from 'zod';
import { billAnswer, textAnswer, textsAnswer, textsQuery } from '../../contracts/console-texts.js';
import { commonQuery } from '../../contracts/town.js';
import { type ApiRoute, REFUSED, json } from './api-route.js';

export const CONSOLE_TEXT_ANSWERS: Readonly<Record<string, z.ZodType>> = {
  Texts: textsAnswer,
  Text: textAnswer,
  Bill: billAnswer,
};

/** What is texted, and what a request costs. */
export const CONSOLE_TEXT_ROUTES: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/admin/texts',
    summary: 'The log of texts, both ways, with everything personal masked',
    needsToken: true,
    query: textsQuery,
    answers: { 200: json('Texts') },
    problems: [400, 403, 500],
  },
  {
    method: 'get',
    path: '/admin/texts/{id}',
    summary: 'One text as it was; viewing it is recorded in the audit trail',
    needsToken: true,
    query: commonQuery,
    answers: { 200: json('Text') },
    problems: REFUSED,
  },
  {
    method: 'get',
    path: '/admin/requests/{id}/texts',
    summary: 'The texts about one request, both ways, with everything personal masked',
    needsToken: true,
    query: commonQuery,
    answers: { 200: json('Texts') },
    problems: [400, ...REFUSED],
  },
  {
    method: 'get',
    path: '/admin/requests/{id}/bill',
    summary: 'What a request has cost so far, line by line, and what of it is estimated',
    needsToken: true,
    query: commonQuery,
    answers: { 200: json('Bill') },
    problems: REFUSED,
  },
];
