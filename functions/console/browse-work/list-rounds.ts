import * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import { ROUND_KINDS, type Round, type RoundKind } from '../../../domain/rounds/round.js';
import { readCursor, writeCursor } from '../cursor.js';
import { Problem } from '../../http/problem.js';
import type { roundsRoute } from '../../../contracts/console/work.js';
import { nextRound } from '../../../domain/rounds/due-rounds.js';
import { isoOf } from '../words.js';
import { roundKindsFor } from './of-inspections.js';
import { roundRow } from './round-view.js';
import type { CallOf } from '../../http/route-handler.js';

const positionSchema = z.object({ date: z.string().max(10), kind: z.enum(ROUND_KINDS) });
type Position = z.infer<typeof positionSchema>;

/** `GET /admin/rounds`: the latest runs, of one recurring system or of all. */
export async function listRounds(
  { rounds, towns }: Services<{ rounds: 'list'; towns: 'read' }>,
  call: CallOf<typeof roundsRoute>,
) {
  const { kind, limit, cursor } = call.query();
  const after = readCursor(cursor, positionSchema, call);
  const allowed = roundKindsFor(call.user);
  if (kind !== undefined && !allowed.includes(kind)) throw new Problem('forbidden');
  const kinds = kind === undefined ? allowed : [kind];
  // One more tells whether there is another page; the row at the cursor was on the page before.
  const wanted = limit + 1 + (after === undefined ? 0 : 1);
  const found = await Promise.all(
    kinds.map((one) => rounds.newest(call.user.town, one, wanted, after?.date)),
  );
  const rest = found
    .flat()
    .toSorted((a, b) => latestFirst(a, b))
    .filter((round) => after === undefined || latestFirst(after, round) < 0);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const { town } = await towns.load(call.user.town);
  return call.answer(200, {
    items: page.map(roundRow),
    next: kinds
      .flatMap((one) => nextRound(town.settings, one, call.at) ?? [])
      .map(({ at, ...round }) => ({ ...round, at: isoOf(at) })),
    ...(rest.length > limit && last ? { cursor: writeCursor({ date: last.date, kind: last.kind }) } : {}),
  });
}

const orderOf = (kind: RoundKind): number => ROUND_KINDS.indexOf(kind);

/** By date, and of one date in the order of the kinds. A month comes behind its days. */
const latestFirst = (a: Position, b: Pick<Round, 'date' | 'kind'>): number =>
  a.date === b.date ? orderOf(a.kind) - orderOf(b.kind) : a.date > b.date ? -1 : 1;
