import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { audit } from '../audit.js';
import { readCursor, writeCursor } from '../cursor.js';
import { localDays } from '../local-days.js';
import type { textsRoute } from '../../../contracts/console/texts.js';
import { seenTexts } from './seen-texts.js';
import { textRow } from './text-row.js';
import type { CallOf } from '../../http/route-handler.js';

/** Without a first day, the texts of a week are shown. */
const LOOK_BACK_DAYS = 7;

const placeSchema = z.object({
  partition: z.string().regex(/^texts-\d{4}-\d{2}$/),
  sort: z.string().max(300),
});

/** `GET /admin/texts`: the log, the latest first. */
export async function listTexts(
  services: Services<{ audits: 'record'; towns: 'read'; textLog: 'list'; requests: 'read' }>,
  call: CallOf<typeof textsRoute>,
) {
  const { user, at } = call;
  const { from, to, direction, limit, cursor } = call.query();
  const after = readCursor(cursor, placeSchema, call);
  const { town } = await services.towns.load(user.town);
  await audit(services, call, { action: 'texts.read' });
  const span = localDays({ from, to }, town.settings, at, LOOK_BACK_DAYS);
  const { rows, next } = await services.textLog.page(user.town, span, { direction, after, limit });
  return call.answer(200, {
    items: (await seenTexts(services, user, rows)).map((text) => textRow(text, town)),
    ...(next === undefined ? {} : { cursor: writeCursor(next) }),
  });
}
