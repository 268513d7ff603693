import type { Route } from '../../contracts/route.js';
import { answerAsDeskRoute, personRoute, urgeRoute } from '../../contracts/console/requests.js';
import { correctRoute, remarkRoute } from '../../contracts/console/corrections.js';
import { textRoute, textsOfRequestRoute } from '../../contracts/console/texts.js';
import { teachRoute } from '../../contracts/console/reading.js';
import { askRoute } from '../../contracts/staff/ask.js';
import type { AuditEntry } from '../../domain/access/audited-actions.js';
import { lookedAt } from '../../domain/access/looks.js';
import { createBrowseRequests } from '../../functions/console/browse-requests/handler.js';
import { createReadTexts } from '../../functions/console/read-texts/handler.js';
import { teach } from '../../functions/console/teach-reading/teach-from-request.js';
import { routeHandler } from '../../functions/http/route-handler.js';
import { createServeAsk } from '../../functions/staff/serve-ask/handler.js';
import { signAsk } from '../../functions/use-cases/ask-link.js';
import { takeInRequest } from '../../functions/use-cases/take-in-request.js';
import { asked } from './a-case.js';
import { eachWorld } from './each-world.js';
import { type FunctionWorld, RESIDENT } from './function-world.js';

const { begin } = eachWorld();

const CLAIMS = {
  sub: 'u1',
  name: 'Sample Inspector',
  town: 'small-town',
  roles: '[inspector duty-desk administrator]',
};

/** A complaint about staff about which the inspection team has been asked. */
async function complained(world: FunctionWorld) {
  const { id } = await takeInRequest(world.services, await world.services.towns.load('small-town'), {
    submission: 'a complaint',
    at: world.at,
    channel: 'web',
    language: 'en',
    village: 'east-village',
    group: 1,
    category: 'other',
    aboutStaff: true,
    person: { description: 'somebody took money', phone: RESIDENT },
  });
  const { ask } = await world.assign(id);
  await world.ask(id, ask?.n);
  return { id, n: ask?.n ?? 0 };
}

/** The same once the inspection team has said what came of it: nothing else of it can be put right. */
async function settled(world: FunctionWorld, id: string, n: number): Promise<void> {
  await world.deliver({ from: world.phoneOf('l1'), body: '1' });
  await world.record(id, { action: 'answered', ask: n });
  const { steps: [step] = [] } = await world.record(id, { action: 'stage', round: 1 });
  await world.ask(id, step?.n);
  await world.deliver({ from: world.phoneOf('l1'), body: '1 the money was paid back' });
  await world.record(id, { action: 'answered', ask: step?.n });
  await world.record(id, { action: 'stage', round: 1 });
}

/** What a call wrote to the trail, whatever became of the call after it. */
async function entriesOf(world: FunctionWorld, act: () => Promise<unknown>) {
  const entries: AuditEntry[] = [];
  const spy = jest
    .spyOn(world.services.audits, 'record')
    .mockImplementation(async (entry) => void entries.push(entry));
  await act();
  spy.mockRestore();
  return entries;
}

const written = async (world: FunctionWorld, act: () => Promise<unknown>) =>
  (await entriesOf(world, act)).map(({ action, sealed, detail }) => ({ action, sealed, detail }));

const sealed = (action: string) => [{ action, sealed: true, detail: undefined }];

describe('the trail says of a complaint about staff no more than that it is one', () => {
  it('to whoever is asked about it and opens its page', async () => {
    const world = await begin();
    const { id, n } = await complained(world);
    const { services } = world;
    const ask = await services.asks.find({ town: 'small-town', of: 'request', subject: id, n });
    const sig = ask && signAsk(await services.linkKeys.findOrMake('small-town'), ask);
    const event = world.call(askRoute, { id: `${id}-${n}`, query: { sig: sig ?? '' } });
    const opened = await written(world, async () =>
      expect(await createServeAsk(services)(event)).toMatchObject({ statusCode: 200 }),
    );
    expect(opened).toEqual(sealed('person.read'));
  });

  it.each<[string, Route, (n: string) => object | undefined]>([
    ['person.read', personRoute, () => undefined],
    ['request.urged', urgeRoute, () => undefined],
    ['request.corrected', correctRoute, () => ({ outcome: 'not-done', reason: 'sample' })],
    ['request.remarked', remarkRoute, () => ({ words: 'sample' })],
    ['request.answered', answerAsDeskRoute, (ask) => ({ ask, option: 'accept' })],
    ['reading.taught', teachRoute, () => ({ category: 'road' })],
  ])('of %s in the console', async (action, route, bodyFor) => {
    const world = await begin();
    const { id, n } = await complained(world);
    if (route === correctRoute) await settled(world, id, n);
    const event = world.call(route, { id, body: bodyFor(`${id}-${n}`) });
    const call = {
      ...event,
      requestContext: {
        ...event.requestContext,
        authorizer: { jwt: { claims: { ...CLAIMS, staff: 'l1' } } },
      },
    };
    const teaching = routeHandler(
      'sample',
      { teach: teachRoute },
      { teach: teach({ ...world.services, remembered: { figuresOf: () => undefined } } as never) },
    );
    const browse = createBrowseRequests(world.services, {} as never);
    const handler = route === teachRoute ? teaching : browse;
    expect(await written(world, () => handler(call as never))).toEqual(sealed(action));
  });
});

describe('texts about a request that are looked at', () => {
  async function readAs(world: FunctionWorld, role: string, route: Route, id: string) {
    const event = world.call(route, { id });
    const jwt = { claims: { ...CLAIMS, roles: `[${role}]` } };
    const call = { ...event, requestContext: { ...event.requestContext, authorizer: { jwt } } };
    return entriesOf(world, () => createReadTexts(world.services)(call));
  }

  it('are a look of whoever is shown them, and of nobody to whom they are not there', async () => {
    const world = await begin();
    const { id } = await complained(world);
    expect(await readAs(world, 'inspector leader', textsOfRequestRoute, id)).toMatchObject([
      { action: 'texts.read', sealed: true },
    ]);
    expect(await readAs(world, 'administrator', textsOfRequestRoute, id)).toEqual([]);
  });

  it('are a look at the request where one of them is opened', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const [text] = await world.services.textLog.ofRequest('small-town', id);
    const textId = `${text?.direction}.${Buffer.from(text?.id ?? '').toString('base64url')}`;
    const looked = (await readAs(world, 'administrator', textRoute, textId)).map(lookedAt);
    expect(looked).toEqual([id]);
  });
});
