import { GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { RequestStore } from '../../adapters/request-store.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { aRequest } from '../domain/request/a-request.js';
import { conditionFailed, tableMock, throttled } from './table-mock.js';

const person = { phone: '+8619900000099', description: 'sample' };

function setup() {
  const { table, dynamodb } = tableMock();
  dynamodb.on(PutItemCommand).resolves({});
  const written = async (record: RequestRecord) => {
    await new RequestStore(table).save(record);
    return dynamodb.inputs(PutItemCommand).at(-1)?.Item ?? {};
  };
  return { store: new RequestStore(table), dynamodb, written };
}

describe('the keys of a request', () => {
  const INDEX_KEYS = ['contactKey', 'gridKey', 'unstartedKey', 'pk'];

  it.each<[string, Partial<RequestRecord>, string[]]>([
    ['accepted, not begun', {}, ['unstartedKey', 'pk']],
    ['placed', { status: 'assigned', grid: 1, askCount: 1 }, ['gridKey', 'pk']],
    ['joined to another', { status: 'assigned', grid: 1, askCount: 1, joinedTo: '8R4L0N3Y' }, ['pk']],
    ['handled, not judged', { status: 'awaiting_confirmation', grid: 1, askCount: 2 }, ['pk']],
    ['with the duty desk', { askCount: 1 }, ['pk']],
    ['closed', { status: 'closed', grid: 1, askCount: 2, closedAs: 'satisfied' }, ['pk']],
    ['withdrawn before it began', { status: 'withdrawn', closedAs: 'withdrawn' }, ['pk']],
    ['stored before its person found it', { foundBy: undefined, askCount: 1 }, ['contactKey', 'pk']],
  ])('of one %s put it into those indexes only that look for it', async (_which, changes, expected) => {
    const { written } = setup();
    const item = await written({ ...aRequest(), ...changes });
    expect(INDEX_KEYS.filter((name) => name in item)).toEqual(expected);
  });

  it('begin with the town, every one of them', async () => {
    const { written } = setup();
    const open = await written({ ...aRequest(), status: 'received', grid: 1, foundBy: undefined });
    for (const name of INDEX_KEYS) expect(open[name]).toMatch(/^small-town#/);
  });

  it('name no phone and hold no word of the person', async () => {
    const { store, dynamodb } = setup();
    await store.create(aRequest(), person);
    const record = dynamodb.inputs(PutItemCommand).at(-1)?.Item;
    expect(JSON.stringify(record)).not.toMatch(/sample|19900000099/);
  });
});

describe('a new request', () => {
  it('is found by its resident through the person, whom no step changes', async () => {
    const { store, dynamodb } = setup();
    await store.create(aRequest(), person);
    const [mine, record] = dynamodb.inputs(PutItemCommand).map(({ Item }) => Item);
    expect(mine).toMatchObject({
      contactKey: 'small-town#contact#phone:hashed',
      contactSort: 'reported#2026-08-24T01:00:00.000Z#7Q3K9M2X',
    });
    expect(record).not.toHaveProperty('contactKey');
  });

  it('is written after its person: the record is what counts', async () => {
    const { store, dynamodb } = setup();
    expect(await store.create(aRequest(), person)).toBe(true);
    const kinds = dynamodb.inputs(PutItemCommand).map((input) => input.Item?.['sk']);
    expect(kinds).toEqual(['person', 'record']);
  });

  it('is not stored over another with the same id, nor its person', async () => {
    const { store, dynamodb } = setup();
    dynamodb.on(PutItemCommand).rejects(conditionFailed());
    expect(await store.create(aRequest(), person)).toBe(false);
    expect(dynamodb.inputs(PutItemCommand)).toHaveLength(1);
  });

  it('whose person was written before a crash is written now', async () => {
    const { store, dynamodb } = setup();
    await store.create(aRequest(), person);
    const [first] = dynamodb.inputs(PutItemCommand);
    expect(first).toMatchObject({
      ConditionExpression: 'attribute_not_exists(pk) OR submission = :submission',
      ExpressionAttributeValues: { ':submission': aRequest().submission },
    });
  });
});

describe('a change', () => {
  it('is one write under the condition that nobody wrote since, and counts itself', async () => {
    const { store, dynamodb } = setup();
    expect(await store.save({ ...aRequest(), version: 4 })).toBe(true);
    expect(dynamodb.inputs(PutItemCommand)[0]).toMatchObject({
      ConditionExpression: '#version = :read',
      ExpressionAttributeValues: { ':read': 4 },
      Item: { version: 5 },
    });
  });

  it('that somebody else overtook is not written, and says so', async () => {
    const { store, dynamodb } = setup();
    dynamodb.on(PutItemCommand).rejects(conditionFailed());
    expect(await store.save(aRequest())).toBe(false);
  });

  it('that DynamoDB throttles fails: the caller tries again', async () => {
    const { store, dynamodb } = setup();
    dynamodb.on(PutItemCommand).rejects(throttled());
    await expect(store.save(aRequest())).rejects.toThrow('slow down');
    await expect(store.create(aRequest(), person)).rejects.toThrow('slow down');
  });
});

describe('a request that is looked for', () => {
  it('and not there is a domain error that names its id', async () => {
    const { store, dynamodb } = setup();
    dynamodb.on(GetItemCommand).resolves({});
    await expect(store.load('small-town', '7Q3K9M2X')).rejects.toMatchObject({ code: 'RequestUnknown' });
    expect(await store.find('small-town', '7Q3K9M2X')).toBeUndefined();
  });

  it('is read consistently: the step that follows a write sees it', async () => {
    const { store, dynamodb } = setup();
    dynamodb.on(GetItemCommand).resolves({ Item: aRequest() });
    await store.load('small-town', '7Q3K9M2X');
    expect(dynamodb.inputs(GetItemCommand)[0]?.ConsistentRead).toBe(true);
  });

  it('by resident is found through its person, one of before through its record, the newest first', async () => {
    const { store, dynamodb } = setup();
    const placed = (kind: string, at: string, id: string) => ({ contactSort: `${kind}#${at}#${id}` });
    dynamodb.on(QueryCommand).callsFake(({ ExpressionAttributeValues: values }) => ({
      Items:
        values?.[':kind'] === 'reported#'
          ? [placed('reported', '2026-08-24T01:00:00.000Z', 'NEW')]
          : [
              placed('request', '2026-08-25T01:00:00.000Z', 'OLD'),
              placed('request', '2026-08-23T01:00:00.000Z', 'ERASED'),
            ],
    }));
    dynamodb.on(GetItemCommand).callsFake(({ Key }) => {
      const id = String(Key?.['pk']).split('#').at(-1) ?? '';
      return { Item: { ...aRequest(), id, ...(id === 'ERASED' ? { erasedAt: 1 } : {}) } };
    });
    const found = await store.ofResident('small-town', 'phone:hashed');
    expect(found.map(({ id }) => id)).toEqual(['OLD', 'NEW']);
  });

  it('by resident is found once where an earlier version wrote its record since, and takes no place of another', async () => {
    const { store, dynamodb } = setup();
    const ids = Array.from({ length: 10 }, (_, n) => `R${n}`);
    dynamodb.on(QueryCommand).callsFake(({ ExpressionAttributeValues: values }) => ({
      Items: ids.map((id, n) => ({
        contactSort: `${String(values?.[':kind'])}2026-08-24T01:00:0${9 - n}.000Z#${id}`,
      })),
    }));
    dynamodb
      .on(GetItemCommand)
      .callsFake(({ Key }) => ({ Item: { ...aRequest(), id: String(Key?.['pk']).split('#').at(-1) } }));
    const found = await store.ofResident('small-town', 'phone:hashed');
    expect(found.map(({ id }) => id)).toEqual(ids);
  });

  it('by grid or resident is looked for within the town', async () => {
    const { store, dynamodb } = setup();
    dynamodb.on(QueryCommand).resolves({ Items: [] });
    await store.nearby('small-town', 1);
    await store.ofResident('small-town', 'phone:hashed');
    for (const { ExpressionAttributeValues: values = {} } of dynamodb.inputs(QueryCommand)) {
      expect(Object.values(values)[0]).toMatch(/^small-town#/);
    }
  });
});
