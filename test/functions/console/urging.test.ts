import { urgeRoute } from '../../../contracts/console/requests.js';
import { urgeFromConsole } from '../../../functions/console/browse-requests/urge-from-console.js';
import { routeHandler } from '../../../functions/http/route-handler.js';
import { asked } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import type { FunctionWorld } from '../function-world.js';

const { begin } = eachWorld();

const CLAIMS = { sub: 'u1', name: 'Li Na', town: 'small-town', roles: '[duty-desk]' };

/** The duty desk reminds whoever is asked about a request. */
async function urge(world: FunctionWorld, id: string): Promise<[status: number, reminded: unknown]> {
  const { services } = world;
  const handler = routeHandler(
    'sample',
    { urge: urgeRoute },
    { urge: (call) => urgeFromConsole(services, call) },
  );
  const event = world.call(urgeRoute, { id });
  const requestContext = { ...event.requestContext, authorizer: { jwt: { claims: CLAIMS } } };
  const { statusCode, body } = await handler({ ...event, requestContext });
  return [Number(statusCode), (JSON.parse(body ?? '{}') as { reminded?: unknown }).reminded];
}

describe('a reminder by hand that broke off', () => {
  it('is sent with the next try, which says that they were reminded a short while ago, and not once more', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const told = () => world.textsTo(world.phoneOf('a1')).length;
    const before = told();
    world.breakAtNextText();
    expect((await urge(world, id))[0]).toBe(500);
    expect(told()).toBe(before);
    for (let again = 0; again < 2; again += 1) {
      world.at += 60_000;
      expect(await urge(world, id)).toEqual([409, undefined]);
      expect(told()).toBe(before + 1);
    }
    world.at += 30 * 60_000;
    expect(await urge(world, id)).toEqual([200, ['Sample a1']]);
    expect(told()).toBe(before + 2);
  });
});
