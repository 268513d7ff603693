import type { Services } from '../../../adapters/services.js';
import type { Town } from '../../../domain/town/schema.js';
import type { HeldRound } from '../../../domain/visits/visit-round.js';
import { householdsText, weekBeforeText } from '../../../domain/visits/visit-words.js';
import { reach, textStaff } from '../../use-cases/text-staff.js';
import { visitLink } from '../../use-cases/visit-link.js';

type Effects = Services<{ texts: 'send'; linkKeys: 'sign' }>;

/** Texts the list of each grid in the report, where there is one, to its head or whoever stands in. */
export async function tellHeads(services: Effects, town: Town, round: HeldRound, at: number): Promise<void> {
  for (const { grid, due } of round.report.grids) {
    if (due.length === 0) continue;
    const to = reach(town, { ladder: 'team', grid }, at);
    const purpose = `visit-round/${round.date}/${grid}`;
    const values = {
      place: town.grids.find(({ number }) => number === grid)?.name[to.language] ?? '',
      count: String(due.length),
      missed: weekBeforeText(due, round.report.before !== undefined, to.language),
      households: householdsText(due, town.settings, to.language),
    };
    await textStaff(services, town, { to, purpose, text: 'visit-list', values, at });
    const page = await visitLink(services, town, { grid, staff: to.staff, date: round.date });
    if (page === undefined) continue;
    const link = { to, purpose: `${purpose}/link`, text: 'visit-link', values: { page }, at } as const;
    await textStaff(services, town, link);
  }
}
