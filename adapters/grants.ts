import type { RoundKind } from '../domain/rounds/round.js';
import { KEY_KIND, type KeyKind } from './table-keys.js';

/** A state machine, by its name on AWS. */
export type MachineName = 'resident-request' | 'coordination' | 'follow-up' | 'staff-task' | RoundKind;

type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'Query'
  | 'Scan'
  | 'DescribeContinuousBackups';

export interface TableGrant {
  readonly on: 'table';
  readonly actions: readonly TableAction[];
  /** Patterns that each partition key of a call must match. Without any: all of an index, or the whole table. */
  readonly keys?: readonly string[];
  readonly index?: string;
}

/** Something that a function may do, as data; the stack makes a statement of its role's policy of it. */
export type Grant =
  | TableGrant
  | {
      readonly on: 'machines' | 'executions';
      readonly actions: readonly string[];
      readonly machines: readonly MachineName[] | 'all';
    }
  /** End tasks that wait in these machines; all who may have the policy of this name. */
  | {
      readonly on: 'waiting tasks';
      readonly policy: string;
      readonly actions: readonly string[];
      readonly machines: readonly MachineName[];
    }
  | { readonly on: 'topic'; readonly topic: TopicName }
  /** The queue of the function itself. */
  | { readonly on: 'own queue' }
  | { readonly on: 'phones' };

/** A topic, by the name that functions have its address under. */
export type TopicName = 'inboundTopic' | 'signInTopic';

const of = (kind: KeyKind): string => `*#${KEY_KIND[kind]}#*`;

/** Items of one kind, of every town. */
export const items = (kind: KeyKind, ...actions: readonly TableAction[]): Grant => ({
  on: 'table',
  actions,
  keys: [of(kind)],
});

/** Items of several kinds, in one call. */
export const together = (action: TableAction, ...kinds: readonly KeyKind[]): Grant => ({
  on: 'table',
  actions: [action],
  keys: kinds.map(of),
});

/** Items whose keys are like one of these. */
export const itemsAt = (keys: readonly string[], ...actions: readonly TableAction[]): Grant => ({
  on: 'table',
  actions,
  keys,
});

/** Partitions of an index. */
export const partitions = (index: string, kind: KeyKind, ...ids: readonly string[]): Grant => ({
  on: 'table',
  actions: ['Query'],
  index,
  keys: ids.length === 0 ? [of(kind)] : ids.map((id) => `*#${KEY_KIND[kind]}#${id}`),
});

/** All of an index that holds ids of all towns, and nothing else. */
export const wholeOf = (index: string): Grant => ({ on: 'table', actions: ['Scan'], index });

/** Waiting tasks hear what follows; `Failure`: or that what they waited for is taken up from elsewhere. */
export const endTasks = (
  policy: string,
  machines: readonly MachineName[],
  ...ends: readonly ('Success' | 'Failure')[]
): Grant => ({
  on: 'waiting tasks',
  policy,
  actions: ends.map((end) => `states:SendTask${end}`),
  machines,
});

export const start = (...machines: readonly MachineName[]): Grant => ({
  on: 'machines',
  actions: ['states:StartExecution'],
  machines,
});
