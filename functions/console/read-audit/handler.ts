import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { addDays } from '../../../domain/calendar/plain-dates.js';
import { consoleHandler } from '../console-routes.js';
import { readCursor, writeCursor } from '../cursor.js';
import { json } from '../../http/http-handler.js';
import { readQuery } from '../../http/read-query.js';
import { type AuditAnswer, auditQuery } from '../../../contracts/console-audit.js';
import { AUDIT_ROUTES } from './routes.js';

/** Days shown where none are named, the last included. */
const WEEK = 7;

const placeSchema = z.object({ day: z.iso.date(), before: z.string().optional() });

/** `GET /admin/audit`: who looked at what and changed what, the latest first. */
export const createReadAudit = ({ audits }: Pick<Services, 'audits'>) =>
  consoleHandler('read-audit', AUDIT_ROUTES, {
    'GET /admin/audit': async (call) => {
      const today = new Date(call.at).toISOString().slice(0, 10);
      const { to = today, from = addDays(to, 1 - WEEK), who, limit, cursor } = readQuery(call, auditQuery);
      const place = readCursor(cursor, placeSchema, call) ?? { day: to };
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
        cursor: next && writeCursor(next),
      };
      return json(200, answer);
    },
  });
