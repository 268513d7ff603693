import * as z from 'zod';
import { REFUSED, route } from '../route.js';
import { note } from '../words.js';

export const departmentsBody = z
  .strictObject({
    departments: note
      .min(1)
      .describe(
        'Their names as people write them, "城建办、供电所"; words behind a colon are kept with the call',
      ),
  })
  .meta({ id: 'DepartmentsCalled' });

export const callDepartmentsRoute = route({
  method: 'POST',
  path: '/admin/requests/{id}/departments',
  summary: 'Calls several departments to a request, side by side: each is asked by itself, and reports in',
  permission: 'requests.answer',
  body: departmentsBody,
  answers: { 200: z.strictObject({ departments: z.array(z.string()) }).meta({ id: 'DepartmentsAsked' }) },
  problems: [400, ...REFUSED, 409, 413, 415, 422],
});
