import { openTable, type Table } from '../../adapters/dynamodb.js';
import { HistoryStore } from '../../adapters/history-store.js';
import { LotStore } from '../../adapters/lot-store.js';
import { QuotaStore } from '../../adapters/quota-store.js';
import { RoundStore } from '../../adapters/round-store.js';
import { TaskStore } from '../../adapters/task-store.js';
import { addDays } from '../../domain/calendar/plain-dates.js';
import type { SampleLot } from '../../domain/inspections/sample-lot.js';
import type { Quota } from '../../domain/quota/quota.js';
import type { RecordedCase } from '../../domain/replay/recorded-case.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { ROUND_KINDS, type Round } from '../../domain/rounds/round.js';
import type { TaskRecord } from '../../domain/task/task-record.js';
import type { Town } from '../../domain/town/schema.js';
import { recordedCases } from '../replay/recorded-cases.js';
import type { Span } from './arrivals.js';
import type { LivedMonth } from './live-month.js';
import { type Execution, executionsOf, historyText } from './read-executions.js';
import { inGroups } from '../../adapters/in-groups.js';

/** The record of a month that is over: everything an administrator can read, and what the people did. */
export interface MonthRecord extends LivedMonth {
  readonly town: Town;
  readonly span: Span;
  readonly cases: readonly RecordedCase[];
  readonly requests: readonly RequestRecord[];
  readonly tasks: readonly TaskRecord[];
  readonly rounds: readonly Round[];
  /** The lists from which the months' telephone samples were drawn. */
  readonly lots: readonly SampleLot[];
  readonly quotas: readonly Quota[];
  /** How many people were met on visits and received, as the statistics count them. */
  readonly met: number;
  readonly executions: readonly (Execution & { readonly machine: string })[];
  /** All histories and log lines, in which nothing that was typed may stand. */
  readonly written: string;
}

type Executions = MonthRecord['executions'];

/** Histories read at a time. */
const AT_ONCE = 20;

/** Every execution, with the machine that runs it by its name in the stack's outputs. */
async function executionsIn({ cloud }: LivedMonth): Promise<Executions> {
  const machines = Object.entries(cloud.outputs).filter(([name]) => name.endsWith('StateMachineArn'));
  const lists = await Promise.all(
    machines.map(async ([name, arn]) => {
      const machine = name.replace(/StateMachineArn$/, '');
      return (await executionsOf(cloud.endpoint, arn)).map((execution) => ({ ...execution, machine }));
    }),
  );
  return lists.flat();
}

/** The executions of a task's machine are named after it. */
async function tasksIn(table: Table, town: string, executions: Executions): Promise<TaskRecord[]> {
  const store = new TaskStore(table);
  const names = executions
    .filter(({ machine }) => machine === 'StaffTask' || machine === 'FollowUp')
    .map(({ name }) => name);
  const found = await Promise.all(names.map((id) => store.find(town, id)));
  return found.flatMap((task) => task ?? []);
}

const datesOf = ({ from, days }: Span): string[] =>
  Array.from({ length: days }, (_, day) => addDays(from, day));
const monthsOf = (span: Span): string[] => [...new Set(datesOf(span).map((date) => date.slice(0, 7)))];

async function lotsIn(table: Table, town: string, span: Span): Promise<SampleLot[]> {
  const store = new LotStore(table);
  const found = await Promise.all(monthsOf(span).map((month) => store.find(town, month)));
  return found.flatMap((lot) => lot ?? []);
}

async function roundsIn(table: Table, town: string, span: Span): Promise<Round[]> {
  const store = new RoundStore(table);
  const named = [...datesOf(span), ...monthsOf(span)];
  const found = await Promise.all(
    ROUND_KINDS.flatMap((kind) => named.map((date) => store.find(town, kind, date))),
  );
  return found.flatMap((round) => round ?? []);
}

async function metIn(table: Table, { settings, grids }: Town, end: number): Promise<number> {
  const store = new HistoryStore(table);
  const everywhere = [0, ...grids.map(({ number }) => number)];
  const span = { from: 0, to: end };
  const [visits, receptions] = await Promise.all([
    store.ofTown(settings.id, everywhere, 'visit', span),
    store.ofTown(settings.id, everywhere, 'reception', span),
  ]);
  return [...visits, ...receptions].reduce((sum, { people }) => sum + people, 0);
}

/** Everything the month left behind. */
export async function recordOf(lived: LivedMonth, town: Town, span: Span): Promise<MonthRecord> {
  const { cloud, start, end } = lived;
  const { id } = town.settings;
  const table = openTable(cloud.outputs['TableName'] ?? '', cloud.endpoint, cloud.calls);
  const quotas = new QuotaStore(table);
  const { cases } = await recordedCases(table, town, { from: start, to: end });
  const executions = await executionsIn(lived);
  const histories = await inGroups(executions, AT_ONCE, ({ executionArn }) =>
    historyText(cloud.endpoint, executionArn),
  );
  const logs = cloud.logs().map((line) => JSON.stringify(line));
  return {
    ...lived,
    town,
    span,
    cases,
    requests: cases.map(({ record }) => record),
    tasks: await tasksIn(table, id, executions),
    rounds: await roundsIn(table, id, span),
    lots: await lotsIn(table, id, span),
    quotas: await Promise.all(town.programmes.map((programme) => quotas.load(id, programme.id))),
    met: await metIn(table, town, end),
    executions,
    written: [...histories, ...logs].join('\n'),
  };
}
