import { teamOf } from '../../../domain/posts/held-posts.js';
import type { Services } from '../../../adapters/services.js';
import type { CurrentTown } from '../../../adapters/town-store.js';
import type { Grid, Staff } from '../../../domain/town/schema.js';
import { endOfList, type HeldRound } from '../../../domain/visits/visit-round.js';
import type { HttpCall } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { sameText } from '../../http/same-text.js';
import type { visitsRoute } from '../../../contracts/staff/visits.js';
import { whichTown } from '../../http/which-town.js';
import { signVisits } from '../../use-cases/visit-link.js';
import { latestVisitRound } from '../../use-cases/visit-list.js';
import type { CallOf } from '../../http/route-handler.js';

/** A week's list that a link opened, and the member of the grid's team it was texted to. */
export interface OpenedList {
  readonly current: CurrentTown;
  readonly round: HeldRound;
  readonly grid: Grid;
  readonly staff: Staff;
  /** When the week, and the link with it, is over; epoch milliseconds. */
  readonly until: number;
}

/**
 * The list of the path's grid, if the signature opens it for somebody of its team. Anything wrong is answered alike;
 * only who holds a link of this week or the last learns that its time is over.
 */
export async function openList(
  services: Services<{ rounds: 'list'; towns: 'read' | 'find'; linkKeys: 'check' }>,
  call: HttpCall & Pick<CallOf<typeof visitsRoute>, 'query' | 'params'>,
): Promise<OpenedList> {
  const { sig } = call.query();
  const current = await whichTown(services, call.event);
  const { town } = current;
  const keys = await services.linkKeys.accepted(town.settings.id, call.at);
  const round = await latestVisitRound(services, town.settings.id);
  const grid = town.grids.find(({ number }) => String(number) === call.params.grid);
  if (!round || !grid) throw new Problem('not-found');
  const opens = (staff: string, date: string): boolean =>
    keys.some((key) => sameText(sig, signVisits(key, town.settings.id, { grid: grid.number, staff, date })));
  const team = teamOf(town, grid.number);
  const { before } = round.report;
  if (before && team.some((staff) => opens(staff, before.date))) throw new Problem('link-expired');
  const staff = town.staff.find(({ id }) => team.includes(id) && opens(id, round.date));
  if (!staff) throw new Problem('not-found');
  const until = endOfList(round, town);
  if (call.at >= until) throw new Problem('link-expired');
  return { current, round, grid, staff, until };
}
