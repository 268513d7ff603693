import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { DomainError } from '../domain/domain-error.js';
import { type TaskRecord, taskRecordSchema } from '../domain/task/task-record.js';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { key } from './table-keys.js';

const keyOf = (town: string, id: string) => ({ pk: key(town, 'task', id), sk: 'record' });

/** Tasks of the staff, each one item with its timeline. */
export class TaskStore {
  private readonly client: Table['client'];
  private readonly tableName: string;

  constructor({ client, name }: Table) {
    this.client = client;
    this.tableName = name;
  }

  async find(town: string, id: string): Promise<TaskRecord | undefined> {
    const { Item } = await this.client.send(
      new GetCommand({ TableName: this.tableName, Key: keyOf(town, id), ConsistentRead: true }),
    );
    return Item && taskRecordSchema.parse(Item);
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

  private put(task: TaskRecord, condition: object): Promise<boolean> {
    const Item = { ...task, ...keyOf(task.town, task.id) };
    return unlessConditionFails(
      this.client.send(new PutCommand({ TableName: this.tableName, Item, ...condition })),
    );
  }
}
