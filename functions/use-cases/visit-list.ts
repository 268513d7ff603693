import type { Services } from '../../adapters/services.js';
import type { VisitFacts } from '../../domain/statistics/history-facts.js';
import type { Town } from '../../domain/town/schema.js';
import { type HeldRound, visitMemory, visitReportSchema } from '../../domain/visits/visit-round.js';

/** The last round of visits that was made; undefined before the first. */
export async function latestVisitRound(
  { rounds }: Services<{ rounds: 'list' }>,
  town: string,
): Promise<HeldRound | undefined> {
  const round = await rounds.latest(town, 'visit-round');
  return round && { date: round.date, report: visitReportSchema.parse(round.report) };
}

/** The visits to a grid that still matter at `at`. */
export const visitsOfGrid = (
  { history }: Services<{ history: 'read' }>,
  { settings }: Town,
  grid: number,
  at: number,
): Promise<VisitFacts[]> =>
  history.ofGrid(settings.id, grid, 'visit', { from: at - visitMemory(settings), to: at + 1 });
