import type * as z from 'zod';
import {
  roundAnswer,
  roundsAnswer,
  roundsQuery,
  taskAnswer,
  tasksAnswer,
  tasksQuery,
} from '../../contracts/console-work.js';
import { commonQuery } from '../../contracts/town.js';
import { type ApiRoute, REFUSED, json } from './api-route.js';

export const CONSOLE_WORK_ANSWERS: Readonly<Record<string, z.ZodType>> = {
  Rounds: roundsAnswer,
  Round: roundAnswer,
  Tasks: tasksAnswer,
  Task: taskAnswer,
};

/** What runs by itself, and what the staff are asked outside requests. */
export const CONSOLE_WORK_ROUTES: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/admin/rounds',
    summary: 'Runs of the recurring systems, the latest first',
    needsToken: true,
    query: roundsQuery,
    answers: { 200: json('Rounds') },
    problems: [400, 403, 500],
  },
  {
    method: 'get',
    path: '/admin/rounds/{kind}/{date}',
    summary: 'One run with what it reports',
    needsToken: true,
    query: commonQuery,
    answers: { 200: json('Round') },
    problems: REFUSED,
  },
  {
    method: 'get',
    path: '/admin/tasks',
    summary: 'Follow-ups, checks, calls, rectifications and supervision orders, open or closed',
    needsToken: true,
    query: tasksQuery,
    answers: { 200: json('Tasks') },
    problems: [400, 403, 500],
  },
  {
    method: 'get',
    path: '/admin/tasks/{id}',
    summary: 'One task whole; viewing what was said on it is recorded in the audit trail',
    needsToken: true,
    query: commonQuery,
    answers: { 200: json('Task') },
    problems: REFUSED,
  },
];
