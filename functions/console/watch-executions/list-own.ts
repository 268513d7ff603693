import * as z from 'zod';
import { inGroups } from '../../../adapters/in-groups.js';
import type { Services } from '../../../adapters/services.js';
import type { ExecutionRow } from '../../../contracts/console/executions.js';
import { attemptsUntil, retryName } from '../../../domain/codes/execution-name.js';
import { requestExecutions } from '../../../domain/executions/request-executions.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { TaskRecord } from '../../../domain/task/task-record.js';
import type { Town } from '../../../domain/town/schema.js';
import { executionArn } from '../execution-arn.js';
import type { Listed } from './merged-list.js';
import { subjectIdOf } from './of-town.js';
import { isBefore, type OwnWork, OwnWorks } from './own-work.js';
import { type Asked, isWantedSubject } from './sought.js';
import { subjectKey, subjectsOf } from './subjects.js';
import type { Machines, Watched } from './watched.js';

const DAY = 86_400_000;
/** Works whose records are read together, and that are looked at at a time. */
const TOGETHER = 25;
const AT_ONCE = 10;
/** Works that one call looks through for those that are looked for. */
const MOST_WORKS = 1000;

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
  /** So many executions are looked at in one call; it goes on from the cursor. */
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
      for (const { work, executions } of executed) {
        const rows = wanted.filter((row) => executions.some((one) => isRowOf(one, row)));
        if (items.length > 0 && items.length + rows.length > asked.limit) return { items, next: place };
        items.push(...rows);
        looked += executions.length;
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
}

/** Every execution of these works that may be looked for, the latest first. */
async function executionsOf(list: OwnList, works: readonly OwnWork[]): Promise<readonly Executed[]> {
  const { services, asked, town } = list;
  const subjects = await subjectsOf(services, town.settings.id, works.map(plainly));
  return inGroups(works, AT_ONCE, async (work) => {
    const subject = subjectIdOf(work.machine, work.name);
    const record = subject && subjects.get(subjectKey(subject));
    const isLookedFor =
      (subject === undefined || record !== undefined) && isWantedSubject(asked, record) && mayBe(asked, work);
    return { work, executions: isLookedFor ? await found(list, await namesOf(list, work, record)) : [] };
  });
}

const plainly = ({ machine, name, at }: OwnWork): Listed => ({
  machine,
  execution: { name, status: 'RUNNING', startedAt: new Date(at).toISOString(), redrives: 0 },
});

/** What is over has nothing under way and nothing in trouble. A request runs in two machines. */
const mayBe = ({ status, trouble, machine }: Asked, work: OwnWork): boolean =>
  (work.isClosed !== true || (trouble === undefined && status !== 'RUNNING')) &&
  (machine === undefined ||
    machine === work.machine ||
    (machine === 'coordination' && work.machine === 'resident-request'));

interface Named {
  readonly machine: string;
  readonly name: string;
}

async function namesOf(
  { services, machines }: OwnList,
  { machine, name }: OwnWork,
  record: RequestRecord | TaskRecord | undefined,
): Promise<readonly Named[]> {
  if (record && 'trackingKey' in record) return requestExecutions(record);
  if (record) return attemptsUntil(record.execution ?? record.id).map((one) => ({ machine, name: one }));
  const arn = machines.get(machine) ?? '';
  const names: Named[] = [];
  for (let next: string | undefined = name; next !== undefined; next = retryName(next)) {
    if (!(await services.executions.find(executionArn(arn, next)))) break;
    names.push({ machine, name: next });
  }
  return names;
}

async function found({ services, machines, asked }: OwnList, named: readonly Named[]): Promise<Listed[]> {
  const wanted = named.filter(({ machine }) => asked.machine === undefined || asked.machine === machine);
  const executions = await Promise.all(
    wanted.map(async ({ machine, name }): Promise<Listed[]> => {
      const arn = machines.get(machine);
      const execution =
        arn === undefined ? undefined : await services.executions.find(executionArn(arn, name));
      if (!execution) return [];
      const { status, startedAt, stoppedAt, redrives } = execution;
      return [{ machine, execution: { name, status, startedAt, stoppedAt, redrives } }];
    }),
  );
  const { status, since, until } = asked;
  return executions
    .flat()
    .filter(({ execution }) => {
      const at = Date.parse(execution.startedAt);
      return (status === undefined || execution.status === status) && at >= since && at < until;
    })
    .toSorted((one, other) => other.execution.startedAt.localeCompare(one.execution.startedAt));
}
