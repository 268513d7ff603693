import { isJsonObject, type Json } from '../assembly/json.js';
import type {
  Callback,
  KeyRange,
  Keys,
  Owner,
  Store,
  TableDescription,
  TimesOptions,
} from './dynalite-parts.js';
import { RememberedKeys, type TableHistory } from './table-history.js';

/** DynamoDB's limit, bytes. */
const LARGEST_ITEM = 400 * 1024;
/** Above every key: keys are hexadecimal digits and `~`. */
const ABOVE_ALL = '\uffff';

/** The error that dynalite expects for a missing key; one for all, for most puts look first. */
export const NOT_FOUND = Object.assign(new Error('NotFound'), { name: 'NotFoundError' });

/** A range as the keys from `from` on and before `to`. */
export const boundsOf = ({ gt, gte, lt, lte }: KeyRange): { readonly from: string; readonly to: string } => ({
  from: gt === undefined ? (gte ?? '') : `${gt}\0`,
  to: lte === undefined ? (lt ?? ABOVE_ALL) : `${lte}\0`,
});

/** A table is there as soon as it is made, though dynalite calls it so a moment later. */
const isUsable = ({ TableStatus }: TableDescription): boolean => TableStatus !== 'DELETING';

const noTable = (reason: string): Error =>
  Object.assign(new Error(reason), {
    name: 'NotFoundError',
    statusCode: 400,
    body: { __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException', message: reason },
  });

/** The keys of one table or index. */
export interface TableKeys extends Keys {
  /** Deletes all of them. */
  clear(): Promise<void>;
}

/**
 * The store that dynalite's operations work on: the descriptions of the tables, and keys for the items of each table
 * and of each index, under the names that dynalite gives them in a folder.
 */
export class Tables implements Store {
  readonly options: Store['options'];
  readonly tableDb: Store['tableDb'];
  /** By table, the attribute that says when its items expire. */
  readonly timesToLive: TableKeys;
  private readonly databases = new Map<string, TableKeys>();

  constructor(
    times: TimesOptions,
    owner: Owner,
    private readonly open: (name: string) => TableKeys,
    private readonly history: TableHistory,
  ) {
    this.tableDb = Object.assign(open('table'), owner);
    this.timesToLive = open('ttl');
    this.options = { ...times, maxItemSize: LARGEST_ITEM };
  }

  getItemDb(table: string): Keys {
    return new RememberedKeys(this.database(`item-${table}`), table, this.history);
  }

  deleteItemDb(table: string, callback: Callback<void>): void {
    this.forget(`item-${table}`, callback);
  }

  getIndexDb(type: string, table: string, index: string): Keys {
    return this.database(indexName(type, table, index));
  }

  deleteIndexDb(type: string, table: string, index: string, callback: Callback<void>): void {
    this.forget(indexName(type, table, index), callback);
  }

  getTagDb(table: string): Keys {
    return this.database(`tag-${table}`);
  }

  deleteTagDb(table: string, callback: Callback<void>): void {
    this.forget(`tag-${table}`, callback);
  }

  getTable(
    name: string,
    checkStatus: false | Callback<TableDescription>,
    callback: Callback<TableDescription> = () => undefined,
  ): void {
    const done = checkStatus === false ? callback : checkStatus;
    this.tableDb.get(name, (error, found) => {
      if (error !== undefined && error !== null && error !== NOT_FOUND) {
        done(error);
        return;
      }
      const table = isJsonObject(found as Json) ? (found as TableDescription) : undefined;
      if (table !== undefined && (checkStatus === false || isUsable(table))) done(null, table);
      else
        done(
          noTable(`Requested resource not found${checkStatus === false ? `: Table: ${name} not found` : ''}`),
        );
    });
  }

  private database(name: string): TableKeys {
    let known = this.databases.get(name);
    if (known === undefined) this.databases.set(name, (known = this.open(name)));
    return known;
  }

  private forget(name: string, callback: Callback<void>): void {
    const database = this.database(name);
    this.databases.delete(name);
    void database.clear().then(() => callback(), callback);
  }
}

const indexName = (type: string, table: string, index: string): string =>
  `index-${type.toLowerCase()}~${table}~${index}`;
