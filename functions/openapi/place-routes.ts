import type * as z from 'zod';
import { placesAnswer, receptionDaysAnswer, receptionDaysQuery } from '../../contracts/places.js';
import { commonQuery } from '../../contracts/town.js';
import { type ApiRoute, json } from './api-route.js';

export const PLACE_ANSWERS: Readonly<Record<string, z.ZodType>> = {
  Places: placesAnswer,
  ReceptionDays: receptionDaysAnswer,
};

/** Where people can come in person, and when they are received. */
export const PLACE_ROUTES: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/places',
    summary: 'The agency centre, the mass workstations and the offices, with addresses and opening hours',
    query: commonQuery,
    answers: { 200: json('Places') },
    problems: [404, 500],
  },
  {
    method: 'get',
    path: '/reception-days',
    summary: 'Who receives people where and when, at most 93 days; a day that is not held says why',
    query: receptionDaysQuery,
    answers: { 200: json('ReceptionDays') },
    problems: [400, 404, 500],
  },
];
