import * as z from 'zod';
import { DomainError } from '../domain/domain-error.js';
import { type TaskFacts, taskFacts, taskFactsSchema } from '../domain/task/task-facts.js';
import { type TaskKind, type TaskRecord, taskRecordSchema } from '../domain/task/task-record.js';
import { type BoardCursor, type BoardPage, BoardPages } from './board-pages.js';
import { type BoardRun, closedIn, closedRuns, factsAre, LAST } from './board-query.js';
import { type Attributes, type Table, unlessConditionFails } from './dynamodb.js';
import type { Reading } from './item-reader.js';
import { readStored } from './stored.js';
import { historyOf, key } from './table-keys.js';

const keyOf = (town: string, id: string) => ({ pk: key(town, 'task', id), sk: 'record' });

const taskIn = (item: Attributes | undefined): TaskRecord | undefined =>
  item && readStored('task', taskRecordSchema, item);

const OF_TASKS = 'tasks-';

/**
 * Where a task lies on the board: open ones by when they are due, closed ones by when they were closed. What somebody is asked about because
 * the step behind its end failed lies among the open ones.
 */
function boardOfTask({ town, id, createdAt, dueAt, closedAt, asks }: TaskRecord) {
  const place = closedAt === undefined || asks.length > 0 ? 'open' : closedIn(closedAt);
  const at = closedAt ?? dueAt ?? createdAt;
  return {
    boardKey: key(town, 'board', OF_TASKS + place),
    boardSort: `${new Date(at).toISOString()}#${id}`,
  };
}

/** A town's causes are few and lie together, where what has no grid lies: found by one query, not one a grid. */
const historyOfTask = ({ town, id, kind, createdAt: at }: TaskRecord) =>
  kind === 'cause' ? historyOf('cause', { town, id, at }) : {};

const OPEN_TASKS: BoardRun = {
  partition: `${OF_TASKS}open`,
  low: '0',
  high: LAST,
  forward: true,
};

const rowSchema = z.object({ facts: taskFactsSchema });
type TaskRow = z.infer<typeof rowSchema>;

/** Which tasks are looked for; what is not given lets everything through. */
export interface TasksAsked {
  readonly filter: {
    readonly kind?: TaskKind | undefined;
    readonly grid?: number | undefined;
    readonly department?: string | undefined;
    readonly request?: string | undefined;
    /** Who is asked now. */
    readonly asked?: string | undefined;
  };
  readonly after?: BoardCursor | undefined;
  readonly limit: number;
}

/** Tasks of the staff, each one item with its timeline. */
export class TaskStore {
  private readonly pages: BoardPages<TaskRow>;

  constructor(private readonly table: Table) {
    this.pages = new BoardPages(table, {
      row: rowSchema,
      keyOf: (town, sort) => keyOf(town, sort.slice(sort.lastIndexOf('#') + 1)),
    });
  }

  async find(town: string, id: string): Promise<TaskRecord | undefined> {
    const { Item } = await this.table.get({ Key: keyOf(town, id), ConsistentRead: true });
    return taskIn(Item);
  }

  /** A task that the town may not have, to be read beside others. */
  seeking(town: string, id: string): Reading<TaskRecord | undefined> {
    return { key: keyOf(town, id), read: taskIn };
  }

  async load(town: string, id: string): Promise<TaskRecord> {
    const task = await this.find(town, id);
    if (!task) throw new DomainError('TaskUnknown', `the town has no task ${id}`, { task: id });
    return task;
  }

  /** Stores a new task; false when the id is taken. */
  create(task: TaskRecord): Promise<boolean> {
    return this.put(task, { ConditionExpression: 'attribute_not_exists(pk)' });
  }

  /** One conditional write: true when nobody wrote since this task was read. */
  save(task: TaskRecord): Promise<boolean> {
    return this.put(
      { ...task, version: task.version + 1 },
      {
        ConditionExpression: '#version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': task.version },
      },
    );
  }

  /** Open tasks, what is due first. */
  open(town: string, asked: TasksAsked): Promise<BoardPage<TaskFacts>> {
    return this.page(town, [OPEN_TASKS], asked);
  }

  /** Tasks closed from one moment up to another, the latest first. */
  closed(town: string, span: { from: number; to: number }, asked: TasksAsked): Promise<BoardPage<TaskFacts>> {
    return this.page(town, closedRuns(span, OF_TASKS), asked);
  }

  private async page(
    town: string,
    runs: readonly BoardRun[],
    { filter, after, limit }: TasksAsked,
  ): Promise<BoardPage<TaskFacts>> {
    const conditions = factsAre({ ...filter });
    const { rows, next } = await this.pages.page(town, runs, { conditions, after, limit });
    return { rows: rows.map(({ facts }) => facts), next };
  }

  private put(task: TaskRecord, condition: object): Promise<boolean> {
    const Item = {
      ...task,
      facts: taskFacts(task),
      ...boardOfTask(task),
      ...historyOfTask(task),
      ...keyOf(task.town, task.id),
    };
    return unlessConditionFails(this.table.put({ Item, ...condition }));
  }
}
