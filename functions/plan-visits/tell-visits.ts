import type { Services } from '../../adapters/services.js';
import { climb, type LadderStart } from '../../domain/posts/climb.js';
import { renderText } from '../../domain/texts/render-text.js';
import type { Placeholder, TextKey } from '../../domain/texts/text-keys.js';
import type { Language } from '../../domain/town/language.js';
import type { Town } from '../../domain/town/schema.js';
import { type HeldRound, householdNumbers } from '../../domain/visits/visit-round.js';
import { staffLanguage } from '../../domain/task/task-notices.js';
import { visitLink } from '../use-cases/visit-link.js';

type Effects = Pick<Services, 'texts' | 'linkKeys'>;

/** Texts each grid's list, where there is one, to its head or whoever stands in. */
export async function tellHeads(services: Effects, town: Town, round: HeldRound, at: number): Promise<void> {
  for (const { grid, due } of round.report.grids) {
    if (due.length === 0) continue;
    const to = reach(town, { ladder: 'team', grid }, at);
    const purpose = `visit-round/${round.date}/${grid}`;
    const values = {
      place: town.grids.find(({ number }) => number === grid)?.name[to.language] ?? '',
      count: String(due.length),
      carried: String(due.filter(({ carriedOver }) => carriedOver).length),
      households: householdNumbers(due),
    };
    await send(services, town, { to, purpose, text: 'visit-list', values, at });
    const page = await visitLink(services, town, { grid, staff: to.staff, date: round.date });
    if (page !== undefined)
      await send(services, town, {
        to,
        purpose: `${purpose}/link`,
        text: 'visit-link',
        values: { page },
        at,
      });
  }
}

/** Tells the duty desk, once a round, that the lists could not be made. */
export async function tellDutyDesk(services: Effects, town: Town, date: string, at: number): Promise<void> {
  const to = reach(town, { ladder: 'department', department: town.settings.departments.dutyDesk }, at);
  const values = { dates: `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))}` };
  await send(services, town, {
    to,
    purpose: `visit-round/${date}/stuck`,
    text: 'told-visits-stuck',
    values,
    at,
  });
}

interface Reached {
  readonly staff: string;
  readonly phone: string;
  readonly language: Language;
}

/** The first of a ladder who is not on leave. */
function reach(town: Town, from: LadderStart, at: number): Reached {
  const { staff } = climb(town, from, 0, at);
  const phone = town.staff.find(({ id }) => id === staff)?.phone ?? '';
  return { staff, phone, language: staffLanguage(town, staff) };
}

interface Sending {
  readonly to: Reached;
  readonly purpose: string;
  readonly text: TextKey;
  readonly values: Partial<Record<Placeholder, string>>;
  readonly at: number;
}

const send = ({ texts }: Effects, town: Town, { to, purpose, text, values, at }: Sending): Promise<void> =>
  texts.send(town, { purpose, to: to.phone, body: renderText(town, text, to.language, values), at });
