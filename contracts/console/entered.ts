import * as z from 'zod';
import { languageSchema } from '../../domain/words/language.js';
import { REFUSED, route, UNREADABLE } from '../route.js';
import { submissionFields } from '../resident/request.js';

const { name, phone, village, group, category, description } = submissionFields.shape;

export const enteredBody = z
  .strictObject({
    name: name.optional(),
    phone: phone.describe('Of whoever called: they are told what becomes of it'),
    village,
    group,
    category,
    description,
    language: languageSchema.optional().describe('In which they are texted'),
  })
  .meta({ id: 'EnteredRequest' });
export type EnteredBody = z.input<typeof enteredBody>;

export const enterRoute = route({
  method: 'POST',
  path: '/admin/requests',
  summary:
    'A request that somebody made by telephone; the same words from the same number on one day are one request',
  permission: 'requests.enter',
  body: enteredBody,
  answers: { 202: z.strictObject({ id: z.string() }).meta({ id: 'Entered' }) },
  problems: [...UNREADABLE, ...REFUSED, 422],
});
