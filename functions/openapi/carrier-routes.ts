import type * as z from 'zod';
import { carriedTextBody, carriedTextQuery, takenAnswer } from '../../contracts/carrier.js';
import { type ApiRoute, json } from './api-route.js';

export const CARRIER_BODIES: Readonly<Record<string, z.ZodType>> = { CarriedText: carriedTextBody };
export const CARRIER_ANSWERS: Readonly<Record<string, z.ZodType>> = { TextTaken: takenAnswer };

/** Where a town's own carrier hands over what people text. */
export const CARRIER_ROUTES: readonly ApiRoute[] = [
  {
    method: 'post',
    path: '/carrier/{secretPath}',
    summary:
      "A text that the town's own carrier hands over. Taken means stored; the same message again is taken once and answered alike.",
    query: carriedTextQuery,
    body: [...json('CarriedText'), { type: 'application/x-www-form-urlencoded', schema: 'CarriedText' }],
    answers: { 202: json('TextTaken') },
    problems: [400, 403, 404, 413, 415, 422, 500],
  },
];
