import * as z from 'zod';
import { DomainError } from '../domain/domain-error.js';
import { isSealed } from '../domain/request/confidential.js';
import { factsOf } from '../domain/request/facts.js';
import type { FormValues } from '../domain/programme/form.js';
import { isJoinable, type NearbyRequest } from '../domain/request/join-requests.js';
import {
  type Person,
  personSchema,
  type RequestRecord,
  requestRecordSchema,
  statusSchema,
} from '../domain/request/record.js';
import { completeStoredRequest } from '../domain/stored/stored-request.js';
import { boardOf } from './board-query.js';
import { type Attributes, openTable, type Table, unlessConditionFails } from './dynamodb.js';
import type { Reading } from './item-reader.js';
import { readStored } from './stored.js';
import { historyOf, INDEX, key, timedAt, timeSort } from './table-keys.js';

const RECORD = 'record';
/** Open requests of a grid that are looked at for a duplicate; a grid has a handful open. */
const NEARBY = 50;
/** Requests of one phone that a text may be about. */
const RECENT = 10;
/** Requests of a town that one sweep takes up; the next sweep goes on. */
const SWEPT = 200;

const nearbySchema = z.object({
  id: z.string(),
  category: z.string(),
  status: statusSchema,
  createdAt: z.number(),
  near: z.object({ lat: z.number(), lng: z.number() }).optional(),
  joinedTo: z.string().optional(),
});
const placesSchema = z.array(z.object({ contactSort: z.string() }));
export type RequestSummary = Pick<RequestRecord, 'id' | 'status' | 'createdAt'>;

const unstartedSchema = z.array(z.object({ id: z.string(), unstartedSort: z.string() }));
/** A request that was accepted, and the execution that is to work on it. */
export interface Unstarted {
  readonly id: string;
  readonly execution: string;
}

/** The record as an item: its index keys follow from what it says. */
function itemOf(record: RequestRecord): Record<string, unknown> {
  const facts = factsOf(record);
  const unstarted = executionToStart(record);
  return {
    ...record,
    pk: key(record.town, 'request', record.id),
    sk: RECORD,
    ...(record.foundBy === 'person' ? {} : ofResidentKeys('request', record)),
    // Open requests are found on the board, whose entry changes with each step anyway. A complaint about staff is not
    // found beside what else happened, whoever looks.
    ...(record.closedAs === undefined || isSealed(record)
      ? {}
      : historyOf('request', { ...record, at: record.createdAt })),
    facts,
    ...boardOf(record, facts),
    // Sparse: only what others may be joined to is found by grid, only what nobody has started is found by the sweep.
    ...(isJoinable(record) && record.grid !== undefined && record.confidential === undefined
      ? {
          gridKey: key(record.town, 'grid', String(record.grid)),
          gridSort: timeSort('request', record.createdAt, record.id),
        }
      : {}),
    ...(unstarted === undefined
      ? {}
      : {
          unstartedKey: key(record.town, 'unstarted', 'requests'),
          unstartedSort: timeSort('request', record.createdAt, unstarted),
        }),
  };
}

const ofResidentKeys = (
  kind: 'reported' | 'request',
  { town, resident, createdAt, id }: Pick<RequestRecord, 'town' | 'resident' | 'createdAt' | 'id'>,
) => ({ contactKey: key(town, 'contact', resident), contactSort: timeSort(kind, createdAt, id) });

/** The execution that is to work on it and has not begun: its first, or the one that takes up a closed request. */
function executionToStart({ id, closedAs, askCount, status, corrected }: RequestRecord): string | undefined {
  if (closedAs !== undefined) return undefined;
  if (corrected?.execution !== undefined) return corrected.execution;
  return askCount > 0 || status !== 'received' ? undefined : id;
}

const keyOf = (town: string, id: string) => ({ pk: key(town, 'request', id), sk: RECORD });
const personKeyOf = (town: string, id: string) => ({ pk: key(town, 'person', id), sk: 'person' });

/** Of what was erased a remnant is left, for statistics; it is no request any more. */
const recordIn = (item: Attributes | undefined): RequestRecord | undefined =>
  item && item['erasedAt'] === undefined
    ? readStored('request', requestRecordSchema, completeStoredRequest(item))
    : undefined;

function known(id: string, record: RequestRecord | undefined): RequestRecord {
  if (!record) throw new DomainError('RequestUnknown', `the town has no request ${id}`, { request: id });
  return record;
}

/** Where a person was erased, nobody is stored in their place: the same submission makes no second one. */
const personIn = (item: Attributes | undefined): Person | undefined =>
  item && item['erasedAt'] === undefined ? readStored('person', personSchema, item) : undefined;

function knownPerson(id: string, person: Person | undefined): Person {
  if (!person) throw new DomainError('PersonUnknown', `nobody stands beside request ${id}`, { request: id });
  return person;
}

/** Requests, each one item with its timeline, and the persons beside them. */
export class RequestStore {
  constructor(private readonly table: Table) {}

  async find(town: string, id: string): Promise<RequestRecord | undefined> {
    const { Item } = await this.table.get({ Key: keyOf(town, id), ConsistentRead: true });
    return recordIn(Item);
  }

  async load(town: string, id: string): Promise<RequestRecord> {
    return known(id, await this.find(town, id));
  }

  /** A request, to be read beside something else. */
  reading(town: string, id: string): Reading<RequestRecord> {
    return { key: keyOf(town, id), read: (item) => known(id, recordIn(item)) };
  }

  /** The same of one that the town may not have. */
  seeking(town: string, id: string): Reading<RequestRecord | undefined> {
    return { key: keyOf(town, id), read: recordIn };
  }

  /** Stores a new request; false when the id is taken. The person is written first: the record is what counts. */
  async create(record: RequestRecord, person: Person): Promise<boolean> {
    const ConditionExpression = 'attribute_not_exists(pk)';
    const Item = {
      ...person,
      ...personKeyOf(record.town, record.id),
      submission: record.submission,
      ...(record.foundBy === 'person' ? ofResidentKeys('reported', record) : {}),
    };
    const mine = await unlessConditionFails(
      this.table.put({
        Item,
        ConditionExpression: `${ConditionExpression} OR submission = :submission`,
        ExpressionAttributeValues: { ':submission': record.submission },
      }),
    );
    if (!mine) return false;
    return unlessConditionFails(this.table.put({ Item: itemOf(record), ConditionExpression }));
  }

  /** One conditional write: true when nobody wrote since this record was read. */
  save(record: RequestRecord): Promise<boolean> {
    const Item = itemOf({ ...record, version: record.version + 1 });
    return unlessConditionFails(
      this.table.put({
        Item,
        ConditionExpression: '#version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': record.version },
      }),
    );
  }

  async person(town: string, id: string): Promise<Person> {
    return knownPerson(id, await this.findPerson(town, id));
  }

  /** The personal half of a request; undefined where there is none any more. */
  async findPerson(town: string, id: string): Promise<Person | undefined> {
    const { Item } = await this.table.get({ Key: personKeyOf(town, id), ConsistentRead: true });
    return personIn(Item);
  }

  /** The personal half, to be read beside something else. */
  readingPerson(town: string, id: string): Reading<Person> {
    return { key: personKeyOf(town, id), read: (item) => knownPerson(id, personIn(item)) };
  }

  /** Keeps the words of a request with what was said later: true where nobody wrote them since they were read. */
  keepWords(
    town: string,
    id: string,
    of: 'description' | 'staffWords',
    { before, now }: { before: string | undefined; now: string },
  ): Promise<boolean> {
    return unlessConditionFails(
      this.table.update({
        Key: personKeyOf(town, id),
        UpdateExpression: 'SET #words = :now',
        ConditionExpression:
          before === undefined ? 'attribute_exists(pk) AND attribute_not_exists(#words)' : '#words = :before',
        ExpressionAttributeNames: { '#words': of },
        ExpressionAttributeValues: { ...(before === undefined ? {} : { ':before': before }), ':now': now },
      }),
    );
  }

  /** Keeps the form of a programme with the person it is about; filled in again it replaces the one before. */
  async keepForm(town: string, id: string, form: FormValues): Promise<void> {
    await this.table.update({
      Key: personKeyOf(town, id),
      UpdateExpression: 'SET #form = :form',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#form': 'form' },
      ExpressionAttributeValues: { ':form': form },
    });
  }

  /** Keeps why a form was handed in though it does not meet the conditions; of one that does, nothing. */
  async keepException(town: string, id: string, exception: string | undefined): Promise<void> {
    await this.table.update({
      Key: personKeyOf(town, id),
      UpdateExpression: exception === undefined ? 'REMOVE #exception' : 'SET #exception = :exception',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#exception': 'exception' },
      ...(exception === undefined ? {} : { ExpressionAttributeValues: { ':exception': exception } }),
    });
  }

  /** Requests of a grid that another report may be joined to, newest first. */
  async nearby(town: string, grid: number): Promise<NearbyRequest[]> {
    const { Items } = await this.table.query({
      IndexName: INDEX.byGrid,
      KeyConditionExpression: 'gridKey = :grid',
      ExpressionAttributeValues: { ':grid': key(town, 'grid', String(grid)) },
      ScanIndexForward: false,
      Limit: NEARBY,
    });
    return z.array(nearbySchema).parse(Items);
  }

  /** The latest requests of one resident, newest first. */
  async ofResident(town: string, resident: string): Promise<RequestSummary[]> {
    const places = await Promise.all(
      (['reported', 'request'] as const).map((kind) => this.latestOf(town, resident, kind)),
    );
    const latest = places.flat().toSorted((one, other) => other.at - one.at);
    // What an earlier version wrote since is found both ways.
    const ids = [...new Set(latest.map(({ id }) => id))];
    const found = await Promise.all(ids.slice(0, RECENT).map((id) => this.find(town, id)));
    return found.flatMap((record) => record ?? []);
  }

  /** Where they are found, through the person beside each or, of before, through the record. */
  private async latestOf(town: string, resident: string, kind: 'reported' | 'request') {
    const { Items } = await this.table.query({
      IndexName: INDEX.byContact,
      KeyConditionExpression: 'contactKey = :contact AND begins_with(contactSort, :kind)',
      ExpressionAttributeValues: { ':contact': key(town, 'contact', resident), ':kind': `${kind}#` },
      ScanIndexForward: false,
      Limit: RECENT,
    });
    return placesSchema.parse(Items).map(({ contactSort }) => timedAt(contactSort));
  }

  /** Accepted requests of a town whose execution has not begun to work on them, the longest waiting first. */
  async unstarted(town: string): Promise<Unstarted[]> {
    const { Items } = await this.table.query({
      IndexName: INDEX.unstarted,
      KeyConditionExpression: 'unstartedKey = :unstarted',
      ExpressionAttributeValues: { ':unstarted': key(town, 'unstarted', 'requests') },
      Limit: SWEPT,
    });
    return unstartedSchema.parse(Items).map(({ id, unstartedSort }) => {
      const [, , execution = id] = unstartedSort.split('#');
      return { id, execution };
    });
  }
}

export const createRequestStore = ({ table, endpoint }: { table: string; endpoint?: string }): RequestStore =>
  new RequestStore(openTable(table, endpoint));
