import { cardReportSchema } from '../../../domain/cards/card-report.js';
import { closeReportSchema } from '../../../domain/daily-close/close-report.js';
import {
  type InspectionCheck,
  type InspectionReport,
  inspectionReportSchema,
} from '../../../domain/inspections/inspection-report.js';
import { inspectionProgress, resultSoFar } from '../../../domain/inspections/inspection-progress.js';
import type { Round } from '../../../domain/rounds/round.js';
import { taskFacts } from '../../../domain/task/task-facts.js';
import type { TaskRecord } from '../../../domain/task/task-record.js';
import { given } from '../../../domain/words/given.js';
import type { Town } from '../../../domain/town/schema.js';
import { visitReportSchema } from '../../../domain/visits/visit-round.js';
import type { RoundAnswer, RoundRow } from '../../../contracts/console/work.js';
import { pointsOf } from './form-words.js';
import { isoOf, nameBeside } from '../words.js';

type Tasks = ReadonlyMap<string, TaskRecord>;

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
export function roundView(round: Round, town: Town, tasks: Tasks): RoundAnswer {
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
      const { checks, assignedAt } = inspectionReportSchema.parse(round.report);
      return {
        ...row,
        isAssigned: assignedAt !== undefined,
        progress: inspectionProgress(checks, tasks),
        results: checks.map((check) => checkView(check, town, tasks)),
        forms: formsOf(checks, town),
      };
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

/** The forms of the methods that are used, in the town's order. */
const formsOf = (checks: readonly InspectionCheck[], { inspections }: Town) =>
  inspections.methods
    .filter(({ id }) => checks.some(({ method }) => method === id))
    .map(({ id, name, form }) => ({ method: id, name, points: form.map(({ label }) => label) }));

function checkView({ points, ...check }: InspectionCheck, town: Town, tasks: Tasks) {
  const task = tasks.get(check.task);
  const result = resultSoFar(check, tasks);
  const putRight = tasks.get(check.rectification ?? '');
  return {
    ...check,
    ...given({ result, placeName: placeName(check, town) }),
    ...nameBeside(town, 'byName', check.by),
    ...(points === undefined ? {} : { points: pointsOf(town, check.method, points) }),
    ...(result === undefined && task?.dueAt !== undefined ? { dueAt: isoOf(task.dueAt) } : {}),
    ...(putRight === undefined ? {} : { putRight: putRightView(putRight, town) }),
  };
}

const placeName = (
  { grid, department }: Pick<InspectionCheck, 'grid' | 'department'>,
  { grids, departments }: Town,
) =>
  (department === undefined
    ? grids.find(({ number }) => number === grid)
    : departments.find(({ id }) => id === department)
  )?.name;

function putRightView(task: TaskRecord, town: Town) {
  const { asked, dueAt, failures } = taskFacts(task);
  const isOpen = task.result === undefined;
  return {
    state: putRightState(task),
    failures,
    ...(asked === undefined ? {} : { asked, ...nameBeside(town, 'askedName', asked) }),
    ...(isOpen && dueAt !== undefined ? { dueAt: isoOf(dueAt) } : {}),
  };
}

function putRightState({ result, asks }: TaskRecord): 'open' | 're-check' | 'rectified' | 'referred' {
  if (result === undefined) return asks.some(({ kind }) => kind === 're-check') ? 're-check' : 'open';
  return result === 'rectified' ? 'rectified' : 'referred';
}
