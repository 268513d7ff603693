import * as z from 'zod';
import { contactOfPhone } from '../../adapters/contact.js';
import { aws, sentTexts } from './host-client.js';
import type { Addresses } from '@small-grid/local-cloud/testing';
import type { Line } from './line.js';
import type { Accepted, Taken } from './townspeople.js';

const itemSchema = z.record(z.string(), z.record(z.string(), z.unknown()));
const pageSchema = z.object({
  Items: z.array(itemSchema),
  LastEvaluatedKey: z.unknown().optional(),
});
const executionSchema = z.object({
  executionArn: z.string(),
  name: z.string(),
  status: z.string(),
});
const executionsSchema = z.object({
  executions: z.array(executionSchema),
  nextToken: z.string().optional(),
});
const eventSchema = z.looseObject({ id: z.number(), type: z.string(), previousEventId: z.number() });
const historySchema = z.object({ events: z.array(eventSchema), nextToken: z.string().optional() });

type Event = z.infer<typeof eventSchema>;
export type Execution = z.infer<typeof executionSchema> & { readonly machine: string };

/** One stored request, of its record only what is asked here. */
interface StoredRequest {
  readonly id: string;
  readonly resident: string;
  readonly status: string;
  readonly closedAs: string | undefined;
  readonly entries: readonly string[];
}

const recordSchema = z.object({
  id: z.object({ S: z.string() }),
  resident: z.object({ S: z.string() }),
  status: z.object({ S: z.string() }),
  closedAs: z.object({ S: z.string() }).optional(),
  timeline: z.object({ L: z.array(z.object({ M: z.object({ type: z.object({ S: z.string() }) }) })) }),
});
const textSchema = z.object({ to: z.object({ S: z.string() }), body: z.object({ S: z.string() }) });

const textOf = (item: z.infer<typeof itemSchema>, name: string) =>
  z.string().catch('').parse(item[name]?.['S']);

async function scan(host: Addresses, table: string) {
  const items: z.infer<typeof itemSchema>[] = [];
  let from: unknown;
  do {
    const input = { TableName: table, ...(from === undefined ? {} : { ExclusiveStartKey: from }) };
    const page = pageSchema.parse(await aws(host, 'DynamoDB_20120810.Scan', input));
    items.push(...page.Items);
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return items;
}

export async function allExecutions(host: Addresses, machine: string): Promise<Execution[]> {
  const found: Execution[] = [];
  let nextToken: string | undefined;
  do {
    const input = { stateMachineArn: machine, maxResults: 1000, nextToken };
    const page = executionsSchema.parse(await aws(host, 'AWSStepFunctions.ListExecutions', input));
    found.push(...page.executions.map((execution) => ({ ...execution, machine })));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return found;
}

/** The whole history of an execution, in order. */
export async function historyOf(host: Addresses, executionArn: string): Promise<Event[]> {
  const events: Event[] = [];
  let nextToken: string | undefined;
  do {
    const input = { executionArn, maxResults: 1000, nextToken };
    const page = historySchema.parse(await aws(host, 'AWSStepFunctions.GetExecutionHistory', input));
    events.push(...page.events);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return events;
}

const ENDED = /^Execution(?:Succeeded|Failed|Aborted|TimedOut)$/;
const TASK_ENDED = /^Task(?:Succeeded|Failed|TimedOut|SubmitFailed|StartFailed)$/;

/** What a history must be, whatever happened to the host while it was written. */
function historyProblems(name: string, events: readonly Event[]): string[] {
  const problems: string[] = [];
  if (events.some(({ id }, index) => id !== index + 1)) problems.push(`${name}: its events do not count up`);
  const ends = events.filter(({ type }) => ENDED.test(type)).length;
  if (ends > 1) problems.push(`${name} ended ${ends} times`);
  const follows = new Map<number, number>();
  for (const { type, previousEventId } of events)
    if (TASK_ENDED.test(type)) follows.set(previousEventId, (follows.get(previousEventId) ?? 0) + 1);
  if ([...follows.values()].some((count) => count > 1)) problems.push(`${name}: a task ended twice`);
  return problems;
}

/** How often each text stands in a list. */
function tally(texts: readonly { readonly to: string; readonly body: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { to, body } of texts) {
    const key = `${to} ${body}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

const excess = (of: ReadonlyMap<string, number>, over: ReadonlyMap<string, number>) =>
  [...of].flatMap(([key, count]) => (count > (over.get(key) ?? 0) ? [key] : []));

export interface Findings {
  readonly requests: number;
  readonly executions: number;
  readonly texts: number;
  /** What must never be: lost requests, two closures, executions too many, histories that lost something. */
  readonly problems: readonly string[];
  /**
   * Requests that a person had to take up because a call ran out of time while the host was down again and again: as
   * a task's time-out wants it, but nothing that this town should live with.
   */
  readonly outOfTime: readonly string[];
  /** Texts that were meant to be sent and reached nobody. */
  readonly lostTexts: readonly string[];
  /** Texts that reached somebody twice: the process died between sending them and marking them as sent. */
  readonly doubledTexts: readonly string[];
}

/** Reads what an administrator can read: histories while the load runs, and everything at the end. */
export class Auditor {
  private readonly seen = new Map<string, readonly Event[]>();
  private readonly problems: string[] = [];
  private readonly outOfTime: string[] = [];

  constructor(
    private readonly line: Line,
    private readonly names: {
      readonly table: string;
      readonly machines: readonly [requests: string, coordination: string];
      readonly town: string;
    },
  ) {}

  /** Reads running histories again and again: what was read once must still be there after every kill. */
  async watch(): Promise<void> {
    while (!this.line.over) {
      for (const machine of this.names.machines) {
        const running = await this.line.insist(async (host) => {
          const all = await allExecutions(host, machine);
          return all.filter(({ status }) => status === 'RUNNING');
        });
        for (const { executionArn } of running ?? []) await this.read(executionArn);
      }
      await this.line.pause(250);
    }
  }

  /** How many executions are not over. */
  async running(host: Addresses): Promise<number> {
    const all = await Promise.all(this.names.machines.map((machine) => allExecutions(host, machine)));
    return all.flat().filter(({ status }) => status === 'RUNNING').length;
  }

  async conclude(
    host: Addresses,
    people: { readonly accepted: readonly Accepted[]; readonly taken: readonly Taken[] },
  ): Promise<Findings> {
    const items = await scan(host, this.names.table);
    const requests = requestsOf(items);
    const [requestMachine, coordinationMachine] = this.names.machines;
    const executions = await allExecutions(host, requestMachine);
    const nested = await allExecutions(host, coordinationMachine);
    for (const { executionArn } of [...executions, ...nested]) await this.read(executionArn);
    this.checkRequests(requests, executions);
    this.checkAccepted(requests, people.accepted);
    this.checkTaken(items, requests, people.taken);
    for (const { name, status } of nested)
      if (status !== 'SUCCEEDED') this.problems.push(`the coordination ${name} is ${status}`);
    const texts = await sentTexts(host, 0);
    const meant = items.flatMap(meantBy);
    return {
      requests: requests.length,
      executions: executions.length + nested.length,
      texts: texts.length,
      problems: this.problems,
      outOfTime: this.outOfTime,
      lostTexts: excess(tally(meant), tally(texts)).flatMap((lost) => [
        lost,
        ...meant.flatMap(({ to, body, stored = '' }) => (lost === `${to} ${body}` ? [stored] : [])),
      ]),
      doubledTexts: excess(tally(texts), tally(meant)),
    };
  }

  private async read(arn: string): Promise<void> {
    const events = await this.line.insist((host) => historyOf(host, arn));
    if (events === undefined) return;
    const before = JSON.stringify(this.seen.get(arn) ?? []).slice(0, -1);
    const name = arn.slice(arn.lastIndexOf(':') + 1);
    if (!JSON.stringify(events).startsWith(before)) this.problems.push(`the history of ${name} lost events`);
    this.seen.set(arn, events);
    this.problems.push(...historyProblems(name, events));
  }

  private checkRequests(requests: readonly StoredRequest[], executions: readonly Execution[]): void {
    const byName = new Map(executions.map((execution) => [execution.name, execution]));
    if (byName.size !== executions.length) this.problems.push('two executions have the same name');
    const ids = new Set(requests.map(({ id }) => id));
    for (const { name } of executions)
      if (!ids.has(name)) this.problems.push(`the execution ${name} has no request`);
    for (const { id, status, closedAs, entries } of requests) {
      const closures = entries.filter((type) => type === 'closed').length;
      if (closures !== 1) this.problems.push(`${id} was closed ${closures} times (${status}, ${closedAs})`);
      const execution = byName.get(id)?.status ?? 'missing';
      if (execution !== 'SUCCEEDED') this.problems.push(`the execution of ${id} is ${execution}`);
      if (entries.includes('attention')) this.judgeAttention(id);
    }
  }

  private judgeAttention(id: string): void {
    const events = [...this.seen].flatMap(([arn, history]) => (arn.includes(id) ? history : []));
    const failures = events.filter(({ type }) => /Failed|TimedOut/.test(type));
    if (failures.length > 0 && failures.every(({ type }) => type === 'TaskTimedOut')) this.outOfTime.push(id);
    else this.problems.push(`${id} ended up with the duty desk: ${JSON.stringify(failures)}`);
  }

  private checkAccepted(requests: readonly StoredRequest[], accepted: readonly Accepted[]): void {
    const ids = new Set(requests.map(({ id }) => id));
    for (const { id, key } of accepted) if (!ids.has(id)) this.problems.push(`${key} (${id}) is lost`);
    if (new Set(accepted.map(({ id }) => id)).size !== accepted.length)
      this.problems.push('two submissions have the same number');
  }

  /** Every text that was taken has been acted on, and every one that reports something is one request. */
  private checkTaken(
    items: readonly z.infer<typeof itemSchema>[],
    requests: readonly StoredRequest[],
    taken: readonly Taken[],
  ): void {
    const keys = new Set(items.map((item) => textOf(item, 'pk')));
    for (const { id, from, kind } of taken) {
      if (!keys.has(`${this.names.town}#inbound#${id}`))
        this.problems.push(`the text ${id} was not acted on`);
      if (kind === 'answer') continue;
      const contact = contactOfPhone(this.names.town, from);
      const count = requests.filter(({ resident }) => resident === contact).length;
      if (count !== 1) this.problems.push(`the text ${id} became ${count} requests`);
    }
  }
}

function requestsOf(items: readonly z.infer<typeof itemSchema>[]): StoredRequest[] {
  return items
    .filter((item) => textOf(item, 'pk').includes('#request#') && textOf(item, 'sk') === 'record')
    .map((item) => {
      const { id, resident, status, closedAs, timeline } = recordSchema.parse(item);
      const entries = timeline.L.map(({ M }) => M.type.S);
      return { id: id.S, resident: resident.S, status: status.S, closedAs: closedAs?.S, entries };
    });
}

/**
 * A text that was to be sent by now. One held for a later time (an appointment's reminder) is in order, and so is one that nobody
 * needed any more when its time came, since what it reminded of was over; not one that was beyond a cap.
 */
const isMeantByNow = (item: z.infer<typeof itemSchema>) =>
  textOf(item, 'pk').includes('#text#') &&
  item['heldKey'] === undefined &&
  (item['sent']?.['BOOL'] !== false || item['beyond'] !== undefined);

const replySchema = z.object({ from: z.object({ S: z.string() }), reply: z.object({ S: z.string() }) });

/** What an item says that was to be sent: of an incoming text the reply that lies with it. */
function meantBy(item: z.infer<typeof itemSchema>): { to: string; body: string; stored?: string }[] {
  if (item['reply'] !== undefined) {
    const { from, reply } = replySchema.parse(item);
    return [{ to: from.S, body: reply.S }];
  }
  if (!isMeantByNow(item)) return [];
  const { to, body } = textSchema.parse(item);
  const { pk, sk, sent, beyond, unstartedKey } = item;
  return [{ to: to.S, body: body.S, stored: JSON.stringify({ pk, sk, sent, beyond, unstartedKey }) }];
}
