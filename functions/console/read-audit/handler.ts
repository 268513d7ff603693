import * as z from 'zod';
import { mayDo } from '../../../domain/access/permissions.js';
import type { Services } from '../../../adapters/services.js';
import { addDays } from '../../../domain/calendar/plain-dates.js';
import { readCursor, writeCursor } from '../cursor.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';
import { routeHandler } from '../../http/route-handler.js';

/** Days shown where none are named, the last included. */
const WEEK = 7;

const placeSchema = z.object({ day: z.iso.date(), before: z.string().optional() });

/** `GET /admin/audit`: who looked at what and changed what, the latest first. */
export const createReadAudit = ({ audits }: Services<typeof FUNCTION>) =>
  routeHandler('read-audit', ROUTES, {
    audit: async (call) => {
      const today = new Date(call.at).toISOString().slice(0, 10);
      const { to = today, from = addDays(to, 1 - WEEK), who, limit, cursor } = call.query();
      const place = readCursor(cursor, placeSchema, call) ?? { day: to };
      const { entries, next } = await audits.list(call.user.town, place, from, limit);
      return call.answer(200, {
        items: entries
          .filter((entry) => who === undefined || entry.who === who)
          .map(({ at, who: id, name, action, subject, detail, sealed }) => ({
            at: new Date(at).toISOString(),
            who: id,
            name,
            action,
            subject: sealed && !mayDo(call.user.roles, 'complaints.read') ? undefined : subject,
            detail,
          })),
        cursor: next && writeCursor(next),
      });
    },
  });
