import type * as z from 'zod';
import {
  correctionBody,
  readingAnswer,
  takeOverBody,
  taughtItem,
  triedAnswer,
} from '../../contracts/console-reading.js';
import { commonQuery } from '../../contracts/town.js';
import { type ApiRoute, json, REFUSED, UNREADABLE } from './api-route.js';

export const CONSOLE_READING_BODIES: Readonly<Record<string, z.ZodType>> = {
  ReadingCorrection: correctionBody,
  ReadingTakeOver: takeOverBody,
};

export const CONSOLE_READING_ANSWERS: Readonly<Record<string, z.ZodType>> = {
  Reading: readingAnswer,
  Taught: taughtItem,
  ReadingTried: triedAnswer,
};

/** How the town reads free words, and what it is taught. */
export const CONSOLE_READING_ROUTES: readonly ApiRoute[] = [
  {
    method: 'post',
    path: '/admin/requests/{id}/reading',
    summary:
      'How the words of a request should have been read: kept, without anything personal, for the reading to learn; this is recorded in the audit trail',
    needsToken: true,
    query: commonQuery,
    body: json('ReadingCorrection'),
    answers: { 201: json('Taught') },
    problems: [...UNREADABLE, ...REFUSED, 409, 422],
  },
  {
    method: 'get',
    path: '/admin/reading',
    summary: 'How well texts are read that the town never learnt from, and what it was taught since',
    needsToken: true,
    query: commonQuery,
    answers: { 200: json('Reading') },
    problems: REFUSED,
  },
  {
    method: 'delete',
    path: '/admin/reading/taught/{id}',
    summary: 'Takes back what was taught of a request',
    needsToken: true,
    query: commonQuery,
    answers: { 200: json('Taught') },
    problems: REFUSED,
  },
  {
    method: 'post',
    path: '/admin/reading/try',
    summary: 'What would change if what was taught were learnt; takes seconds, changes nothing',
    needsToken: true,
    query: commonQuery,
    answers: { 200: json('ReadingTried') },
    problems: [...REFUSED, 409],
  },
  {
    method: 'post',
    path: '/admin/reading/take-over',
    summary:
      'Learns what was taught, as the next version of the town; refused where a danger would not be recognised any more',
    needsToken: true,
    query: commonQuery,
    body: json('ReadingTakeOver'),
    answers: { 200: json('TownChanged') },
    problems: [...UNREADABLE, ...REFUSED, 409, 422],
  },
];
