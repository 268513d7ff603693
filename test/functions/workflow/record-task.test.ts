import { createAskPerson } from '../../../functions/workflow/ask-person/handler.js';
import type { FieldsOf } from '../../../domain/request/timeline.js';
import type { TaskNext } from '../../../domain/task/task-record.js';
import { createRecordTask } from '../../../functions/workflow/record-task/handler.js';
import { storeTask } from '../../../functions/workflow/open-task.js';
import { caseTown } from '../../domain/request/case-town.js';
import { sampleTown } from '../../towns/sample-town.js';
import { takeIn } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import { type FunctionWorld, RESIDENT } from '../function-world.js';

const { begin } = eachWorld();

/** A follow-up of the sample resident's request, opened as the daily close opens it. */
async function followUp(world: FunctionWorld) {
  const request = await takeIn(world);
  world.started.length = 0;
  const task = await storeTask(
    world.services,
    {
      town: 'small-town',
      purpose: `follow-up/${request}/2026-08-24`,
      kind: 'follow-up',
      title: { 'zh-CN': '手术', en: 'surgery' },
      to: { ladder: 'team', grid: 1 },
      grid: 1,
      request,
    },
    world.at,
  );
  const payload = (more: object) => ({
    contract: 1,
    town: 'small-town',
    task: task.id,
    at: new Date(world.at).toISOString(),
    ...more,
  });
  const record = (action: object): Promise<FieldsOf<TaskNext>> =>
    createRecordTask(world.services)(payload(action));
  const ask = async (n: number | undefined) => {
    world.waiting.add(`token-${n}`);
    await createAskPerson(world.services)(payload({ ask: n, token: `token-${n}` }));
  };
  return { request, task, record, ask };
}

describe('a follow-up', () => {
  it('opened twice is one task', async () => {
    const world = await begin();
    const { task } = await followUp(world);
    const { version: _version, id: _id, ...draft } = task;
    expect((await storeTask(world.services, draft, world.at + 1)).id).toBe(task.id);
  });

  it('is texted to the grid head with the person to see, and answered by text', async () => {
    const world = await begin();
    const { task, record, ask } = await followUp(world);
    const next = await record({ action: 'begin' });
    await ask(next.ask?.n);
    const text = world.textsTo(world.phoneOf('a1')).at(-1) ?? '';
    expect(text).toContain(RESIDENT.replace('+86', ''));
    await world.deliver({
      from: world.phoneOf('a1'),
      body: `1 ${world.codeFor(world.phoneOf('a1'))} up and about`,
    });
    expect(world.resolved.at(-1)).toEqual({ token: `token-${next.ask?.n}`, option: 'well' });
    expect(await record({ action: 'answered', ask: next.ask?.n })).toEqual({
      to: 'finished',
      result: 'well',
    });
    expect((await world.services.tasks.load('small-town', task.id)).note).toBe('up and about');
  });

  it('that finds a problem becomes a request of the same resident, owned by whoever found it, once', async () => {
    const world = await begin();
    const { record, ask } = await followUp(world);
    const { ask: asked } = await record({ action: 'begin' });
    await ask(asked?.n);
    await world.deliver({ from: world.phoneOf('a1'), body: '2 the eye hurts' });
    await record({ action: 'answered', ask: asked?.n });
    await record({ action: 'answered', ask: asked?.n });
    const [id = 'none', ...more] = world.started;
    expect(more).toEqual([id].slice(0, more.length));
    const person = await world.services.requests.person('small-town', id);
    expect(person).toMatchObject({
      phone: RESIDENT,
      description: 'the eye hurts',
      filedBy: { phone: world.phoneOf('a1') },
    });
    expect((await world.assign(id)).to).toBe('same-day');
    expect((await world.services.requests.load('small-town', id)).owner).toBe('a1');
  });

  it('that finds a danger opens one emergency, though its text fails once it is answered and comes again', async () => {
    const { dangers, model } = sampleTown();
    const world = await begin(caseTown({ dangers, model }));
    const { record, ask } = await followUp(world);
    const { ask: asked } = await record({ action: 'begin' });
    await ask(asked?.n);
    const text = { from: world.phoneOf('a1'), body: '2 家里煤气味很大，快来人', id: 'message-2' };
    world.breakAtNextText();
    expect(await world.deliver(text)).toEqual(['message-2']);
    expect(await world.deliver({ ...text, round: 2 })).toEqual([]);
    expect(world.textsTo(text.from).at(-1)).toContain('reply-recorded');
    await record({ action: 'answered', ask: asked?.n });
    const emergencies = await Promise.all(
      world.started.map((id) => world.services.requests.load('small-town', id)),
    );
    expect(emergencies.map(({ path }) => path)).toEqual(['emergency']);
  });

  it("of a resident who had their data erased opens no request for what is nobody else's danger", async () => {
    const world = await begin();
    const { record, ask } = await followUp(world);
    const { ask: asked } = await record({ action: 'begin' });
    await ask(asked?.n);
    jest.spyOn(world.services.requests, 'findPerson').mockResolvedValue(undefined);
    await world.deliver({ from: world.phoneOf('a1'), body: '2 the eye hurts' });
    await record({ action: 'answered', ask: asked?.n });
    expect(world.started).toEqual([]);
  });

  it('whose ask is no longer planned lets the waiting task go', async () => {
    const world = await begin();
    const { record, ask } = await followUp(world);
    await record({ action: 'begin' });
    await ask(9);
    expect(world.resolved.at(-1)).toEqual({ token: 'token-9', option: 'superseded' });
  });
});
