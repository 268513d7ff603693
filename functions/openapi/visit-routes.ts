import type * as z from 'zod';
import { recordedVisitsAnswer, visitsAnswer, visitsBody, visitsQuery } from '../../contracts/visits.js';
import { type ApiRoute, json } from './api-route.js';

export const VISIT_BODIES: Readonly<Record<string, z.ZodType>> = { VisitsMade: visitsBody };
export const VISIT_ANSWERS: Readonly<Record<string, z.ZodType>> = {
  Visits: visitsAnswer,
  VisitsRecorded: recordedVisitsAnswer,
};

/** A week's visits to a grid, by signed link. */
export const VISIT_ROUTES: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/visits/{grid}',
    summary: "The households that a grid visits this week; opened by the signed link of the grid's head",
    query: visitsQuery,
    answers: { 200: [...json('Visits'), { type: 'text/html' }] },
    problems: [400, 404, 410, 500],
  },
  {
    method: 'post',
    path: '/visits/{grid}',
    summary: 'Visits that were made, the same as by text; a finding becomes a request',
    query: visitsQuery,
    body: json('VisitsMade'),
    answers: { 202: json('VisitsRecorded') },
    problems: [400, 404, 410, 413, 415, 422, 500],
  },
];
