import * as z from 'zod';
import { route } from '../route.js';
import { COMMON_QUERY, note } from '../words.js';
import { askQuery } from './ask.js';

const correction = {
  body: z
    .strictObject({
      words: note.min(1).describe('As by text: "category power"'),
      reason: note.min(1).describe('Why; stands in the timeline'),
    })
    .meta({ id: 'CorrectionInWords' }),
  answers: {
    200: z
      .strictObject({ changes: z.string().describe('Empty where only the reason of a correction was added') })
      .meta({ id: 'CorrectedInWords' }),
  },
} as const;

const remark = {
  body: z.strictObject({ words: note.min(1) }).meta({ id: 'StaffRemark' }),
  answers: { 200: z.strictObject({}).meta({ id: 'StaffRemarked' }) },
} as const;

export const correctAskRoute = route({
  method: 'POST',
  path: '/asks/{id}/corrections',
  summary: 'Puts right what was recorded wrongly of the request that the ask is about, in words as by text',
  query: askQuery,
  ...correction,
  problems: [400, 403, 404, 409, 410, 413, 415, 422, 500],
});

export const remarkAskRoute = route({
  method: 'POST',
  path: '/asks/{id}/remarks',
  summary:
    'Adds a remark to the request that the ask is about, by whoever is asked; others who work on it are told, and nothing is answered',
  query: askQuery,
  ...remark,
  problems: [400, 403, 404, 409, 410, 413, 415, 422, 500],
});

const query = z.object(COMMON_QUERY);

export const correctOwnRoute = route({
  method: 'POST',
  path: '/staff/requests/{id}/corrections',
  summary: 'The same by the number of a request, for whoever signed in and owns it, and for the duty desk',
  query,
  ...correction,
  problems: [400, 401, 403, 404, 409, 413, 415, 422, 500],
});

export const remarkOwnRoute = route({
  method: 'POST',
  path: '/staff/requests/{id}/remarks',
  summary:
    'Adds a remark to a request, for whoever signed in and owns it or is asked about it, and for the duty desk',
  query,
  ...remark,
  problems: [400, 401, 403, 404, 409, 413, 415, 422, 500],
});
