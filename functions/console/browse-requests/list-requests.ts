import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { mayDo } from '../../../domain/access/permissions.js';
import { Problem } from '../../http/problem.js';
import { readCursor, writeCursor } from '../cursor.js';
import type { boardRoute } from '../../../contracts/console/board.js';
import { askBoard } from './board-question.js';
import { listCounted } from './list-counted.js';
import { isAbout } from '../is-about.js';
import { requestRow } from './request-row.js';
import type { CallOf } from '../../http/route-handler.js';

const placeSchema = z.object({
  partition: z.string().regex(/^((?:sealed-)?open|(?:sealed-)?closed-\d{4}-\d{2})$/),
  sort: z.string().max(100),
});

/** `GET /admin/requests`: a page of the board. */
export async function listRequests(
  services: Services<{
    towns: 'read';
    board: 'list';
    history: 'read' | 'readRequests';
    items: 'requestAndTown';
    requests: 'readTogether';
  }>,
  call: CallOf<typeof boardRoute>,
) {
  const query = call.query();
  if (query.counted !== undefined) return listCounted(services, query.counted, call);
  if (query.complaints && !mayDo(call.user.roles, 'complaints.read')) throw new Problem('forbidden');
  const after = readCursor(query.cursor, placeSchema, call);
  const { towns, board } = services;
  const { town } = await towns.load(call.user.town);
  const { rows, next } = await askBoard(board, town, query, { call, after, limit: query.limit });
  return call.answer(200, {
    items: rows
      .filter(({ facts }) => !isAbout(call, facts))
      .map(({ facts, status }) => requestRow(facts, status, town, call.at)),
    ...(next === undefined ? {} : { cursor: writeCursor(next) }),
  });
}
