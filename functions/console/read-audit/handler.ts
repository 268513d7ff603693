import * as z from 'zod';
import { auditBefore } from '../../../adapters/audit-store.js';
import type { Services } from '../../../adapters/services.js';
import type { AuditEntry } from '../../../domain/access/audited-actions.js';
import { mayDo } from '../../../domain/access/permissions.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import { readCursor, writeCursor } from '../cursor.js';
import { localDays } from '../local-days.js';
import type { FUNCTION } from './function.js';
import { ROUTES } from './routes.js';
import { routeHandler } from '../../http/route-handler.js';

/** Days shown where none are named, the last included. */
const WEEK = 7;

const placeSchema = z.object({ day: z.iso.date(), before: z.string().optional() });

interface Asked {
  readonly who?: string | undefined;
  readonly subject?: string | undefined;
}

/** `GET /admin/audit`: who looked at what and changed what, the latest first. */
export const createReadAudit = ({ audits, towns }: Services<typeof FUNCTION>) =>
  routeHandler('read-audit', ROUTES, {
    audit: async (call) => {
      const { town } = await towns.load(call.user.town);
      const { limit, cursor, who, subject, ...days } = call.query();
      const span = localDays(days, town.settings, call.at, WEEK - 1);
      const place = readCursor(cursor, placeSchema, call) ?? auditBefore(span.to);
      const readsSealed = mayDo(call.user.roles, 'complaints.read');
      const shown = (entry: AuditEntry): string | undefined =>
        entry.sealed && !readsSealed ? undefined : entry.subject;
      const { entries, next } = await audits.list(call.user.town, place, {
        from: span.from,
        limit,
        isWanted: wish({ who, subject }, shown),
      });
      return call.answer(200, {
        items: entries.map((entry) => ({
          at: new Date(entry.at).toISOString(),
          who: entry.who,
          name: entry.name,
          action: entry.action,
          subject: shown(entry),
          detail: entry.detail,
        })),
        cursor: next && writeCursor(next),
      });
    },
  });

/** Whoever may not know what a sealed entry is about does not find it by that either. */
function wish({ who, subject }: Asked, shown: (entry: AuditEntry) => string | undefined) {
  if (who === undefined && subject === undefined) return undefined;
  const sought = subject && (readRequestId(subject) ?? subject.trim());
  return (entry: AuditEntry): boolean =>
    (who === undefined || entry.who === who) && (sought === undefined || shown(entry) === sought);
}
