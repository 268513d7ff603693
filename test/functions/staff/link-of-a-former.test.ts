import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { askId } from '../../../domain/asks/ask-id.js';
import { createServeAsk } from '../../../functions/staff/serve-ask/handler.js';
import { signAsk } from '../../../functions/use-cases/ask-link.js';
import { asked } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import type { FunctionWorld } from '../function-world.js';

const { begin } = eachWorld();
const TOWN = 'small-town';

/** What the link opens that the head of the grid was texted with what they are asked; and answers, where a body says how. */
async function opener(world: FunctionWorld) {
  const { id, n } = await asked(world);
  const ask = await world.services.asks.find({ town: TOWN, of: 'request', subject: id, n });
  if (!ask) throw new Error('nothing was asked');
  const sig = signAsk(await world.services.linkKeys.findOrMake(TOWN), ask);
  const serve = createServeAsk(world.services);
  return async (body?: object): Promise<number | undefined> => {
    const event = {
      routeKey: `${body ? 'POST' : 'GET'} /asks/{id}`,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      pathParameters: { id: askId(id, n) },
      queryStringParameters: { town: TOWN, sig },
      requestContext: { timeEpoch: world.at, requestId: 'r1' },
      ...(body && { body: JSON.stringify(body) }),
    } as unknown as APIGatewayProxyEventV2;
    return (await serve(event)).statusCode;
  };
}

it('the link of whoever has left the post shows nothing of a resident any more, and answers nothing', async () => {
  const world = await begin();
  const open = await opener(world);
  expect(await open()).toBe(200);
  const grids = world.town.grids.map((grid) =>
    grid.posts.a === 'a1' ? { ...grid, posts: { ...grid.posts, a: 'a2' } } : grid,
  );
  await world.services.towns.importTown({ ...world.town, grids });
  expect([await open(), await open({ option: 'accept' })]).toEqual([409, 409]);
});
