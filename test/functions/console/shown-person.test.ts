import { personRoute } from '../../../contracts/console/requests.js';
import { showPerson } from '../../../functions/console/browse-requests/show-person.js';
import { routeHandler } from '../../../functions/http/route-handler.js';
import { takeIn } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import type { FunctionWorld } from '../function-world.js';

const { begin } = eachWorld();

const CLAIMS = { sub: 'u1', name: 'Li Na', town: 'small-town', roles: '[duty-desk]' };

/** The duty desk asks for the person of a request. */
async function ask({ services, call }: { services: FunctionWorld['services']; call: object }) {
  const handler = routeHandler(
    'sample',
    { person: personRoute },
    { person: (asked) => showPerson(services, asked) },
  );
  return (await handler(call as Parameters<typeof handler>[0])).statusCode;
}

function callFor(world: FunctionWorld, id: string) {
  const event = world.call(personRoute, { id });
  return { ...event, requestContext: { ...event.requestContext, authorizer: { jwt: { claims: CLAIMS } } } };
}

describe('who a resident is', () => {
  it('is read only once it stands in the audit trail who looks', async () => {
    const world = await begin();
    const { services } = world;
    const call = callFor(world, await takeIn(world));
    const read = jest.spyOn(services.requests, 'findPerson');
    jest.spyOn(services.audits, 'record').mockImplementationOnce(async () => {
      expect(read).not.toHaveBeenCalled();
      throw new Error('the trail cannot be written');
    });
    expect(await ask({ services, call })).toBe(500);
    expect(read).not.toHaveBeenCalled();
    expect(await ask({ services, call })).toBe(200);
  });
});
