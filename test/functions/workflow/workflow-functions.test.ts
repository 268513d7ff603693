import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import { createAskPerson } from '../../../functions/workflow/ask-person/handler.js';
import { createCloseRequest } from '../../../functions/workflow/close-request/handler.js';
import { createRecordStep } from '../../../functions/workflow/record-step/handler.js';
import { changeRequest } from '../../../functions/use-cases/change-request.js';
import { workflowTask } from '../../../functions/use-cases/workflow-task.js';
import { withdraw } from '../../../functions/use-cases/withdraw.js';
import { DomainError } from '../../../domain/domain-error.js';
import { asked, takeIn } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import { type FunctionWorld, RESIDENT } from '../function-world.js';

const { begin, logged } = eachWorld();
const load = (world: FunctionWorld, id: string) => world.services.requests.load('small-town', id);
const close = (world: FunctionWorld, id: string) =>
  createCloseRequest(world.services)({
    contract: 1,
    town: 'small-town',
    request: id,
    at: new Date(world.at).toISOString(),
  });

/** Its resident was asked whether they are content. */
async function done(world: FunctionWorld, id: string): Promise<void> {
  await world.services.requests.save({ ...(await load(world, id)), status: 'awaiting_confirmation' });
}

describe('a step', () => {
  it('that somebody overtook is decided again on what is there now', async () => {
    const world = await begin();
    const { id, n } = await asked(world);
    const real = world.services.requests.save.bind(world.services.requests);
    jest.spyOn(world.services.requests, 'save').mockImplementationOnce(async (record) => {
      await withdraw(world.services, 'small-town', id, world.at);
      return real(record);
    });
    await world.deliver({ from: world.phoneOf('a1'), body: '1' });
    expect(await world.record(id, { action: 'answered', ask: n })).toMatchObject({ to: 'same-day' });
    const record = await load(world, id);
    expect(record.timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['withdrawn', 'accepted']),
    );
  });

  it('overtaken ten times in a row fails by a name that says so', async () => {
    const world = await begin();
    const id = await takeIn(world);
    jest.spyOn(world.services.requests, 'save').mockResolvedValue(false);
    const change = changeRequest(world.services, 'small-town', id, async (record) => ({ record, result: 1 }));
    await expect(change).rejects.toMatchObject({ code: 'RequestBusy', context: { request: id } });
  });

  it('taken again after it broke off writes nothing and sends what was not sent, once', async () => {
    const world = await begin();
    const id = await takeIn(world);
    world.breakAtNextText();
    await expect(world.assign(id)).rejects.toThrow('the table is down');
    const { version } = await load(world, id);
    expect(world.textsTo(RESIDENT)).toEqual([]);
    const next = await world.assign(id);
    await world.assign(id);
    expect(next.to).toBe('accept');
    expect((await load(world, id)).version).toBe(version);
    expect(world.textsTo(RESIDENT)).toHaveLength(1);
  });

  it('answers the workflow with where to go and ids, nothing else', async () => {
    const world = await begin();
    const next = await world.assign(await takeIn(world));
    expect(next).toEqual({ to: 'accept', ask: { n: 1, timeoutSeconds: 7200 } });
  });
});

describe('what the workflow sees of a failure', () => {
  const failing = (error: unknown) =>
    workflowTask('record-step', async (): Promise<Error> => {
      throw error;
    })({});

  it('is the name of an error, and none of its words', async () => {
    const seen = await failing(new TypeError('call Sample on +8619900000901')).catch((error: Error) => error);
    expect([seen.name, seen.message, seen.stack]).toEqual([
      'TypeError',
      'see the log line of this invocation',
      undefined,
    ]);
    expect(logged().join()).not.toContain('19900000901');
  });

  it('where a service of AWS is down has one name, whatever that service says: nobody need mend anything', async () => {
    const throttled = Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
    await expect(failing(throttled)).rejects.toMatchObject({
      name: 'NeighbourDown',
      message: 'ThrottlingException: nothing is wrong with the work',
    });
    expect(logged().join()).toContain('"error":"ThrottlingException"');
  });

  it('is a rule\u2019s own message, which holds ids only', async () => {
    const error = new DomainError('AskUnknown', 'request has no open ask 3', { request: '7Q3K9M2X', ask: 3 });
    await expect(failing(error)).rejects.toMatchObject({
      name: 'AskUnknown',
      message: 'request has no open ask 3',
    });
    expect(JSON.parse(logged()[0] ?? '{}')).toMatchObject({
      error: 'AskUnknown',
      request: '7Q3K9M2X',
      ask: 3,
    });
  });

  it('of a contract that this version does not know names the field that says so', async () => {
    const world = await begin();
    const task = workflowTask('record-step', createRecordStep(world.services));
    const payload = { contract: 3, town: 'small-town', request: '7Q3K9M2X', at: '2026-08-24T01:00:00Z' };
    await expect(task({ ...payload, action: 'attention' })).rejects.toMatchObject({
      message: 'not as expected: contract',
    });
    expect(logged().join()).toContain('"fields":"contract"');
  });
});

describe('putting an ask', () => {
  it('again after it broke off gives it the new token and the same code, and texts it once', async () => {
    const world = await begin();
    const id = await takeIn(world);
    const n = (await world.assign(id)).ask?.n;
    world.breakAtNextText();
    await expect(world.ask(id, n)).rejects.toThrow('the table is down');
    const token = await world.ask(id, n);
    expect(world.textsTo(world.phoneOf('a1'))).toHaveLength(1);
    await world.deliver({ from: world.phoneOf('a1'), body: `${world.codeFor(world.phoneOf('a1'))} 1` });
    expect(world.resolved).toEqual([{ token, option: 'accept' }]);
  });

  it('long after it was planned leaves its person the time of the town, and a further try moves it no more', async () => {
    const world = await begin();
    const id = await takeIn(world);
    const n = (await world.assign(id)).ask?.n ?? 0;
    const before = plannedAsk(await load(world, id), n);
    const HOUR = 3_600_000;
    const put = (late: number) =>
      createAskPerson(world.services)({
        contract: 2,
        town: 'small-town',
        request: id,
        at: new Date(world.at).toISOString(),
        now: new Date(world.at + late).toISOString(),
        ask: n,
        token: `token-${late}`,
      });
    await put(4 * HOUR);
    const record = await load(world, id);
    const planned = plannedAsk(record, n);
    expect(before?.until).toBe(world.at + 2 * HOUR);
    expect(planned).toMatchObject({ askedAt: world.at + 4 * HOUR, late: true });
    expect(planned?.until).toBeGreaterThanOrEqual(world.at + 6 * HOUR);
    const place = { town: 'small-town', of: 'request', subject: id, n, waitsFor: undefined } as const;
    expect((await world.services.asks.find(place))?.until).toBe(planned?.until);
    expect(world.textsTo(world.phoneOf('a1'))).toHaveLength(1);

    await put(5 * HOUR);
    expect(await load(world, id)).toEqual(record);
    expect(world.textsTo(world.phoneOf('a1'))).toHaveLength(1);
    world.at += 5 * HOUR;
    await world.deliver({ from: world.phoneOf('a1'), body: '1' });
    expect((await load(world, id)).status).toBe('accepted');
  });

  it('again while it is being answered resolves the newest token: the answer is not lost', async () => {
    const world = await begin();
    const { id, n } = await asked(world);
    let newest = '';
    const real = world.services.asks.answer.bind(world.services.asks);
    jest.spyOn(world.services.asks, 'answer').mockImplementationOnce(async (...answer) => {
      world.waiting.clear();
      newest = await world.ask(id, n);
      return real(...answer);
    });
    await world.deliver({ from: world.phoneOf('a1'), body: '1' });
    expect(world.resolved).toEqual([{ token: newest, option: 'accept' }]);
    expect(world.textsTo(world.phoneOf('a1')).at(-1)).toContain('reply-recorded');
  });

  it('that was answered before the workflow tried again resolves the new token at once', async () => {
    const world = await begin();
    const { id, n } = await asked(world);
    world.waiting.clear();
    await world.deliver({ from: world.phoneOf('a1'), body: '1' });
    const token = await world.ask(id, n);
    expect(world.resolved).toEqual([{ token, option: 'accept' }]);
  });

  it('of a request that was withdrawn meanwhile texts nobody and lets the task go on', async () => {
    const world = await begin();
    const id = await takeIn(world);
    const n = (await world.assign(id)).ask?.n;
    await withdraw(world.services, 'small-town', id, world.at);
    const token = await world.ask(id, n);
    expect(world.resolved).toEqual([{ token, option: 'withdrawn' }]);
    expect(world.textsTo(world.phoneOf('a1'))).toEqual([]);
  });

  it('that the request no longer plans lets the task go', async () => {
    const world = await begin();
    const { id } = await asked(world);
    const token = await world.ask(id, 99);
    expect(world.resolved).toEqual([{ token, option: 'superseded' }]);
  });
});

describe('two reports of one event', () => {
  async function joined(world: FunctionWorld) {
    const first = await asked(world);
    world.at += 60_000;
    const second = await takeIn(world);
    const n = (await world.assign(second)).ask?.n;
    await world.ask(second, n);
    await world.deliver({ from: world.phoneOf('a1'), body: `${world.codeFor(world.phoneOf('a1'))} 7` });
    const waits = await world.record(second, { action: 'answered', ask: n });
    return { first, second, n: waits.ask?.n ?? 0, to: waits.to };
  }

  it('close together', async () => {
    const world = await begin();
    const { second, n, to, first } = await joined(world);
    expect(to).toBe('joined');
    const token = await world.ask(second, n);
    await done(world, first.id);
    await close(world, first.id);
    expect(world.resolved).toContainEqual({ token, option: 'closed' });
    expect(await world.record(second, { action: 'answered', ask: n })).toEqual({ to: 'close' });
  });

  it('part when the first is taken back: the second is handled by itself, also when its step is tried again', async () => {
    const world = await begin();
    const { second, n, first } = await joined(world);
    const token = await world.ask(second, n);
    await withdraw(world.services, 'small-town', first.id, world.at);
    world.breakAtNextText();
    await expect(close(world, first.id)).rejects.toThrow('the table is down');
    await close(world, first.id);
    expect(world.resolved.at(-1)).toEqual({ token, option: 'superseded' });
    expect((await world.record(second, { action: 'answered', ask: n })).to).toBe('accept');
    expect(world.textsTo(RESIDENT).filter((body) => body.startsWith('【Small Town】reopened'))).toHaveLength(
      1,
    );
  });

  it('part when the first was taken back before the second came to wait for it', async () => {
    const world = await begin();
    const { second, n, first } = await joined(world);
    await withdraw(world.services, 'small-town', first.id, world.at);
    await close(world, first.id);
    const token = await world.ask(second, n);
    expect(world.resolved.at(-1)).toEqual({ token, option: 'superseded' });
  });

  it('part when each was joined to the other: neither waits for ever', async () => {
    const world = await begin();
    const { second, n, first } = await joined(world);
    const record = await load(world, first.id);
    await world.services.requests.save({ ...record, joinedTo: second });
    const token = await world.ask(second, n);
    expect(world.resolved.at(-1)).toEqual({ token, option: 'superseded' });
  });

  it('are both told and closed even when closing breaks off and is done again', async () => {
    const world = await begin();
    const { second, n, first } = await joined(world);
    const token = await world.ask(second, n);
    await done(world, first.id);
    world.failures.engine = 1;
    await expect(close(world, first.id)).rejects.toThrow('engine is down');
    await close(world, first.id);
    expect(world.resolved).toContainEqual({ token, option: 'closed' });
    expect(world.textsTo(RESIDENT).filter((body) => body.includes('closed-'))).toHaveLength(1);
  });
});

describe('a withdrawal', () => {
  it('that broke off is finished when it is sent again: the task does not wait for its deadline', async () => {
    const world = await begin();
    const { token } = await asked(world);
    world.failures.engine = 1;
    expect(await world.deliver({ from: RESIDENT, body: 'withdraw', id: 'm1' })).toEqual(['m1']);
    await world.deliver({ from: RESIDENT, body: 'withdraw', id: 'm1' });
    expect(world.resolved).toEqual([{ token, option: 'withdrawn' }]);
  });
});

describe('the sweep', () => {
  it('starts what was never started, and one that cannot be does not keep the others waiting', async () => {
    const world = await begin();
    world.failures.engine = 2;
    const ids = [await takeIn(world), await takeIn(world, 'road')];
    expect(world.started).toEqual([]);
    world.failures.engine = 1;
    await world.sweep();
    expect(world.started).toHaveLength(1);
    await world.sweep();
    expect(world.started.toSorted()).toEqual(ids.toSorted());
  });

  it('leaves alone what has begun', async () => {
    const world = await begin();
    await asked(world);
    world.started.length = 0;
    await world.sweep();
    expect(world.started).toEqual([]);
  });
});
