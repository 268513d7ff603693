import { createHash } from 'node:crypto';
import * as z from 'zod';
import { isJsonObject, type JsonObject } from '../assembly/json.js';
import { changeOf } from './call-charges.js';
import {
  lookedAt,
  partitionOf,
  readCharge,
  replayCharge,
  writeCharges,
  type Change,
  type Charge,
} from './charges.js';
import { consumedCapacity } from './consumed-capacity.js';
import type { DatabaseAnswer } from './database.js';
import { engine, OPERATIONS, type Callback, type Item, type Keys, type Operation } from './dynalite-parts.js';
import { KeyedQueue } from '../storage/keyed-queue.js';
import { NotedStore } from './noted-store.js';
import { isRefusedCondition, oldItem, refusal, refusedBy, wantsOldItem } from './refusals.js';
import type { Tables } from './tables.js';

const MOST_ITEMS = 100;
/** How long a token makes a transaction idempotent, after it was carried out (AWS: 10 minutes). */
const TOKEN_HOLDS = 10 * 60_000;

/** The operation behind each kind of part; a check is a deletion that is not carried out. */
const WRITES: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'DeleteItem',
};

const partSchema = z.looseObject({ TableName: z.string() });
const tokenSchema = z.string().min(1).max(36).optional();

/** One part of a transaction, checked, with what it is done by. */
interface Part {
  readonly kind: string;
  readonly operation: Operation;
  readonly table: string;
  readonly input: JsonObject;
  readonly wantsOld: boolean;
  readonly store: NotedStore;
}

interface Outcome {
  readonly error?: unknown;
  readonly output?: JsonObject | undefined;
}

/** A transaction that was carried out under a token. */
interface Done {
  readonly at: number;
  readonly digest: string;
  /** What the same is charged when it is sent again. The items, old and new, are not kept: those of ten minutes are many. */
  readonly again: readonly Charge[];
}

const violated = (value: string, member: string, constraint: string): Error =>
  refusal(
    'ValidationException',
    `1 validation error detected: Value ${value} at '${member}' failed to satisfy constraint: ${constraint}`,
  );

function partsOf(input: JsonObject): readonly JsonObject[] {
  const { TransactItems: items } = input;
  if (!Array.isArray(items)) throw violated('null', 'transactItems', 'Member must not be null');
  if (items.length === 0)
    throw violated(`'[]'`, 'transactItems', 'Member must have length greater than or equal to 1');
  if (items.length > MOST_ITEMS)
    throw violated(
      `'${JSON.stringify(items)}'`,
      'transactItems',
      `Member must have length less than or equal to ${MOST_ITEMS}`,
    );
  return items.map((item: unknown) => (isJsonObject(item as JsonObject) ? (item as JsonObject) : {}));
}

/** The one thing that a part of a transaction says is to be done. */
function onlyMember(item: JsonObject, known: readonly string[]): readonly [string, JsonObject] {
  const given = known.filter((kind) => isJsonObject(item[kind]));
  const [kind = ''] = given;
  if (given.length !== 1)
    throw refusal(
      'ValidationException',
      `TransactItems can only contain one of ${known.join(', ')}`.replace(/, (\w+)$/, ' or $1'),
    );
  return [kind, item[kind] as JsonObject];
}

/** TransactWriteItems and TransactGetItems, all or nothing, by dynalite's operations on one item each. */
export class Transactions {
  private readonly done = new Map<string, Done>();
  private readonly tokens = new KeyedQueue();

  constructor(
    private readonly tables: Tables,
    private readonly now: () => number,
  ) {}

  async write(input: JsonObject): Promise<DatabaseAnswer> {
    const { ClientRequestToken: given } = input;
    const { data: token, success } = tokenSchema.safeParse(given ?? undefined);
    if (!success)
      throw violated(
        `'${JSON.stringify(given)}'`,
        'clientRequestToken',
        'Member must have length less than or equal to 36',
      );
    // The same one that comes again before the first was carried out waits for it.
    return token === undefined
      ? this.writeAll(input, undefined)
      : this.tokens.run(token, () => this.writeAll(input, token));
  }

  private async writeAll(input: JsonObject, token: string | undefined): Promise<DatabaseAnswer> {
    const digest = createHash('sha256')
      .update(JSON.stringify(input['TransactItems'] ?? null))
      .digest('hex');
    const before = this.doneUnder(token, digest);
    if (before !== undefined) return answered({}, before, input);
    const parts = partsOf(input).map((item) => this.writePart(item));
    await this.assertTables(parts);
    const changes = await this.carryOut(parts);
    if (token !== undefined)
      this.done.set(token, { at: this.now(), digest, again: changes.map(replayCharge) });
    const charges = parts.flatMap(({ kind }, index) => {
      const change = changes[index] as Change;
      return kind === 'ConditionCheck' ? [lookedAt(change, true)] : writeCharges(change, true);
    });
    return answered({}, charges, input);
  }

  async get(input: JsonObject): Promise<DatabaseAnswer> {
    const parts = partsOf(input).map((item) => this.part('Get', 'GetItem', onlyMember(item, ['Get'])[1]));
    await this.assertTables(parts);
    const outcomes = await this.run(parts);
    assertNotCancelled(parts, outcomes);
    const charges = parts.map(({ store }) => {
      const { table, before } = noteIn(store);
      const where = { table: table.TableName, key: partitionOf(table, before) };
      return readCharge(where, before === undefined ? [] : [before], 'transaction');
    });
    const Responses = outcomes.map(({ output = {} }): JsonObject => {
      const { Item: item } = output;
      return item === undefined ? {} : { Item: item };
    });
    return answered({ Responses }, charges, input);
  }

  /**
   * What the transaction under the token is charged again, if it was the same one; forgets those past their time. Throws a refusal.
   */
  private doneUnder(token: string | undefined, digest: string): readonly Charge[] | undefined {
    for (const [known, { at }] of this.done) {
      if (at + TOKEN_HOLDS > this.now()) break;
      this.done.delete(known);
    }
    const known = token === undefined ? undefined : this.done.get(token);
    if (known === undefined) return undefined;
    if (known.digest === digest) return known.again;
    throw refusal(
      'IdempotentParameterMismatchException',
      'DynamoDB rejected the request because you retried a request with a different payload but with an idempotent token that was already used.',
    );
  }

  private writePart(item: JsonObject): Part {
    const [kind, input] = onlyMember(item, ['ConditionCheck', 'Put', 'Update', 'Delete']);
    if (kind === 'ConditionCheck' && typeof input['ConditionExpression'] !== 'string')
      throw violated(
        'null',
        'transactItems.member.conditionCheck.conditionExpression',
        'Member must not be null',
      );
    if (kind === 'Update' && typeof input['UpdateExpression'] !== 'string')
      throw violated('null', 'transactItems.member.update.updateExpression', 'Member must not be null');
    return this.part(kind, WRITES[kind] ?? kind, input);
  }

  private part(kind: string, name: string, given: JsonObject): Part {
    const operation = OPERATIONS.get(name);
    const { data } = partSchema.safeParse(given);
    if (operation === undefined || data === undefined)
      throw violated(
        'null',
        `transactItems.member.${kind.toLowerCase()}.tableName`,
        'Member must not be null',
      );
    const wantsOld = wantsOldItem(given);
    const store = new NotedStore(this.tables, true);
    return { kind, operation, table: data.TableName, input: operation.check(given, store), wantsOld, store };
  }

  private async assertTables(parts: readonly Part[]): Promise<void> {
    for (const { store, table } of parts)
      await new Promise<void>((resolve, reject) => {
        store.getTable(table, (error) => (error ? reject(error) : resolve()));
      });
  }

  private async carryOut(parts: readonly Part[]): Promise<readonly Change[]> {
    const outcomes = await this.run(parts, ({ kind }) => kind !== 'ConditionCheck');
    assertNotCancelled(parts, outcomes);
    return parts.map(({ store }) => noteIn(store));
  }

  /** Does all parts while nobody else works on their items, and writes what they would where each succeeded. */
  private run(parts: readonly Part[], isWritten: (part: Part) => boolean = () => false): Promise<Outcome[]> {
    const locks = this.locksOf(parts);
    return new Promise((resolve, reject) => {
      let outcomes: Outcome[] = [];
      const over: Callback<void> = (error) => (error ? reject(error) : resolve(outcomes));
      holding(locks, over, (finish) => {
        all(parts, (found) => {
          outcomes = found;
          if (found.some(({ error }) => error)) finish();
          else releaseAll(parts.filter(isWritten), finish);
        });
      });
    });
  }

  /** The items' own locks, in an order that transactions share. A part with a wrong key has none, and fails. */
  private locksOf(parts: readonly Part[]): readonly Lock[] {
    const locks = parts.flatMap(({ store, input, table: name }) => {
      const table = store.tables.get(name);
      const item = (input['Item'] ?? input['Key']) as unknown as Item;
      if (table === undefined) return [];
      const wrong =
        input['Item'] === undefined ? engine.validateKey(item, table) : engine.validateItem(item, table);
      if (wrong) return [];
      const key = engine.createKey(item, table);
      return [{ name: `${name}~${key}`, keys: this.tables.getItemDb(name), key }];
    });
    if (new Set(locks.map(({ name }) => name)).size < locks.length)
      throw refusal(
        'ValidationException',
        'Transaction request cannot include multiple operations on one item',
      );
    return locks.sort((one, other) => (one.name < other.name ? -1 : 1));
  }
}

interface Lock {
  readonly name: string;
  readonly keys: Keys;
  readonly key: string;
}

/** Calls `work` while all is locked; the innermost lock's holder writes everything at once. */
function holding(locks: readonly Lock[], over: Callback<void>, work: (finish: Callback<void>) => void): void {
  const [first, ...others] = locks;
  if (first === undefined) work(over);
  else first.keys.lock(first.key, (release) => holding(others, release(over), work));
}

/** Nothing waits in memory, so that all is over before anybody else can come between. */
function all(parts: readonly Part[], done: (outcomes: Outcome[]) => void): void {
  const outcomes: Outcome[] = [];
  let left = parts.length;
  for (const [index, { operation, input, store }] of parts.entries())
    operation.act(store, input, (error, output) => {
      outcomes[index] = error ? { error } : { output: output || {} };
      left -= 1;
      if (left === 0) done(outcomes);
    });
}

function releaseAll(parts: readonly Part[], finish: Callback<void>): void {
  let left = parts.length;
  let failure: unknown;
  if (left === 0) finish();
  for (const { store } of parts)
    store.release((error) => {
      failure ??= error;
      left -= 1;
      if (left === 0) finish(failure);
    });
}

function noteIn({ notes, tables }: NotedStore): Change {
  const [note] = notes.values();
  if (note === undefined) throw new Error('a part of a transaction looked at no item');
  return changeOf(tables, note);
}

interface Reason extends JsonObject {
  readonly Code: string;
}

/** Why one part failed, as its cancellation reason says it; throws what no transaction is cancelled for. */
function reasonOf({ wantsOld, store }: Part, { error }: Outcome): Reason {
  if (!error) return { Code: 'None' };
  const refused = refusedBy(error);
  if (refused === undefined) throw error as Error;
  const [note] = store.notes.values();
  if (isRefusedCondition(refused))
    return {
      Code: 'ConditionalCheckFailed',
      Message: 'The conditional request failed',
      ...(wantsOld && oldItem(note?.before)),
    };
  const { message = '' } = refused.output;
  return { Code: 'ValidationError', Message: message };
}

function assertNotCancelled(parts: readonly Part[], outcomes: readonly Outcome[]): void {
  if (!outcomes.some(({ error }) => error)) return;
  const reasons = parts.map((part, index) => reasonOf(part, outcomes[index] ?? {}));
  const codes = reasons.map(({ Code }) => Code).join(', ');
  const text = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  const charges = parts.flatMap(({ store }) =>
    [...store.notes.values()].map((note) => lookedAt(changeOf(store.tables, note), true)),
  );
  const more = { Message: text, CancellationReasons: reasons };
  throw refusal('TransactionCanceledException', text, more, charges);
}

function answered(output: JsonObject, charges: readonly Charge[], input: JsonObject): DatabaseAnswer {
  const { ReturnConsumedCapacity: asked } = input;
  const isAsked = asked === 'TOTAL' || asked === 'INDEXES';
  const capacity: JsonObject = isAsked ? { ConsumedCapacity: consumedCapacity(charges, asked, true) } : {};
  return { status: 200, output: { ...output, ...capacity }, charges };
}
