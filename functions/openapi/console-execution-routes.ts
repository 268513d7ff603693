import type * as z from 'zod';
import {
  actedAnswer,
  executionAnswer,
  executionsAnswer,
  executionsQuery,
  historyAnswer,
  historyQuery,
  machinesAnswer,
  stopBody,
} from '../../contracts/console-executions.js';
import { commonQuery } from '../../contracts/town.js';
import { type ApiRoute, REFUSED, json } from './api-route.js';

export const EXECUTION_BODIES: Readonly<Record<string, z.ZodType>> = { StopExecution: stopBody };

export const EXECUTION_ANSWERS: Readonly<Record<string, z.ZodType>> = {
  Machines: machinesAnswer,
  Executions: executionsAnswer,
  Execution: executionAnswer,
  ExecutionHistory: historyAnswer,
  ExecutionActed: actedAnswer,
};

const ONE = '/admin/executions/{machine}/{name}';

/** Executions, for who watches them. */
export const EXECUTION_API_ROUTES: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/admin/executions',
    summary: "The town's executions of a state machine, the latest first, a page at a time",
    needsToken: true,
    query: executionsQuery,
    answers: { 200: json('Executions') },
    problems: [400, ...REFUSED],
  },
  {
    method: 'get',
    path: '/admin/executions/machines',
    summary: 'The state machines there are',
    needsToken: true,
    query: commonQuery,
    answers: { 200: json('Machines') },
    problems: REFUSED,
  },
  {
    method: 'get',
    path: ONE,
    summary: 'One execution: how it stands, what went in and came out, the definition it runs',
    needsToken: true,
    query: commonQuery,
    answers: { 200: json('Execution') },
    problems: REFUSED,
  },
  {
    method: 'get',
    path: `${ONE}/history`,
    summary: 'Its events as AWS gives them, a page at a time',
    needsToken: true,
    query: historyQuery,
    answers: { 200: json('ExecutionHistory') },
    problems: [400, ...REFUSED],
  },
  {
    method: 'post',
    path: `${ONE}/redrive`,
    summary: 'Goes on from where it failed; this is recorded in the audit trail',
    needsToken: true,
    query: commonQuery,
    answers: { 202: json('ExecutionActed') },
    problems: [...REFUSED, 409],
  },
  {
    method: 'post',
    path: `${ONE}/retry`,
    summary:
      'Begins its work again, as a new execution with the same input; answers its name. This is recorded in the audit trail',
    needsToken: true,
    query: commonQuery,
    answers: { 202: json('ExecutionActed') },
    problems: [...REFUSED, 409],
  },
  {
    method: 'post',
    path: `${ONE}/stop`,
    summary: 'Stops it; this is recorded in the audit trail',
    needsToken: true,
    query: commonQuery,
    body: json('StopExecution'),
    answers: { 202: json('ExecutionActed') },
    problems: [400, ...REFUSED, 409, 413, 415, 422],
  },
];
