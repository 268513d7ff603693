import * as z from 'zod';
import { route } from '../route.js';
import { AUDITED_ACTIONS } from '../../domain/access/audited-actions.js';
import { COMMON_QUERY, day, manyNames, nameOfSomething } from '../words.js';

/** Rows of one page. */
const MOST_ROWS = 100;

export const auditQuery = z.object({
  from: day.optional().describe("Of this day of the town's or later; a week before `to` where not given"),
  to: day.optional().describe("Of this day of the town's or earlier; today where not given"),
  who: nameOfSomething.optional().describe('Only what this person did, by their id'),
  subject: nameOfSomething
    .optional()
    .describe('Only what was done to this, by its id; a request by its number as people write it, too'),
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(50),
  cursor: manyNames.optional().describe('Where the page before ended'),
  ...COMMON_QUERY,
});

export const auditRow = z.strictObject({
  at: z.iso.datetime(),
  who: z.string(),
  name: z.string().describe('The name they had then'),
  action: z.enum(AUDITED_ACTIONS),
  subject: z.string().optional(),
  detail: z.string().optional(),
});
export type AuditRow = z.infer<typeof auditRow>;

export const auditAnswer = z
  .strictObject({
    items: z.array(auditRow).describe('The latest first'),
    cursor: z
      .string()
      .optional()
      .describe('Where to go on; absent on the last page. A page may be short and yet not the last'),
  })
  .meta({ id: 'Audit' });
export type AuditAnswer = z.infer<typeof auditAnswer>;

export const auditRoute = route({
  method: 'GET',
  path: '/admin/audit',
  summary: 'Who looked at what, and changed what, the latest first',
  permission: 'audit.read',
  query: auditQuery,
  answers: { 200: auditAnswer },
  problems: [400, 403, 500],
});
