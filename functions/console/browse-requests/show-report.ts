import type { Services } from '../../../adapters/services.js';
import type { MonthlyReport, monthlyReportRoute } from '../../../contracts/console/report.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import { plainDate } from '../../../domain/calendar/plain-dates.js';
import type { RequestFacts } from '../../../domain/request/facts.js';
import { ownerNamed } from '../../../domain/request/owner-of.js';
import { categoryTitle, staffName } from '../../../domain/request/words.js';
import { countFigures } from '../../../domain/statistics/count-figures.js';
import {
  type Month,
  monthBefore,
  monthlyFacts,
  type MonthlyFacts,
  monthNamed,
  stateOfMonth,
} from '../../../domain/statistics/monthly-report.js';
import { statisticsOf } from '../../../domain/statistics/statistics.js';
import type { Town } from '../../../domain/town/schema.js';
import { given } from '../../../domain/words/given.js';
import { Problem } from '../../http/problem.js';
import type { CallOf } from '../../http/route-handler.js';
import { happeningsIn, periodOf } from '../../use-cases/happenings.js';
import { isAbout } from '../is-about.js';
import { isoOf } from '../words.js';

type Effects = Services<{ towns: 'read'; history: 'read' | 'readRequests' }>;

/** `GET /admin/reports/{month}`: a month of the town in figures, as far as it has passed, beside the month before. */
export async function showReport(services: Effects, call: CallOf<typeof monthlyReportRoute>) {
  const { town } = await services.towns.load(call.user.town);
  const { timeZone } = town.settings;
  const month = readMonth(call.params.month);
  const state = stateOfMonth(month, call.at, timeZone);
  if (state === 'to-come') throw new Problem('not-found');
  const [total, before] = [periodOf(month, town, call.at), periodOf(monthBefore(month), town, call.at)];
  const [happened, happenedBefore] = await Promise.all([
    happeningsIn(services, town, total),
    happeningsIn(services, town, before),
  ]);
  const byVillage = statisticsOf(town, 'village', happened, total);
  return call.answer(200, {
    ...month,
    to: state === 'over' ? month.to : localDate(call.at, timeZone),
    isOver: state === 'over',
    total: byVillage.total,
    before: countFigures(happenedBefore, before),
    villages: [...byVillage.places],
    grids: [...statisticsOf(town, 'grid', happened, total).places],
    causes: [...byVillage.causes],
    ...factsView(monthlyFacts(happened, total), town, call),
  });
}

function readMonth(text: string): Month {
  const [, year, month] = /^(2\d{3})-(\d{2})$/.exec(text) ?? [];
  if (plainDate(Number(year), Number(month), 1) === undefined) throw new Problem('not-found');
  return monthNamed(text);
}

function factsView(
  { emergencies, late, visits, receptions }: MonthlyFacts,
  town: Town,
  call: CallOf<typeof monthlyReportRoute>,
): Pick<MonthlyReport, 'emergencies' | 'late' | 'visits' | 'receptions'> {
  return {
    visits,
    receptions,
    emergencies: emergencies
      .filter((request) => !isAbout(call, request))
      .map((request) => ({
        ...named(request, town),
        createdAt: isoOf(request.createdAt),
        ...moment('takenAt', request.acceptedAt),
        ...moment('closedAt', request.closedAt),
        ...given({ closedAs: request.closedAs }),
      })),
    late: late
      .filter(({ request }) => !isAbout(call, request))
      .map(({ request, by }) => ({
        ...named(request, town),
        ...given({ ownerName: staffName(town, ownerNamed(request, town)) || undefined }),
        due: isoOf(by),
        ...moment('handledAt', request.handledAt),
      })),
  };
}

const moment = <Key extends string>(key: Key, at: number | undefined): Partial<Record<Key, string>> =>
  at === undefined ? {} : ({ [key]: isoOf(at) } as Record<Key, string>);

const named = ({ id, category, village, grid }: RequestFacts, town: Town) => ({
  id,
  category: categoryTitle(town, category),
  ...given({ place: town.villages.find((one) => one.id === village)?.name, grid }),
});
