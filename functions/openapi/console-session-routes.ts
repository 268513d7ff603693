import * as z from 'zod';
import { consoleConfigAnswer, meAnswer } from '../../contracts/console-session.js';
import { type ApiRoute, json } from './api-route.js';

export const SESSION_API_ANSWERS: Readonly<Record<string, z.ZodType>> = {
  ConsoleConfig: consoleConfigAnswer,
  Me: meAnswer,
};

/** How somebody comes into the console. */
export const SESSION_API_ROUTES: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/console/config.json',
    summary: 'Where one signs in to the console',
    query: z.strictObject({}),
    answers: { 200: json('ConsoleConfig') },
    problems: [],
  },
  {
    method: 'get',
    path: '/admin/me',
    summary: 'Who signed in, to which town, and what they may do there',
    needsToken: true,
    query: z.strictObject({}),
    answers: { 200: json('Me') },
    problems: [403, 404, 500],
  },
];
