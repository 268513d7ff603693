import { openTable } from '../../adapters/dynamodb.js';
import { HistoryStore } from '../../adapters/history-store.js';
import { RequestStore } from '../../adapters/request-store.js';
import type { RequestRecord } from '../../domain/request/record.js';
import type { Town } from '../../domain/town/schema.js';
import type { LivedMonth } from './live-month.js';
import { type Execution, executionsOf, historyText } from './read-executions.js';

/** What there is to look at when a month is over: what an administrator can read, and what the people did. */
export interface MonthRecord extends LivedMonth {
  readonly town: Town;
  readonly requests: readonly RequestRecord[];
  readonly executions: readonly (Execution & { readonly machine: string })[];
  /** All histories and log lines, in which nothing that was typed may stand. */
  readonly written: string;
}

/** Everything the month left behind. */
export async function recordOf(lived: LivedMonth, town: Town): Promise<MonthRecord> {
  const { cloud, end } = lived;
  const table = openTable(cloud.outputs['TableName'] ?? '', cloud.endpoint);
  const store = new RequestStore(table);
  const grids = [0, ...town.grids.map(({ number }) => number)];
  const facts = await new HistoryStore(table).ofTown(town.settings.id, grids, 'request', {
    from: 0,
    to: end,
  });
  const requests = await Promise.all(facts.map(({ id }) => store.load(town.settings.id, id)));
  const machines = Object.entries(cloud.outputs).filter(([name]) => name.endsWith('StateMachineArn'));
  const lists = await Promise.all(
    machines.map(async ([name, arn]) => {
      const machine = name.replace(/StateMachineArn$/, '');
      return (await executionsOf(cloud.endpoint, arn)).map((execution) => ({ ...execution, machine }));
    }),
  );
  const executions = lists.flat();
  const histories: string[] = [];
  for (const { executionArn } of executions) histories.push(await historyText(cloud.endpoint, executionArn));
  const logs = cloud.logs().map((line) => JSON.stringify(line));
  return { ...lived, town, requests, executions, written: [...histories, ...logs].join('\n') };
}
