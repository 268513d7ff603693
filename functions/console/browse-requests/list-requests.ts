import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import type { ConsoleCall } from '../console-routes.js';
import { readCursor, writeCursor } from '../cursor.js';
import { json } from '../../http/http-handler.js';
import { readQuery } from '../../http/read-query.js';
import { type BoardAnswer, boardQuery } from '../../../contracts/console-requests.js';
import { askBoard } from './board-question.js';
import { requestRow } from './request-row.js';

const placeSchema = z.object({
  partition: z.string().regex(/^(open|closed-\d{4}-\d{2})$/),
  sort: z.string().max(100),
});

/** `GET /admin/requests`: a page of the board. */
export async function listRequests({ towns, board }: Pick<Services, 'towns' | 'board'>, call: ConsoleCall) {
  const query = readQuery(call, boardQuery);
  const after = readCursor(query.cursor, placeSchema, call);
  const { town } = await towns.load(call.user.town);
  const { at } = call;
  const { rows, next } = await askBoard(board, town, query, { at, after, limit: query.limit });
  const answer: BoardAnswer = {
    items: rows.map(({ facts, status }) => requestRow(facts, status, town)),
    ...(next === undefined ? {} : { cursor: writeCursor(next) }),
  };
  return json(200, answer);
}
