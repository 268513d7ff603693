import { cardReportSchema } from '../../../domain/cards/card-report.js';
import { closeReportSchema } from '../../../domain/daily-close/close-report.js';
import {
  type InspectionCheck,
  type InspectionReport,
  inspectionReportSchema,
} from '../../../domain/inspections/inspection-report.js';
import type { Round } from '../../../domain/rounds/round.js';
import type { Town } from '../../../domain/town/schema.js';
import { visitReportSchema } from '../../../domain/visits/visit-round.js';
import type { RoundAnswer, RoundRow } from '../../../contracts/console/work.js';
import { pointsOf } from './form-words.js';
import { isoOf, nameBeside } from '../words.js';

/** A run of a recurring system in one line. */
export function roundRow({ kind, date, report }: Round): RoundRow {
  switch (kind) {
    case 'daily-close': {
      const { from, to, total } = closeReportSchema.parse(report);
      return { kind, date, from: isoOf(from), to: isoOf(to), total };
    }
    case 'deadline-cards': {
      const { yellow, red } = cardReportSchema.parse(report);
      return { kind, date, yellow, red };
    }
    case 'visit-round': {
      const { before, grids } = visitReportSchema.parse(report);
      return {
        kind,
        date,
        listed: grids.reduce((sum, { due }) => sum + due.length, 0),
        waiting: grids.reduce((sum, { waiting }) => sum + waiting, 0),
        ...(before ? { before } : {}),
      };
    }
    case 'weekly-inspection':
    case 'monthly-inspection':
      return { kind, date, ...inspectionRow(inspectionReportSchema.parse(report)) };
  }
}

/** The same with what it reports. */
export function roundView(round: Round, town: Town): RoundAnswer {
  const row = roundRow(round);
  switch (row.kind) {
    case 'daily-close': {
      const { grids } = closeReportSchema.parse(round.report);
      return {
        ...row,
        grids: grids.map(({ late, ...day }) => ({
          ...day,
          ...gridName(town, day.grid),
          late: late.map(({ request, dueAt }) => ({ request, dueAt: isoOf(dueAt) })),
        })),
      };
    }
    case 'deadline-cards': {
      const { cards } = cardReportSchema.parse(round.report);
      return { ...row, cards: cards.map(({ due, ...card }) => ({ ...card, due: isoOf(due) })) };
    }
    case 'visit-round': {
      const { grids } = visitReportSchema.parse(round.report);
      return { ...row, grids: grids.map((grid) => ({ ...grid, ...gridName(town, grid.grid) })) };
    }
    case 'weekly-inspection':
    case 'monthly-inspection': {
      const { checks } = inspectionReportSchema.parse(round.report);
      return { ...row, results: checks.map((check) => checkView(check, town)) };
    }
  }
}

const gridName = ({ grids }: Town, grid: number) => {
  const name = grids.find(({ number }) => number === grid)?.name;
  return name === undefined ? {} : { gridName: name };
};

function inspectionRow({ startedAt, publishedAt, closedAt, checks }: InspectionReport) {
  const published = publishedAt === undefined ? 'under-way' : 'published';
  const count = (...results: readonly InspectionCheck['result'][]): number =>
    checks.filter(({ result }) => results.includes(result)).length;
  return {
    state: closedAt === undefined ? published : 'closed',
    startedAt: isoOf(startedAt),
    ...(publishedAt === undefined ? {} : { publishedAt: isoOf(publishedAt) }),
    ...(closedAt === undefined ? {} : { closedAt: isoOf(closedAt) }),
    checks: checks.length,
    reported: checks.length - count(undefined),
    failed: count('failed', 'unsatisfied'),
    missed: count('missed'),
  } as const;
}

const checkView = ({ points, ...check }: InspectionCheck, town: Town) => ({
  ...check,
  ...nameBeside(town, 'byName', check.by),
  ...(points === undefined ? {} : { points: pointsOf(town, check.method, points) }),
});
