import { SHAPE } from '../../adapters/stored.js';
import { eachWorld } from '../functions/each-world.js';
import { asked } from '../functions/a-case.js';
import { keepStored, STORED_TOWN } from './stored-items.js';

const { begin } = eachWorld();

describe('what this version cannot read', () => {
  it('of an earlier one is refused with the fields that it lacks and the version that can open it', async () => {
    const world = await begin();
    await keepStored(world, 'before-visits');
    await expect(world.services.towns.load(STORED_TOWN)).rejects.toMatchObject({
      code: 'StoredUnreadable',
      message: expect.stringMatching(/from before 30 November 2026.*settings\.visits.*inspections/),
    });
  });

  it('of a later one is refused', async () => {
    const world = await begin();
    const { id } = await asked(world);
    await world.table.update({
      Key: { pk: `small-town#request#${id}`, sk: 'record' },
      UpdateExpression: 'SET shape = :later',
      ExpressionAttributeValues: { ':later': SHAPE + 1 },
    });
    await expect(world.services.requests.load('small-town', id)).rejects.toMatchObject({
      code: 'StoredLater',
      message: expect.stringContaining(`knows shape ${SHAPE}`),
    });
  });

  it('is never told with what stands in it', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const Key = { pk: `small-town#person#${id}`, sk: 'person' };
    const { Item } = await world.table.get({ Key });
    await world.table.put({ Item: { ...Item, phone: 19_900_000_901 } });
    const failure: unknown = await world.services.requests.person('small-town', id).catch((error) => error);
    expect(String(failure)).toContain('cannot be read: phone');
    expect(JSON.stringify(failure) + String(failure)).not.toContain('19900000901');
  });
});
