import * as z from 'zod';
import { inGroups } from '../../../adapters/in-groups.js';
import type { Services } from '../../../adapters/services.js';
import type { ExecutionRow } from '../../../contracts/console/executions.js';
import { attemptsUntil, retryName, workingExecution } from '../../../domain/codes/execution-name.js';
import { requestExecutions } from '../../../domain/executions/request-executions.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { TaskRecord } from '../../../domain/task/task-record.js';
import type { Town } from '../../../domain/town/schema.js';
import { executionArn } from '../execution-arn.js';
import type { Listed } from './merged-list.js';
import { subjectIdOf } from './of-town.js';
import { isBefore, type OwnWork, OwnWorks } from './own-work.js';
import { type Asked, isWantedSubject, mayBeSubject } from './sought.js';
import { subjectKey, subjectsOf } from './subjects.js';
import type { Machines, Watched } from './watched.js';

const DAY = 86_400_000;
/** Works whose records are read together, and that are looked at at a time. */
const TOGETHER = 25;
const AT_ONCE = 10;
/** Works that one call goes through, by what the board knows of them, for those that are looked for. */
const MOST_WORKS = 5000;
/**
 * How long an execution may still be in trouble over work that is closed: what comes after the closing is tried again until it is done. Of a
 * busy town's twenty thousand that are closed all but the last days' then need not be asked for.
 */
const MAY_END_WITHIN = 7 * DAY;

/** Where a page of the town's own list ended: behind which work. */
export const ownPlaceSchema = z.object({ at: z.number(), name: z.string(), machine: z.string() });
export type OwnPlace = z.infer<typeof ownPlaceSchema>;

export interface OwnList {
  readonly services: Watched & Services<{ board: 'list'; tasks: 'list' }>;
  readonly machines: Machines;
  readonly town: Town;
  readonly asked: Asked;
  readonly now: number;
  /** The first moment of the longest ago. */
  readonly oldest: number;
  /** Of so many executions one call asks how they stand; it goes on from the cursor. */
  readonly most: number;
  /** The rows of some executions, of those that are looked for. */
  readonly rowsOf: (listed: readonly Listed[]) => Promise<readonly ExecutionRow[]>;
}

interface Page {
  readonly items: ExecutionRow[];
  readonly next?: OwnPlace | undefined;
}

/**
 * The town's executions by what they work on, the latest first: AWS lists those of all towns together, and of 1,800 hardly one in a page is this
 * one's. Looks at ever longer spans, so that a busy town's day is read alone and a quiet one's month together.
 */
export async function listOwn(list: OwnList, place: OwnPlace | undefined): Promise<Page> {
  const { asked, oldest, most } = list;
  const items: ExecutionRow[] = [];
  let [looked, seen] = [0, 0];
  let to = place === undefined ? Math.min(asked.until, list.now + DAY) : place.at + 1;
  const own = new OwnWorks(list.services, list.town, list.now + DAY);
  for (let [days, isLast] = [1, false]; !isLast; days *= 2) {
    const from = Math.max(oldest, to - days * DAY);
    isLast = from === oldest;
    const works = (await own.in({ from, to, isLast })).filter(
      (work) => place === undefined || isBefore(place, work),
    );
    for (let first = 0; first < works.length; first += TOGETHER) {
      const some = works.slice(first, first + TOGETHER);
      seen += some.length;
      const executed = await executionsOf(list, some);
      const wanted = await list.rowsOf(executed.flatMap(({ executions }) => executions));
      for (const { work, executions, askedFor } of executed) {
        const rows = wanted.filter((row) => executions.some((one) => isRowOf(one, row)));
        if (items.length > 0 && items.length + rows.length > asked.limit) return { items, next: place };
        items.push(...rows);
        looked += askedFor;
        place = { at: work.at, name: work.name, machine: work.machine };
      }
      if (items.length >= asked.limit || looked >= most || seen >= MOST_WORKS) return { items, next: place };
    }
    to = from;
  }
  return { items };
}

const isRowOf = ({ machine, execution }: Listed, row: ExecutionRow): boolean =>
  row.machine === machine && row.name === execution.name;

interface Executed {
  readonly work: OwnWork;
  readonly executions: readonly Listed[];
  /** Of how many it was asked how they stand. */
  readonly askedFor: number;
}

/** Every execution of these works that may be looked for, the latest first. */
async function executionsOf(list: OwnList, works: readonly OwnWork[]): Promise<readonly Executed[]> {
  const { services, asked, town } = list;
  const sought = new Set(works.filter((work) => mayBe(list, work) && mayBeSubject(asked, work)));
  const subjects = await subjectsOf(services, town.settings.id, [...sought].map(plainly));
  return inGroups(works, AT_ONCE, async (work) => {
    const subject = subjectIdOf(work.machine, work.name);
    const record = subject && subjects.get(subjectKey(subject));
    const isLookedFor =
      sought.has(work) && (subject === undefined || record !== undefined) && isWantedSubject(asked, record);
    const found = isLookedFor ? await executionsFor(list, work, record) : [];
    // One that AWS has forgotten was asked for as well.
    return {
      work,
      executions: wantedOf(asked, found),
      askedFor: isLookedFor ? Math.max(found.length, 1) : 0,
    };
  });
}

const plainly = ({ machine, name, at }: OwnWork): Listed => ({
  machine,
  execution: { name, status: 'RUNNING', startedAt: new Date(at).toISOString(), redrives: 0 },
});

/** What was over some days ago has nothing under way and nothing in trouble. A request runs in two machines. */
const mayBe = ({ asked: { status, trouble, machine }, now }: OwnList, { machine: own, closedAt }: OwnWork) =>
  ((trouble === undefined && status !== 'RUNNING') ||
    closedAt === undefined ||
    now - closedAt < MAY_END_WITHIN) &&
  (machine === undefined || machine === own || (machine === 'coordination' && own === 'resident-request'));

/** The executions of a work, as AWS says how they stand. */
async function executionsFor(
  list: OwnList,
  { machine, name }: OwnWork,
  record: RequestRecord | TaskRecord | undefined,
): Promise<readonly Listed[]> {
  if (record === undefined) return attemptsAt(list, machine, name);
  const named =
    'trackingKey' in record
      ? requestExecutions(record)
      : attemptsUntil(workingExecution(record)).map((one) => ({ machine, name: one }));
  const { asked } = list;
  const wanted = named.filter((one) => asked.machine === undefined || asked.machine === one.machine);
  const found = await Promise.all(wanted.map((one) => find(list, one.machine, one.name)));
  return found.flatMap((one) => one ?? []);
}

/** A round has no record of how often it was retried. */
async function attemptsAt(list: OwnList, machine: string, name: string): Promise<Listed[]> {
  const attempts: Listed[] = [];
  for (let next: string | undefined = name; next !== undefined; next = retryName(next)) {
    const found = await find(list, machine, next);
    if (!found) break;
    attempts.push(found);
  }
  return attempts;
}

async function find({ services, machines }: OwnList, machine: string, name: string) {
  const arn = machines.get(machine);
  const found = arn === undefined ? undefined : await services.executions.find(executionArn(arn, name));
  if (!found) return undefined;
  const { status, startedAt, stoppedAt, redrives } = found;
  return { machine, execution: { name, status, startedAt, stoppedAt, redrives } };
}

const wantedOf = ({ status, since, until }: Asked, found: readonly Listed[]): readonly Listed[] =>
  found
    .filter(({ execution }) => {
      const at = Date.parse(execution.startedAt);
      return (status === undefined || execution.status === status) && at >= since && at < until;
    })
    .toSorted((one, other) => other.execution.startedAt.localeCompare(one.execution.startedAt));
