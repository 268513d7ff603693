import { bulletinRoute } from '../../contracts/resident/bulletin.js';
import { submitRoute } from '../../contracts/resident/request.js';
import { createCallRoute } from '../../web/call-route.js';

const json = (status: number, body: object) => new Response(JSON.stringify(body), { status });
/** As API Gateway says it, in its own words. */
const full = () => json(429, { message: 'Too Many Requests' });
/** As the town says it. */
const tooMany = () =>
  json(429, {
    type: 'urn:small-grid:problem:too-many',
    title: 'Too many at once',
    status: 429,
    detail: 'after 10:00',
  });
const unknown = () =>
  json(404, { type: 'urn:small-grid:problem:not-found', title: 'Not found', status: 404 });

/** A page that gets these answers one after the other. */
function pageWith(...answers: readonly Response[]) {
  const left = [...answers];
  const waits: number[] = [];
  const call = createCallRoute(
    () => Promise.resolve(left.shift() ?? full()),
    (milliseconds) => Promise.resolve(void waits.push(milliseconds)),
  );
  return { call, waits };
}

describe('a page at a door that lets nobody more in', () => {
  it('asks again a little later for what it reads, not at the same moment as all others', async () => {
    const { call, waits } = pageWith(full(), full(), unknown());
    expect(await call(bulletinRoute)).toMatchObject({ kind: 'problem', problem: { status: 404 } });
    const [first = 0, second = 0] = waits;
    expect(first).toBeGreaterThanOrEqual(1500);
    expect(second).toBeGreaterThanOrEqual(4000);
    expect([first % 500, second % 500]).not.toEqual([0, 0]);
  });

  it('says so after two more tries', async () => {
    const { call, waits } = pageWith();
    expect(await call(bulletinRoute)).toMatchObject({ kind: 'problem', problem: { status: 429 } });
    expect(waits).toHaveLength(2);
  });

  it('does not ask again where the town itself said when to', async () => {
    const { call, waits } = pageWith(tooMany());
    expect(await call(bulletinRoute)).toMatchObject({ problem: { detail: 'after 10:00' } });
    expect(waits).toEqual([]);
  });

  it('leaves what is sent to whoever sends it under a key', async () => {
    const { call, waits } = pageWith(full());
    expect(await call(submitRoute)).toMatchObject({ problem: { status: 429 } });
    expect(waits).toEqual([]);
  });
});
