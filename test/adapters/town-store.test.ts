import { SHAPE } from '../../adapters/stored.js';
import { townForm } from '../../adapters/town-form.js';
import { randomBytes } from 'node:crypto';
import { GetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { TownStore } from '../../adapters/town-store.js';
import type { Town } from '../../domain/town/schema.js';
import { caseTown } from '../domain/request/case-town.js';
import { eachWorld } from '../functions/each-world.js';
import { conditionFailed, tableMock, throttled } from './table-mock.js';

const { begin } = eachWorld();
const town = caseTown();
const leave = { staff: 'a1', from: '2026-08-24', to: '2026-08-26' };
const PARTS: (keyof Town)[][] = [
  ['settings', 'departments', 'inspections', 'categories', 'dangers', 'texts'],
  ['villages', 'grids', 'map', 'places'],
  ['households'],
  ['staff', 'leave', 'supervisors', 'reception'],
  ['programmes'],
  ['model'],
];

function setup(current?: object) {
  const { table, dynamodb } = tableMock();
  dynamodb
    .on(GetItemCommand)
    .callsFake(({ Key }) => ({ Item: Key?.['pk'] === 'towns' ? undefined : current }));
  dynamodb.on(QueryCommand).resolves({
    Items: PARTS.map((fields, i) => ({
      sk: `v000003#part${i}`,
      shape: SHAPE,
      json: JSON.stringify(Object.fromEntries(fields.map((f) => [f, town[f]]))),
    })),
  });
  dynamodb.on(PutItemCommand).resolves({});
  dynamodb.on(UpdateItemCommand).resolves({});
  return { store: new TownStore(table), dynamodb };
}

describe('a town', () => {
  it('that nobody imported is a domain error that names it', async () => {
    const { store } = setup();
    await expect(store.load('small-town')).rejects.toMatchObject({
      code: 'TownUnknown',
      context: { town: 'small-town' },
    });
  });

  it('is given with the leave that was texted since its import, and its version is read once', async () => {
    const { store, dynamodb } = setup({ version: 3, leave: [leave] });
    expect((await store.load('small-town')).town.leave).toEqual([leave]);
    expect((await store.load('small-town')).version).toBe(3);
    expect(dynamodb.inputs(QueryCommand)).toHaveLength(1);
    expect(dynamodb.inputs(QueryCommand)[0]?.ExpressionAttributeValues).toEqual({
      ':town': 'small-town#town#data',
      ':version': 'v000003#',
    });
  });

  it('is read to its end when its parts do not fit into one answer', async () => {
    const { store, dynamodb } = setup({ version: 3, leave: [] });
    const parts = PARTS.map((fields, i) => ({
      sk: `v000003#part${i}`,
      shape: SHAPE,
      json: JSON.stringify(Object.fromEntries(fields.map((f) => [f, town[f]]))),
    }));
    dynamodb
      .on(QueryCommand)
      .resolvesOnce({ Items: parts.slice(0, 2), LastEvaluatedKey: { pk: 'more' } })
      .resolvesOnce({ Items: parts.slice(2) });
    expect((await store.load('small-town')).town).toEqual(town);
    expect(dynamodb.inputs(QueryCommand)[1]?.ExclusiveStartKey).toEqual({ pk: 'more' });
  });

  it.each([
    ['in the form of this version was checked then, and is not again', townForm(), undefined],
    ['in another form is checked, and completed where it says nothing', 'another', []],
  ])('that was stored %s', async (_how, form, dangers) => {
    const { store, dynamodb } = setup({ version: 3, leave: [] });
    const json = JSON.stringify({ ...town, dangers: undefined });
    dynamodb.on(QueryCommand).resolves({ Items: [{ sk: 'v000003#rules', shape: SHAPE, form, json }] });
    expect((await store.load('small-town')).town.dangers).toEqual(dangers);
  });

  it('whose part is larger than an item is stored in several, and read as one', async () => {
    const { services } = await begin();
    const large: Town = {
      ...town,
      map: [{ kind: 'road', points: [[117.7, 37.3]] }],
      model: JSON.stringify(randomBytes(700_000).toString('base64')),
      examples: 'e'.repeat(500_000),
    };
    await services.towns.importTown(large);
    expect((await services.towns.load('small-town')).town.model).toBe(large.model);
    expect((await services.towns.openWhole('small-town')).stored).toEqual(large);
  });

  it('keeps a programme as the version had it in which a request began', async () => {
    const { store } = setup({ version: 3, leave: [] });
    expect((await store.programme('small-town', 2, 'surgery'))?.id).toBe('surgery');
    expect(await store.programme('small-town', 2, 'unheard-of')).toBeUndefined();
  });
});

describe('an import', () => {
  it('writes every part before one write makes it current', async () => {
    const { store, dynamodb } = setup({ version: 3, leave: [] });
    dynamodb
      .on(UpdateItemCommand)
      // The parts, and the line of the history.
      .callsFake(() => expect(dynamodb.inputs(PutItemCommand)).toHaveLength(PARTS.length + 1));
    expect(await store.importTown(town)).toEqual({ version: 4 });
    expect(dynamodb.inputs(UpdateItemCommand)[0]).toMatchObject({
      Key: { pk: 'small-town#town#data', sk: 'current' },
      ConditionExpression: 'attribute_not_exists(pk) OR #version = :read',
      ExpressionAttributeValues: { ':version': 4, ':read': 3 },
    });
  });

  it('does not write over leave that is texted while it runs', async () => {
    const { store, dynamodb } = setup({ version: 3, leave: [leave] });
    await store.importTown(town);
    const { UpdateExpression } = dynamodb.inputs(UpdateItemCommand)[0] ?? {};
    expect(UpdateExpression).toContain('#leave = if_not_exists(#leave, :none)');
  });

  it('made from a version that stands no more changes nothing', async () => {
    const { store, dynamodb } = setup({ version: 3, leave: [] });
    await store.importTown(town, { from: 2 });
    expect(dynamodb.inputs(UpdateItemCommand)[0]?.ExpressionAttributeValues).toMatchObject({
      ':read': 2,
    });
  });

  it('says when it was made, where it was told', async () => {
    const { services } = await begin();
    await services.towns.importTown(town, { at: 5 });
    expect((await services.towns.open('small-town')).madeAt).toBe(5);
    await services.towns.importTown(town);
    expect((await services.towns.open('small-town')).madeAt).toBeUndefined();
  });

  it('leaves whole what another makes at the same moment, of which one becomes the current one', async () => {
    const { services } = await begin();
    const named = (name: string): Town => ({
      ...town,
      settings: { ...town.settings, name: { 'zh-CN': name, en: name } },
      staff: town.staff.map((person) => ({ ...person, name })),
    });
    const outcomes = await Promise.allSettled(
      ['one', 'two', 'three'].map((name) => services.towns.importTown(named(name))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const current = (await services.towns.load('small-town')).town;
    const won = ['one', 'two', 'three'][outcomes.findIndex(({ status }) => status === 'fulfilled')] ?? '';
    expect(current).toEqual(named(won));
  });

  it('that another overtook says so and is not listed', async () => {
    const { store, dynamodb } = setup({ version: 3, leave: [] });
    dynamodb.on(UpdateItemCommand).rejects(conditionFailed());
    await expect(store.importTown(town)).rejects.toMatchObject({ code: 'TownChanged' });
    expect(dynamodb.inputs(PutItemCommand).map((input) => input.Item?.['pk'])).not.toContain('towns');
  });

  it('that fails half-way leaves the current version as it was', async () => {
    const { store, dynamodb } = setup({ version: 3, leave: [] });
    dynamodb.on(PutItemCommand).resolvesOnce({}).rejects(throttled());
    await expect(store.importTown(town)).rejects.toThrow('slow down');
    expect(dynamodb.inputs(UpdateItemCommand)).toEqual([]);
  });
});

describe('what a warm function keeps of towns', () => {
  it('is bounded: the one that was used longest ago is read again', async () => {
    const size = JSON.stringify(town).length;
    const { table, dynamodb } = tableMock();
    dynamodb.on(GetItemCommand).resolves({ Item: { version: 3, leave: [] } });
    const json = JSON.stringify(town);
    dynamodb.on(QueryCommand).resolves({ Items: [{ sk: 'v000003#rules', form: townForm(), json }] });
    const store = new TownStore(table, 2 * size);
    const read = async (...ids: string[]): Promise<number> => {
      const before = dynamodb.inputs(QueryCommand).length;
      for (const id of ids) await store.load(id);
      return dynamodb.inputs(QueryCommand).length - before;
    };
    expect(await read('a', 'b', 'a', 'b')).toBe(2);
    expect(await read('a', 'c')).toBe(1);
    expect(await read('a', 'c')).toBe(0);
    expect(await read('b')).toBe(1);
  });
});

describe('leave that was texted', () => {
  it('is added once', async () => {
    const { store, dynamodb } = setup({ version: 3, leave: [leave] });
    await store.addLeave('small-town', leave);
    expect(dynamodb.inputs(UpdateItemCommand)).toEqual([]);
    await store.addLeave('small-town', { ...leave, staff: 'b1' });
    expect(dynamodb.inputs(UpdateItemCommand)).toHaveLength(1);
  });
});

describe('leave', () => {
  it('that was texted and now stands in the files too is there once', async () => {
    const { services } = await begin();
    await services.towns.addLeave('small-town', leave);
    await services.towns.importTown({ ...town, leave: [leave] });
    expect((await services.towns.load('small-town')).town.leave).toEqual([leave]);
  });

  it('that was added is taken back, also while others are; what stands in the files is not', async () => {
    const { services } = await begin();
    const days = ['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04'];
    const added = days.map((day) => ({ staff: 'a1', from: day, to: day }));
    for (const one of added) await services.towns.addLeave('small-town', one);
    const taken = await Promise.all(
      added.slice(1).map((one) => services.towns.removeLeave('small-town', one)),
    );
    expect(taken).toEqual([true, true, true]);
    expect((await services.towns.load('small-town')).town.leave).toEqual(added.slice(0, 1));
    expect(await services.towns.removeLeave('small-town', leave)).toBe(false);
  });
});
