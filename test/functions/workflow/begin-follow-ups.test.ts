import { requestId } from '../../../domain/codes/request-id.js';
import { createBeginFollowUps } from '../../../functions/workflow/begin-follow-ups/handler.js';
import { aRequest } from '../../domain/request/a-request.js';
import { eachWorld } from '../each-world.js';
import { type FunctionWorld, RESIDENT } from '../function-world.js';

const { begin } = eachWorld();
const DATE = '2026-08-31';
const AT = '2026-08-31T17:30:00+08:00';
const SERVED = Date.parse('2026-08-24T10:00:00+08:00');
/** Of as many requests a follow-up is due. */
const DUE = 45;

const step = (world: FunctionWorld, after?: string) =>
  createBeginFollowUps(
    world.services,
    'arn:follow-up',
  )({ contract: 1, town: 'small-town', date: DATE, at: AT, after });

async function served(world: FunctionWorld): Promise<string[]> {
  const ids = Array.from({ length: DUE }, (_, n) => requestId(new Uint8Array([7, 7, 7, 7, 7, n])));
  for (const id of ids)
    await world.services.requests.create(
      {
        ...aRequest({ id, submission: id }),
        status: 'closed',
        closedAs: 'satisfied',
        closedAt: SERVED,
        followUps: [DATE],
      },
      { phone: RESIDENT, description: 'sample' },
    );
  return ids;
}

/** How often each was begun, by what stands on it. */
async function begunOn(world: FunctionWorld, ids: readonly string[]): Promise<number[]> {
  const records = await Promise.all(ids.map((id) => world.services.requests.load('small-town', id)));
  return records.map(({ timeline }) => timeline.filter(({ type }) => type === 'follow-up-due').length);
}

describe('more follow-ups than are begun in one call', () => {
  it('are all begun, each once, though a call comes twice', async () => {
    const world = await begin();
    const ids = await served(world);
    const first = await step(world, '');
    expect(first).toMatchObject({ to: 'more' });
    expect(world.started).toHaveLength(40);
    // What is marked is due no more; what the index still shows has its task.
    await step(world, '');
    const after = 'after' in first ? first.after : '';
    expect(await step(world, after)).toEqual({ to: 'next' });
    expect(await step(world, after)).toEqual({ to: 'next' });
    expect([world.started.length, new Set(world.started).size]).toEqual([DUE, DUE]);
    expect(await begunOn(world, ids)).toEqual(ids.map(() => 1));
  });

  it('go on behind the last, also where an index shows what was begun as due still', async () => {
    const world = await begin();
    const ids = await served(world);
    const shown = await world.services.board.openSince('small-town', { from: 0, to: Date.parse(AT) });
    jest.spyOn(world.services.board, 'openSince').mockResolvedValue(shown);
    const first = await step(world, '');
    expect(await step(world, 'after' in first ? first.after : '')).toEqual({ to: 'next' });
    expect(await begunOn(world, ids)).toEqual(ids.map(() => 1));
  });

  it('are begun in one call where its execution began before calls were bounded', async () => {
    const world = await begin();
    await served(world);
    expect(await step(world)).toEqual({ to: 'next' });
    expect(world.started).toHaveLength(DUE);
  });
});
