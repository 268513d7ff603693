import { addDays } from '../../../domain/calendar/plain-dates.js';
import { cardsOf } from '../../../domain/request/card.js';
import { inspectionReportSchema } from '../../../domain/inspections/inspection-report.js';
import { readCandidates } from '../../../domain/inspections/sample-lot.js';
import { isRoundDay } from '../../../domain/rounds/due-rounds.js';
import { ROUND_KINDS, type Round, type RoundKind } from '../../../domain/rounds/round.js';
import type { MonthRecord } from '../month-record.js';
import type { Rule } from './rule.js';

/** The machine of each recurring system, by the stack's output. */
const MACHINES: Readonly<Record<RoundKind, string>> = {
  'daily-close': 'DailyClose',
  'deadline-cards': 'DeadlineCards',
  'visit-round': 'VisitRound',
  'weekly-inspection': 'WeeklyInspection',
  'monthly-inspection': 'MonthlyInspection',
};

/** The days of the month on which a round is held, as its runs are named. */
function expectedRuns({ town, span }: MonthRecord, kind: RoundKind): string[] {
  const { on } = town.settings.rounds[kind];
  const days = Array.from({ length: span.days }, (_, day) => addDays(span.from, day));
  return days
    .filter((day) => isRoundDay(on, day, town.settings))
    .map((day) => (on.startsWith('last-') ? day.slice(0, 7) : day));
}

const inspections = (rounds: readonly Round[]) =>
  rounds.flatMap(({ kind, date, report }) => {
    const read = inspectionReportSchema.safeParse(report);
    return kind.endsWith('-inspection') && read.success
      ? [{ name: `${kind}/${date}`, report: read.data }]
      : [];
  });

/** The rules for a month's recurring systems. */
export const ROUND_RULES: readonly Rule[] = [
  {
    rule: 'every round is held once on each of its days, and on no other',
    broken: (month) =>
      ROUND_KINDS.flatMap((kind) => {
        const held = month.executions.filter(({ machine }) => machine === MACHINES[kind]);
        const names = held.map(({ name }) => name.replace(`${month.town.settings.id}-`, '')).toSorted();
        const expected = expectedRuns(month, kind);
        return names.join() === expected.join()
          ? []
          : [`${kind}: held on ${names.join(', ')}; due on ${expected.join(', ')}`];
      }),
  },
  {
    rule: 'every round leaves its report',
    broken: (month) =>
      ROUND_KINDS.flatMap((kind) =>
        expectedRuns(month, kind)
          .filter((date) => !month.rounds.some((round) => round.kind === kind && round.date === date))
          .map((date) => `${kind} ${date}`),
      ),
  },
  {
    rule: 'every finding is to be put right, and only what was found',
    broken: ({ rounds, tasks }) =>
      inspections(rounds).flatMap(({ name, report }) =>
        report.checks.flatMap(({ task, result, rectification }) => {
          const isFinding = result === 'failed' || result === 'unsatisfied';
          const isOpened = tasks.some(({ id, kind }) => id === rectification && kind === 'rectification');
          return isFinding === isOpened ? [] : [`${name}: check ${task} is ${result ?? 'open'}`];
        }),
      ),
  },
  {
    rule: 'every red card opens one supervision order, and nothing else does',
    broken: ({ requests, tasks }) => {
      const cards = requests.flatMap((request) =>
        cardsOf(request).flatMap(({ kind, due }) =>
          kind === 'red' ? [`supervision/${request.id}/${due}`] : [],
        ),
      );
      const orders = tasks.filter(({ kind }) => kind === 'supervision').map(({ purpose }) => purpose);
      const [given, opened] = [new Set(cards), new Set(orders)];
      return [...cards.filter((card) => !opened.has(card)), ...orders.filter((order) => !given.has(order))];
    },
  },
  {
    rule: 'nobody inspects what they own or work on themselves',
    broken: ({ rounds, requests }) =>
      inspections(rounds).flatMap(({ name, report }) =>
        report.checks
          .filter(({ by, request }) =>
            requests.some(({ id, owner, handler }) => id === request && (owner === by || handler === by)),
          )
          .map(({ request }) => `${name}: ${request}`),
      ),
  },
  {
    rule: 'a month’s telephone sample is as large as the town wants, or everybody who may be called',
    broken: ({ rounds, lots }) =>
      inspections(rounds)
        .filter(({ name }) => name.startsWith('monthly'))
        .flatMap(({ name, report }) => {
          const lot = lots.find(({ date }) => name.endsWith(date));
          if (lot === undefined) return [`${name}: nothing to draw from was written down`];
          const calls = report.checks.filter(({ request }) => request !== undefined).length;
          // Not everybody whose request was closed may be called (docs/sampling.md): the lot's own list says who.
          const wanted = Math.min(lot.atLeast, readCandidates(lot.list).length);
          return calls >= wanted ? [] : [`${name}: ${calls} of ${wanted} are called`];
        }),
  },
  {
    rule: 'whoever was met on a visit or received is counted, once',
    broken: ({ people, met }) =>
      people.met === met ? [] : [`${people.met} were told of, ${met} are counted`],
  },
  {
    rule: 'no programme gives out more places than it has',
    broken: ({ quotas, town }) =>
      quotas.flatMap(({ programme, given }) => {
        const count = town.programmes.find(({ id }) => id === programme)?.places?.count ?? Infinity;
        return given.length > count ? [`${programme}: ${given.length} of ${count}`] : [];
      }),
  },
  {
    rule: 'no execution fails',
    broken: ({ executions }) =>
      executions
        .filter(({ status }) => status !== 'SUCCEEDED' && status !== 'RUNNING')
        .map(({ machine, name, status }) => `${machine} ${name} ${status}`),
  },
  {
    rule: 'no task of the staff gets stuck',
    broken: ({ tasks }) =>
      tasks
        .filter(({ timeline }) => timeline.some(({ type }) => type === 'attention'))
        .map(({ id, kind }) => `${kind} ${id}`),
  },
  {
    rule: 'no function fails',
    broken: ({ cloud }) =>
      cloud
        .logs()
        .map((line) => JSON.stringify(line))
        .filter((line) => line.includes(String.raw`\"level\":\"error\"`)),
  },
];
