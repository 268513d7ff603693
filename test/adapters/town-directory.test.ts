import type { Table } from '../../adapters/dynamodb.js';
import { ItemReader } from '../../adapters/item-reader.js';
import { TownDirectory } from '../../adapters/town-directory.js';
import { Database } from '../functions/function-world.js';

let database: Database;
beforeAll(async () => {
  database = await Database.open();
});
afterAll(() => database.close());

/** Invented numbers. */
const numberOf = (n: number): string => `+8619900${String(n).padStart(6, '0')}`;
const listed = (n: number) => ({ id: `town-${String(n).padStart(3, '0')}`, smsNumber: numberOf(n) });

async function begin(...towns: readonly { id: string; smsNumber: string }[]) {
  const table = await database.newTable();
  const directory = new TownDirectory(table);
  for (const town of towns) await directory.list(town);
  return { table, directory };
}

const former = (table: Table) =>
  table.put({
    Item: { pk: 'towns', sk: 'towns', version: 4, default: 'town-002', towns: [listed(1), listed(2)] },
  });

describe('the directory', () => {
  it('means the first town that was imported where none is named, whichever follow', async () => {
    const { table } = await begin(listed(2), listed(1));
    expect(await new TownDirectory(table).meant()).toBe('town-002');
  });

  it('finds the town that a number reaches, and none for another number', async () => {
    const { directory } = await begin(listed(1), listed(2));
    expect(await directory.ofNumber(numberOf(2))).toBe('town-002');
    expect(await directory.ofNumber(numberOf(3))).toBeUndefined();
  });

  it('leads from a number to the town that has it now, and from the one it had before to none', async () => {
    const { table, directory } = await begin(listed(1));
    await directory.list({ id: 'town-001', smsNumber: numberOf(9) });
    expect(await directory.ofNumber(numberOf(9))).toBe('town-001');
    expect(await directory.ofNumber(numberOf(1))).toBeUndefined();
    const { own, other } = await new ItemReader(table).read({
      own: directory.readingIsTowns(numberOf(9)),
      other: directory.readingIsTowns(numberOf(1)),
    });
    expect([own, other]).toEqual([true, false]);
  });

  it('leaves a number with the town that has it, until that gives it up', async () => {
    const { directory } = await begin(listed(1), { id: 'town-002', smsNumber: numberOf(1) });
    expect(await directory.ofNumber(numberOf(1))).toBe('town-001');
    await directory.list({ id: 'town-001', smsNumber: numberOf(9) });
    await directory.list({ id: 'town-003', smsNumber: numberOf(1) });
    expect(await directory.ofNumber(numberOf(1))).toBe('town-003');
  });

  it('lists towns a page at a time, each once', async () => {
    const { directory } = await begin(...[5, 3, 1, 4, 2].map(listed));
    const first = await directory.page(2);
    const second = await directory.page(2, first.next);
    const third = await directory.page(2, second.next);
    expect([first, second, third].flatMap(({ towns }) => towns.map(({ id }) => id))).toEqual(
      [1, 2, 3, 4, 5].map((n) => listed(n).id),
    );
    expect(third.next).toBeUndefined();
    expect(await directory.all()).toHaveLength(5);
  });
});

describe('the one item in which earlier versions kept all towns', () => {
  it('is read while no import has followed', async () => {
    const { table, directory } = await begin();
    await former(table);
    expect(await directory.meant()).toBe('town-002');
    expect(await directory.ofNumber(numberOf(1))).toBe('town-001');
    expect(await directory.all()).toEqual([listed(1), listed(2)]);
  });

  it('is taken over, town by town, by the first import, and kept true for a version that is rolled back to', async () => {
    const { table, directory } = await begin();
    await former(table);
    await directory.list(listed(3));
    await directory.list({ id: 'town-001', smsNumber: numberOf(9) });
    expect(await directory.all()).toEqual([{ id: 'town-001', smsNumber: numberOf(9) }, listed(2), listed(3)]);
    expect(await directory.meant()).toBe('town-002');
    expect(await directory.ofNumber(numberOf(1))).toBeUndefined();
    const { Item } = await table.get({ Key: { pk: 'towns', sk: 'towns' } });
    expect(Item).toMatchObject({
      version: 6,
      default: 'town-002',
      towns: [listed(2), listed(3), { id: 'town-001', smsNumber: numberOf(9) }],
    });
  });

  it('is never made where there was none', async () => {
    const { table } = await begin(listed(1));
    expect((await table.get({ Key: { pk: 'towns', sk: 'towns' } })).Item).toBeUndefined();
  });
});
