import { showPerson } from '../../../functions/console/browse-requests/show-person.js';
import type { ConsoleCall } from '../../../functions/console/console-routes.js';
import { takeIn } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import type { FunctionWorld } from '../function-world.js';

const { begin } = eachWorld();

const callOf = (world: FunctionWorld, id: string): ConsoleCall =>
  ({
    event: { ...world.call({}), pathParameters: { id } },
    at: world.at,
    language: 'en',
    user: { id: 'u1', name: 'Li Na', town: 'small-town', roles: ['duty-desk'] },
  }) satisfies ConsoleCall;

describe('who a resident is', () => {
  it('is read only once it stands in the audit trail who looks', async () => {
    const world = await begin();
    const id = await takeIn(world);
    const read = jest.spyOn(world.services.requests, 'findPerson');
    jest.spyOn(world.services.audits, 'record').mockImplementationOnce(async () => {
      expect(read).not.toHaveBeenCalled();
      throw new Error('the trail cannot be written');
    });
    await expect(showPerson(world.services, callOf(world, id))).rejects.toThrow('the trail cannot');
    expect(read).not.toHaveBeenCalled();
    expect((await showPerson(world.services, callOf(world, id))).statusCode).toBe(200);
  });
});
