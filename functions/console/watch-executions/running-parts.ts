import { attemptsUntil } from '../../../domain/codes/execution-name.js';
import { inspectionReportSchema } from '../../../domain/inspections/inspection-report.js';
import { ROUND_KINDS } from '../../../domain/rounds/round.js';
import { executionArn } from '../execution-arn.js';
import { rectificationsOf } from '../../use-cases/find-inspection.js';
import type { FoundExecution } from './show-execution.js';
import type { Machines, Watched } from './watched.js';
import { dateOf } from './why-not-retried.js';

interface Part {
  readonly machine: string;
  readonly name: string;
}

/** Executions looked at a time. */
const AT_ONCE = 10;

/**
 * Whether something that an execution began is still running: AWS stops it with the execution, but does not wait for
 * it, and a task may have been begun again by itself. Or what it was a retry of is, redriven at the moment when it was
 * retried.
 */
export async function hasRunningParts(
  services: Watched,
  machines: Machines,
  found: FoundExecution,
): Promise<boolean> {
  const { machine, name } = found;
  const retried = attemptsUntil(name).slice(0, -1);
  const parts = [...retried.map((one) => ({ machine, name: one })), ...(await partsOf(services, found))];
  for (let from = 0; from < parts.length; from += AT_ONCE) {
    const some = parts.slice(from, from + AT_ONCE);
    const running = await Promise.all(some.map((part) => isRunning(services, machines, part)));
    if (running.includes(true)) return true;
  }
  return false;
}

async function isRunning({ executions }: Watched, machines: Machines, { machine, name }: Part) {
  const machineArn = machines.get(machine);
  if (machineArn === undefined) return false;
  return (await executions.find(executionArn(machineArn, name)))?.status === 'RUNNING';
}

async function partsOf(
  { requests, tasks, rounds }: Watched,
  { town, machine, name }: FoundExecution,
): Promise<Part[]> {
  if (machine === 'resident-request') {
    const [id = ''] = name.split('-');
    const { coordination } = await requests.load(town, id);
    return coordination ? [{ machine: 'coordination', name: `${id}-${coordination.round}` }] : [];
  }
  const kind = ROUND_KINDS.find((one) => one === machine);
  if (!kind?.endsWith('-inspection')) return [];
  const round = await rounds.find(town, kind, dateOf(town, name));
  const checks = inspectionReportSchema.safeParse(round?.report).data?.checks ?? [];
  const parts: Part[] = [];
  for (const id of [...checks.map(({ task }) => task), ...rectificationsOf(checks)]) {
    const task = await tasks.load(town, id);
    if (task.result === undefined) parts.push({ machine: 'staff-task', name: task.execution ?? id });
  }
  return parts;
}
