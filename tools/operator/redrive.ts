import type { AskItem } from '../../adapters/ask-store.js';
import type { OperatorServices } from '../../adapters/operator-services.js';
import { errorName } from '../../adapters/log.js';
import { isRedrivable } from '../../functions/console/watch-executions/is-redrivable.js';
import { laterExecution } from '../../functions/console/watch-executions/later-execution.js';
import { noteResumed } from '../../functions/console/watch-executions/note-on-request.js';
import { executionArn } from '../../functions/console/execution-arn.js';
import { settleAsk } from '../../functions/use-cases/settle-ask.js';
import { settleTaskAsk } from '../../functions/use-cases/settle-task-ask.js';

const PAGE = 100;

/** An execution that ended as none should, and why it is left alone where it is. */
export interface StoppedExecution {
  readonly town: string;
  readonly machine: string;
  readonly name: string;
  readonly arn: string;
  readonly error: string;
  readonly left?: 'goes on in a later one' | 'cannot be redriven' | 'was stopped by hand';
}

/** What waits for a person because something failed. */
export interface Stuck {
  readonly deadLetters: number;
  readonly executions: readonly StoppedExecution[];
  /** What the duty desk is asked to mend, by town and number. */
  readonly attention: readonly AskItem[];
}

type Machines = ReadonlyMap<string, string>;

interface Wanted {
  /** What was stopped by hand is to go on, too. */
  readonly stopped: boolean;
}

/** Looks for all that a failure left behind; changes nothing. */
export async function findStuck(
  services: OperatorServices,
  machines: Machines,
  wanted: Wanted,
): Promise<Stuck> {
  const towns = await services.towns.all();
  const attention: AskItem[] = [];
  for (const { id } of towns) attention.push(...(await attentionIn(services, id)));
  const executions: StoppedExecution[] = [];
  for (const [machine, machineArn] of machines)
    for (const name of await namesOfStopped(services, machineArn))
      executions.push(...(await standing(services, { machine, machineArn, name }, wanted)));
  return { deadLetters: await services.deadLetters.count(), executions, attention };
}

/** What could not be taken up, and why. */
export interface NotTakenUp {
  readonly what: string;
  readonly why: string;
}

/**
 * Dead letters go back to their queue, executions on from where they stopped, and what needs attention is tried again. Each once, however often. What
 * fails (dead letters that are on their way back already, say) keeps nothing else from it.
 */
export async function redriveAll(
  services: OperatorServices,
  stuck: Stuck,
  at: number,
): Promise<NotTakenUp[]> {
  const failed: NotTakenUp[] = [];
  const attempt = async (what: string, act: () => Promise<unknown>): Promise<void> => {
    await act().catch((error: unknown) => {
      failed.push({ what, why: `${errorName(error)} ${error instanceof Error ? error.message : ''}`.trim() });
    });
  };
  if (stuck.deadLetters > 0) await attempt('dead letters', () => services.deadLetters.putBack());
  for (const one of stuck.executions)
    if (one.left === undefined) await attempt(`${one.machine}/${one.name}`, () => resume(services, one));
  for (const ask of stuck.attention) {
    const answer = { option: 'retry', by: 'system', at, key: `redrive:${ask.subject}:${ask.n}` } as const;
    const settle = () =>
      ask.of === 'task' ? settleTaskAsk(services, ask, answer) : settleAsk(services, ask, answer);
    await attempt(`${ask.town} ${ask.subject}`, settle);
  }
  return failed;
}

/** Redrives it; its request is no longer noted as stopped. */
async function resume(services: OperatorServices, execution: StoppedExecution): Promise<void> {
  if (!(await services.executions.redrive(execution.arn))) throw new Error('it cannot be redriven');
  await noteResumed(services, execution);
}

async function namesOfStopped({ executions }: OperatorServices, machineArn: string): Promise<string[]> {
  const names: string[] = [];
  for (const statusFilter of ['FAILED', 'TIMED_OUT', 'ABORTED'] as const) {
    let nextToken: string | undefined;
    do {
      const page = await executions.list(machineArn, { statusFilter, nextToken, maxResults: PAGE });
      names.push(...(page?.executions ?? []).map(({ name }) => name));
      nextToken = page?.nextToken;
    } while (nextToken !== undefined);
  }
  return names;
}

async function standing(
  services: OperatorServices,
  { machine, machineArn, name }: { machine: string; machineArn: string; name: string },
  wanted: Wanted,
): Promise<StoppedExecution[]> {
  const arn = executionArn(machineArn, name);
  const execution = await services.executions.find(arn);
  if (!execution) return [];
  const { town = '' } = JSON.parse(execution.input) as { town?: string };
  const found = { town, machine, machineArn, name, arn, execution };
  const one = { town, machine, name, arn, error: execution.error ?? execution.status };
  if ((await laterExecution(services, found)) !== undefined)
    return [{ ...one, left: 'goes on in a later one' }];
  if (execution.status === 'ABORTED' && !wanted.stopped) return [{ ...one, left: 'was stopped by hand' }];
  return (await isRedrivable(services, found)) ? [one] : [{ ...one, left: 'cannot be redriven' }];
}

/** The asks of a town by which the duty desk is to say whether something is tried again. */
async function attentionIn(services: OperatorServices, town: string): Promise<AskItem[]> {
  const asks: AskItem[] = [];
  for (const id of await openRequests(services, town)) {
    const record = await services.requests.find(town, id);
    for (const { kind, n } of record?.asks ?? [])
      if (kind === 'attention')
        asks.push(...(await openAsk(services, { town, of: 'request', subject: id, n })));
  }
  for (const id of await openTasks(services, town)) {
    const task = await services.tasks.find(town, id);
    for (const { kind, n } of task?.asks ?? [])
      if (kind === 'attention') asks.push(...(await openAsk(services, { town, of: 'task', subject: id, n })));
  }
  return asks;
}

async function openAsk(
  { asks }: OperatorServices,
  place: Parameters<typeof asks.find>[0],
): Promise<AskItem[]> {
  const ask = await asks.find(place);
  return ask?.state === 'open' ? [ask] : [];
}

/** The inspection team's too. */
async function openRequests({ board }: OperatorServices, town: string): Promise<string[]> {
  const ids = (await board.allOpen(town)).map(({ facts }) => facts.id);
  let after;
  do {
    const page = await board.open(town, { filter: {}, sealed: true, after, limit: PAGE });
    ids.push(...page.rows.map(({ facts }) => facts.id));
    after = page.next;
  } while (after);
  return ids;
}

async function openTasks({ tasks }: OperatorServices, town: string): Promise<string[]> {
  const ids: string[] = [];
  let after;
  do {
    const page = await tasks.open(town, { filter: {}, after, limit: PAGE });
    ids.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after);
  return ids;
}
