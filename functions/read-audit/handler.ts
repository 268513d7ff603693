import * as z from 'zod';
import type { AuditPlace } from '../../adapters/audit-store.js';
import type { Services } from '../../adapters/services.js';
import { addDays } from '../../domain/calendar/plain-dates.js';
import { consoleHandler } from '../http/console/console-routes.js';
import { json } from '../http/http-handler.js';
import { Problem } from '../http/problem.js';
import { readQuery } from '../http/read-query.js';
import { type AuditAnswer, auditQuery } from '../http/schemas/console-audit.js';
import { AUDIT_ROUTES } from './routes.js';

/** Days shown where none are named, the last included. */
const WEEK = 7;

const placeSchema = z.object({ day: z.iso.date(), before: z.string().optional() });

const cursorOf = (place: AuditPlace): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function placeOf(cursor: string): AuditPlace {
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new Problem('invalid-query', [{ field: '/cursor', message: cursor }]);
  }
}

/** `GET /admin/audit`: who looked at what and changed what, the latest first. */
export const createReadAudit = ({ audits }: Pick<Services, 'audits'>) =>
  consoleHandler('read-audit', AUDIT_ROUTES, {
    'GET /admin/audit': async (call) => {
      const today = new Date(call.at).toISOString().slice(0, 10);
      const { to = today, from = addDays(to, 1 - WEEK), who, limit, cursor } = readQuery(call, auditQuery);
      const place = cursor === undefined ? { day: to } : placeOf(cursor);
      const { entries, next } = await audits.list(call.user.town, place, from, limit);
      const answer: AuditAnswer = {
        items: entries
          .filter((entry) => who === undefined || entry.who === who)
          .map(({ at, who: id, name, action, subject, detail }) => ({
            at: new Date(at).toISOString(),
            who: id,
            name,
            action,
            subject,
            detail,
          })),
        cursor: next && cursorOf(next),
      };
      return json(200, answer);
    },
  });
