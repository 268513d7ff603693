import { createRequire } from 'node:module';
import type { JsonObject } from '../assembly/json.js';
import { itemSize } from './item-size.js';
import { type ReadExpression, readingOnce } from './known-expressions.js';

/** dynalite calls back once; an error of DynamoDB's carries its status and what is answered. */
export type Callback<Result> = (error?: unknown, result?: Result) => void;

/** A value as the wire says it: one member, by its type. */
export interface Attribute {
  readonly S?: string;
  readonly N?: string;
  readonly B?: string;
  readonly BOOL?: boolean;
  readonly NULL?: boolean;
  readonly M?: Item;
  readonly L?: readonly Attribute[];
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly string[];
}

export interface Item {
  readonly [name: string]: Attribute;
}

interface KeyDescription {
  readonly KeySchema: readonly { readonly AttributeName: string }[];
}

export interface IndexDescription extends KeyDescription {
  readonly IndexName: string;
  readonly Projection: {
    readonly ProjectionType?: string;
    readonly NonKeyAttributes?: readonly string[];
  };
}

/** A table as DescribeTable tells it. */
export interface TableDescription extends KeyDescription {
  readonly TableName: string;
  readonly TableStatus: string;
  readonly GlobalSecondaryIndexes?: readonly IndexDescription[];
  readonly LocalSecondaryIndexes?: readonly IndexDescription[];
}

/** Dynalite's store of keys and values: one for a table's items, one for each index. */
export interface Keys {
  get(key: string, callback: Callback<unknown>): void;
  put(key: string, value: object, callback: Callback<void>): void;
  del(key: string, callback: Callback<void>): void;
  batch(
    operations: readonly { readonly type: 'put' | 'del'; readonly key: string; readonly value?: object }[],
    callback: Callback<void>,
  ): void;
  createKeyStream(range?: KeyRange): NodeJS.EventEmitter;
  createValueStream(range?: KeyRange): NodeJS.EventEmitter;
  createReadStream(range?: KeyRange): NodeJS.EventEmitter;
  /** Runs `work` when nobody else works on the key, until what `release` returns is called. */
  lock(key: string, work: (release: <Done>(done: Done) => Done) => void): void;
}

/** As LevelDB takes it; a negative limit is none. */
export interface KeyRange {
  readonly gt?: string | undefined;
  readonly gte?: string | undefined;
  readonly lt?: string | undefined;
  readonly lte?: string | undefined;
  readonly reverse?: boolean | undefined;
  readonly limit?: number | undefined;
}

export interface TimesOptions {
  readonly createTableMs: number;
  readonly deleteTableMs: number;
  readonly updateTableMs: number;
}

/** In whose name ARNs are made, as dynalite calls it. */
export interface Owner {
  readonly awsAccountId: string;
  readonly awsRegion: string;
}

/** The store that dynalite's operations work on. */
export interface Store {
  readonly options: TimesOptions & { readonly maxItemSize: number };
  readonly tableDb: Keys & Owner;
  getItemDb(table: string): Keys;
  deleteItemDb(table: string, callback: Callback<void>): void;
  getIndexDb(type: string, table: string, index: string): Keys;
  deleteIndexDb(type: string, table: string, index: string, callback: Callback<void>): void;
  getTagDb(table: string): Keys;
  deleteTagDb(table: string, callback: Callback<void>): void;
  /** The table's description; `checkStatus` false finds one that is being made or deleted, too. */
  getTable(
    name: string,
    checkStatus: false | Callback<TableDescription>,
    callback?: Callback<TableDescription>,
  ): void;
}

interface Validation {
  readonly types: object;
  readonly custom: unknown;
}

interface Validations {
  /** The input without what the operation does not know; throws an error with `statusCode` and `body`. */
  checkTypes(input: object, types: object): JsonObject;
  /** Throws the same, and reads the expressions. */
  checkValidations(input: JsonObject, types: object, custom: unknown, store: Store): void;
}

type Act = (store: Store, input: JsonObject, callback: Callback<JsonObject>) => void;

export interface Operation {
  /**
   * The input without members unknown to the operation, expressions read; throws an error with `statusCode`, `body`.
   */
  check(input: JsonObject, store: Store): JsonObject;
  readonly act: Act;
}

// dynalite offers a server; these are the parts behind it, of the version that the lock file pins.
const part = createRequire(import.meta.filename);

interface Engine {
  /** The key of an item, or of its key attributes, in its table; these must be valid. */
  createKey(attributes: Item, table: TableDescription): string;
  /** The error in them, in DynamoDB's words. */
  validateKey(key: Item, table: TableDescription): Error | undefined;
  validateItem(item: Item, table: TableDescription): Error | undefined;
  itemSize: typeof itemSize;
}

export const engine = part('dynalite/db') as Engine;

// dynalite counts UTF-16 units, of which a Chinese character has one; DynamoDB limits an item's bytes.
engine.itemSize = (item) => itemSize(item);

interface Parser {
  parse: ReadExpression;
  /** Dynalite's own, whoever replaced it before: a process may load this module more than once. */
  parseAnew?: ReadExpression;
}

for (const name of ['conditionParser', 'projectionParser', 'updateParser']) {
  const parser = part(`dynalite/db/${name}`) as Parser;
  parser.parseAnew ??= parser.parse;
  parser.parse = readingOnce(parser.parseAnew);
}

const validations = part('dynalite/validations/index.js') as Validations;

const NAMES = [
  'BatchGetItem',
  'BatchWriteItem',
  'CreateTable',
  'DeleteItem',
  'DeleteTable',
  'DescribeTable',
  'GetItem',
  'ListTables',
  'ListTagsOfResource',
  'PutItem',
  'Query',
  'Scan',
  'TagResource',
  'UntagResource',
  'UpdateItem',
  'UpdateTable',
] as const;

function operation(name: string): Operation {
  const file = `${name.charAt(0).toLowerCase()}${name.slice(1)}.js`;
  const { types, custom } = part(`dynalite/validations/${file}`) as Validation;
  return {
    check(input, store) {
      const checked = validations.checkTypes(input, types);
      validations.checkValidations(checked, types, custom, store);
      return checked;
    },
    act: part(`dynalite/actions/${file}`) as Act,
  };
}

/** Dynalite's operations, by AWS's names. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  NAMES.map((name) => [name, operation(name)]),
);
