import { answerRoute, submitRoute, trackRoute } from '../../contracts/resident/request.js';
import { townRoute } from '../../contracts/resident/town.js';
import { createAnswerRequest } from '../../functions/resident/answer-request/handler.js';
import { createReadTown } from '../../functions/resident/read-town/handler.js';
import { createSubmitRequest } from '../../functions/resident/submit-request/handler.js';
import { createTrackRequest } from '../../functions/resident/track-request/handler.js';
import { asked } from './a-case.js';
import { eachWorld } from './each-world.js';
import { FORM, type FunctionWorld, RESIDENT } from './function-world.js';

const { begin, logged } = eachWorld();

const parse = (body: string | undefined): Record<string, unknown> => JSON.parse(body ?? '{}');
const submit = async (world: FunctionWorld, fields: object = {}, key?: string) => {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  const answer = await createSubmitRequest(world.services)(
    world.call(submitRoute, { body: { ...FORM, ...fields }, headers }),
  );
  return { status: answer.statusCode, body: parse(answer.body) };
};

describe('a submission', () => {
  it('is accepted while the engine is down, and left to the sweep', async () => {
    const world = await begin();
    world.failures.engine = 1;
    expect((await submit(world)).status).toBe(202);
    expect(logged().join()).toContain('execution not started');
    expect(await world.services.requests.unstarted('small-town')).toHaveLength(1);
  });

  it('sent ten times at once is one request', async () => {
    const world = await begin();
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(world)));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(world.started).toHaveLength(1);
  });

  it('with a key that another resident used is a request of its own, and opens nobody else\u2019s', async () => {
    const world = await begin();
    const first = await submit(world, {}, '1');
    const second = await submit(world, { phone: '+8619900000902', description: 'other' }, '1');
    expect(second.body['id']).not.toBe(first.body['id']);
    expect(second.body['trackingKey']).not.toBe(first.body['trackingKey']);
  });

  it('sent again with other words is the first one still, and its person stays as they were', async () => {
    const world = await begin();
    const first = await submit(world, {}, '1');
    expect((await submit(world, { description: 'other', name: 'Other' }, '1')).body).toEqual(first.body);
    const person = await world.services.requests.person('small-town', String(first.body['id']));
    expect(person).toMatchObject({ name: 'Sample Resident', description: 'the lamp is dark' });
  });

  it('for somebody without a phone texts whoever filed it', async () => {
    const world = await begin();
    const { body } = await submit(world, { onBehalfOf: { name: 'Old Sample' } });
    const person = await world.services.requests.person('small-town', String(body['id']));
    expect(person).toMatchObject({ name: 'Old Sample', phone: RESIDENT, filedBy: { phone: RESIDENT } });
  });

  it('that is not as it must be names every field, and stores nothing', async () => {
    const world = await begin();
    const { status, body } = await submit(world, { phone: 'x', group: 9, consent: false, extra: 1 });
    expect(status).toBe(422);
    const errors = body['errors'] as { field: string }[];
    expect(errors.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['/phone', '/consent', '/extra']),
    );
    expect(await world.services.requests.unstarted('small-town')).toEqual([]);
  });

  it.each([
    [400, 'broken-json', { body: '{"name":' }],
    [415, 'wrong-content-type', { body: FORM, headers: { 'content-type': 'text/plain' } }],
    [413, 'too-large', { body: { ...FORM, description: 'x'.repeat(70_000) } }],
    [404, 'not-found', { body: FORM, query: { town: 'atlantis' } }],
    [422, 'invalid-body', { body: FORM, headers: { 'idempotency-key': 'k'.repeat(201) } }],
  ])('is answered %i, %s', async (status, type, call) => {
    const world = await begin();
    const answer = await createSubmitRequest(world.services)(world.call(submitRoute, call));
    expect(answer.statusCode).toBe(status);
    expect(parse(answer.body)['type']).toBe(`urn:small-grid:problem:${type}`);
  });

  it('that is too large is answered with how large it may be', async () => {
    const world = await begin();
    const { body } = await submit(world, { description: 'x'.repeat(70_000) });
    expect(body['errors']).toEqual([{ field: '', message: 'must be at most 64 KiB' }]);
  });

  it('that fails here says so in the caller\u2019s language, and neither answer nor log quotes it', async () => {
    const world = await begin();
    jest
      .spyOn(world.services.requests, 'create')
      .mockRejectedValue(new Error(`cannot store ${FORM.description}`));
    const { status, body } = await submit(world);
    expect([status, body['title']]).toEqual([500, 'Something failed here; please try again']);
    expect(JSON.stringify(body) + logged().join()).not.toContain(FORM.description);
  });
});

describe('a resident who tracks a request', () => {
  it('needs its key; a wrong key and an unknown number are answered alike', async () => {
    const world = await begin();
    const { body } = await submit(world);
    const track = async (id: string, key?: string) => {
      const query: Record<string, string> = key === undefined ? {} : { key };
      const answer = await createTrackRequest(world.services)(world.call(trackRoute, { id, query }));
      return [answer.statusCode, parse(answer.body)['type']];
    };
    const id = String(body['id']);
    expect(await track(id, String(body['trackingKey']))).toEqual([200, undefined]);
    for (const wrong of [
      await track(id),
      await track(id, 'x'),
      await track('7Q3K9M2X', 'x'),
      await track('!', 'x'),
    ])
      expect(wrong).toEqual([404, 'urn:small-grid:problem:not-found']);
  });
});

describe('a resident who answers', () => {
  async function atConfirmation(world: FunctionWorld) {
    const { id, n } = await asked(world);
    const cadre = world.phoneOf('a1');
    await world.deliver({ from: cadre, body: '1' });
    const outcome = await world.record(id, { action: 'answered', ask: n });
    await world.ask(id, outcome.ask?.n);
    await world.deliver({ from: cadre, body: '1 mended' });
    const confirm = await world.record(id, { action: 'answered', ask: outcome.ask?.n });
    const token = await world.ask(id, confirm.ask?.n);
    const { trackingKey } = await world.services.requests.load('small-town', id);
    const answer = async (fields: object, key = trackingKey) => {
      const call = world.call(answerRoute, {
        id,
        query: { key },
        body: { ask: `${id}-${confirm.ask?.n}`, ...fields },
      });
      return (await createAnswerRequest(world.services)(call)).statusCode;
    };
    return { id, token, answer };
  }

  it('twice over a slow network answers once', async () => {
    const world = await begin();
    const { token, answer } = await atConfirmation(world);
    expect([await answer({ option: 'satisfied' }), await answer({ option: 'satisfied' })]).toEqual([
      202, 202,
    ]);
    expect(world.resolved.filter((one) => one.token === token)).toEqual([{ token, option: 'satisfied' }]);
    expect(await answer({ option: 'unsatisfied' })).toBe(409);
  });

  it('after the three days is told that it is over', async () => {
    const world = await begin();
    const { answer } = await atConfirmation(world);
    world.at += 3 * 86_400_000;
    expect(await answer({ option: 'satisfied' })).toBe(409);
  });

  it('while the engine is down is told so, and the same answer sent again counts', async () => {
    const world = await begin();
    const { token, answer } = await atConfirmation(world);
    world.failures.engine = 1;
    expect(await answer({ option: 'unsatisfied', note: 'still dark' })).toBe(500);
    expect(await answer({ option: 'unsatisfied', note: 'still dark' })).toBe(202);
    expect(world.resolved.at(-1)).toEqual({ token, option: 'unsatisfied' });
  });

  it.each([
    ['without the key', { option: 'satisfied' }, 'wrong', 404],
    ['another request\u2019s question', { option: 'satisfied', ask: '7Q3K9M2X-1' }, undefined, 404],
    ['the cadre\u2019s question', { option: 'satisfied', ask: 'ID-1' }, undefined, 404],
    ['something else', { option: 'perhaps' }, undefined, 422],
  ])('%s is turned away', async (_what, fields, key, status) => {
    const world = await begin();
    const { answer } = await atConfirmation(world);
    expect(await answer(fields, key)).toBe(status);
    expect(world.resolved.map(({ option }) => option)).toEqual(['accept', 'done']);
  });

  it('that they take it back is heard once and again, but not after it was closed otherwise', async () => {
    const world = await begin();
    const { id, answer } = await atConfirmation(world);
    expect([await answer({ option: 'withdraw' }), await answer({ option: 'withdraw' })]).toEqual([202, 202]);
    expect(world.resolved.at(-1)?.option).toBe('withdrawn');
    const record = await world.services.requests.load('small-town', id);
    const { withdrawnAt: _at, ...rest } = record;
    await world.services.requests.save({ ...rest, status: 'closed', closedAs: 'satisfied' });
    expect(await answer({ option: 'withdraw' })).toBe(409);
  });
});

describe('what everybody may know of the town', () => {
  const read = async (world: FunctionWorld, routeKey: string, query?: Record<string, string>) => {
    const answer = await createReadTown(world.services)({
      ...world.call(townRoute, query ? { query } : {}),
      routeKey,
    });
    return { status: answer.statusCode, text: answer.body ?? '' };
  };

  it('holds no telephone number of anybody', async () => {
    const world = await begin();
    for (const route of ['GET /villages', 'GET /categories'])
      expect((await read(world, route)).text).not.toMatch(/\+86|1990000/);
    const grid = await read(world, 'GET /grids/find', { village: 'east-village', group: '1' });
    expect(grid.status).toBe(200);
    expect(grid.text).not.toMatch(/\+86|1990000/);
  });

  it('answers a place outside the town, a half query and an unknown route in kind', async () => {
    const world = await begin();
    expect((await read(world, 'GET /grids/find', { lat: '1', lng: '1' })).status).toBe(404);
    expect((await read(world, 'GET /grids/find', { lat: '37.005' })).status).toBe(400);
    expect((await read(world, 'GET /nothing')).status).toBe(404);
  });
});
