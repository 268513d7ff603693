import type { RequestRecord } from '../../../domain/request/record.js';
import { caseTown } from '../../domain/request/case-town.js';
import { sampleTown } from '../../towns/sample-town.js';
import { asked, atApprovals } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import { type FunctionWorld, RESIDENT } from '../function-world.js';

const { begin } = eachWorld();
const { dangers, model } = sampleTown();
const reading = (): Promise<FunctionWorld> => begin(caseTown({ dangers, model }));

/** Delivers a text whose answer is written, and no more than that; then delivers it again. */
async function deliverTwice(world: FunctionWorld, from: string, body: string): Promise<void> {
  world.failures.engine = 1;
  expect(await world.deliver({ from, body, id: 'm1' })).toEqual(['m1']);
  expect(await world.deliver({ from, body, id: 'm1', round: 2 })).toEqual([]);
}

/** The requests that were opened since, by the ways that they go. */
async function opened(world: FunctionWorld, since: number): Promise<RequestRecord[]> {
  return Promise.all(world.started.slice(since).map((id) => world.services.requests.load('small-town', id)));
}

/** The water company is asked for the date of a surgery; answers its request, ask and the token that waits. */
async function atAppointment(world: FunctionWorld) {
  await atApprovals(world);
  const [id = ''] = world.started;
  for (const { n, to } of (await world.services.requests.load('small-town', id)).asks) {
    await world.deliver({ from: world.phoneOf(to.who === 'staff' ? to.staff : ''), body: '1' });
    await world.record(id, { action: 'answered', ask: n });
  }
  const { steps: [book] = [] } = await world.record(id, { action: 'stage', round: 1 });
  return { id, n: book?.n, token: await world.ask(id, book?.n) };
}

/** The grid head has accepted a request and is asked what came of it; answers its number, ask and the token that waits. */
async function atReport(world: FunctionWorld, category?: string) {
  const { id, n } = await asked(world, category);
  const head = world.phoneOf('a1');
  await world.deliver({ from: head, body: `${world.codeFor(head)} 1` });
  const { ask } = await world.record(id, { action: 'answered', ask: n });
  return { id, n: ask?.n, token: await world.ask(id, ask?.n) };
}

/** A resident is asked whether they are satisfied; answers the token that waits. */
async function atConfirmation(world: FunctionWorld): Promise<string> {
  const { id, n } = await atReport(world);
  const head = world.phoneOf('a1');
  await world.deliver({ from: head, body: `${world.codeFor(head)} 1 new bulb` });
  const { ask } = await world.record(id, { action: 'answered', ask: n });
  return world.ask(id, ask?.n);
}

describe('a text that comes again, its answer written and nothing else', () => {
  it.each([
    ['danger', '1 收到，另外三组井盖也没了'],
    ['matter', '1 收到，另外三组路灯不亮了'],
  ])('reports the %s that it speaks of besides', async (_what, words) => {
    const world = await reading();
    const { token } = await asked(world);
    const head = world.phoneOf('a1');
    await deliverTwice(world, head, `${world.codeFor(head)} ${words}`);
    expect(world.resolved).toEqual([{ token, option: 'accept' }]);
    expect(await opened(world, 1)).toHaveLength(1);
    expect(world.textsTo(head).join()).toContain('reply-recorded');
  });

  it('agrees on an appointment once, and reports the danger behind it', async () => {
    const world = await reading();
    const { id, n } = await atAppointment(world);
    const from = world.phoneOf('w1');
    const text = { from, body: `${world.codeFor(from)} 1 9月5日上午10点，三组房子着火了`, id: 'm1' };
    jest.spyOn(world.services.requests, 'create').mockRejectedValueOnce(new Error('the table is down'));
    expect(await world.deliver(text)).toEqual(['m1']);
    await world.record(id, { action: 'answered', ask: n });
    const agreed = await world.services.requests.load('small-town', id);
    expect(await world.deliver({ ...text, round: 2 })).toEqual([]);
    expect(await world.services.requests.load('small-town', id)).toEqual(agreed);
    expect(await opened(world, 1)).toMatchObject([{ path: 'emergency' }]);
    expect(world.textsTo(from).join()).toContain('reply-recorded-appointment');
  });

  it('ends what waits for a verdict, and keeps the complaint behind it', async () => {
    const world = await reading();
    const token = await atConfirmation(world);
    const code = world.codeFor(RESIDENT);
    await deliverTwice(world, RESIDENT, `${code} 1 你们村干部收了我的红包，我要举报`);
    expect(world.resolved.at(-1)).toEqual({ token, option: 'satisfied' });
    expect(await opened(world, 1)).toHaveLength(1);
  });

  it('answers nothing else that its sender is asked', async () => {
    const world = await reading();
    const head = world.phoneOf('a1');
    const { token } = await atReport(world);
    const code = world.codeFor(head);
    await atReport(world);
    world.resolved.length = 0;
    await world.deliver({ from: head, body: `${code} 1` });
    await deliverTwice(world, head, '换了新灯泡');
    expect(world.resolved).toEqual([{ token, option: 'done' }]);
    expect(world.textsTo(head).at(-1)).toContain(`reply-recorded code=${code}`);
  });
});

describe('a danger that is told by the code of an answered appointment', () => {
  it('is a danger, and moves nothing', async () => {
    const world = await reading();
    const { id, n } = await atAppointment(world);
    const crew = world.phoneOf('w1');
    const code = world.codeFor(crew);
    await world.deliver({ from: crew, body: `${code} 1 9月5日上午10点` });
    await world.record(id, { action: 'answered', ask: n });
    const before = await world.services.requests.load('small-town', id);
    await world.deliver({ from: crew, body: `${code} 今天三组房子着火了` });
    expect(await world.services.requests.load('small-town', id)).toEqual(before);
    expect(await opened(world, 1)).toMatchObject([{ path: 'emergency' }]);
  });
});
