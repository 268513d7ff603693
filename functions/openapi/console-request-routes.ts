import type * as z from 'zod';
import { callBody, callNoted } from '../../contracts/console-calls.js';
import {
  boardAnswer,
  boardQuery,
  consoleAnswerBody,
  consoleRequestAnswer,
  exportQuery,
  personAnswer,
} from '../../contracts/console-requests.js';
import { commonQuery } from '../../contracts/town.js';
import { type ApiRoute, REFUSED, json } from './api-route.js';

export const CONSOLE_REQUEST_BODIES: Readonly<Record<string, z.ZodType>> = {
  ConsoleAnswer: consoleAnswerBody,
  Call: callBody,
};

export const CONSOLE_REQUEST_ANSWERS: Readonly<Record<string, z.ZodType>> = {
  Board: boardAnswer,
  ConsoleRequest: consoleRequestAnswer,
  Person: personAnswer,
  CallNoted: callNoted,
};

/** Requests, for who runs the town. */
export const CONSOLE_REQUEST_ROUTES: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/admin/requests',
    summary: 'The board: requests by a filter, open or closed, a page at a time',
    needsToken: true,
    query: boardQuery,
    answers: { 200: json('Board') },
    problems: [400, ...REFUSED],
  },
  {
    method: 'get',
    path: '/admin/requests/export',
    summary: 'The same as a table, with who they are about: masked, unless the role allows more',
    needsToken: true,
    query: exportQuery,
    answers: { 200: [{ type: 'text/csv' }] },
    problems: [400, ...REFUSED],
  },
  {
    method: 'get',
    path: '/admin/requests/{id}',
    summary: 'One request whole: timeline, asks, petition, programme, executions; the personal half aside',
    needsToken: true,
    query: commonQuery,
    answers: { 200: json('ConsoleRequest') },
    problems: REFUSED,
  },
  {
    method: 'get',
    path: '/admin/requests/{id}/person',
    summary: 'Who a request is about and what they said; viewing it is recorded in the audit trail',
    needsToken: true,
    query: commonQuery,
    answers: { 200: json('Person') },
    problems: REFUSED,
  },
  {
    method: 'post',
    path: '/admin/requests/{id}/answers',
    summary: 'The answer to what the duty desk, or whoever signed in, is asked; the same as by text',
    needsToken: true,
    query: commonQuery,
    body: json('ConsoleAnswer'),
    answers: { 202: json('AskAnswered') },
    problems: [400, ...REFUSED, 409, 413, 415, 422],
  },
  {
    method: 'post',
    path: '/admin/requests/{id}/calls',
    summary: 'A telephone call about an emergency to somebody outside the ladder, and what came of it',
    needsToken: true,
    query: commonQuery,
    body: json('Call'),
    answers: { 200: json('CallNoted') },
    problems: [400, ...REFUSED, 409, 413, 415, 422],
  },
];
