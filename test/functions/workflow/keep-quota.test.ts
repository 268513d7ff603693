import type { Programme, Town } from '../../../domain/town/schema.js';
import { createKeepQuota } from '../../../functions/workflow/keep-quota/handler.js';
import { takeInRequest } from '../../../functions/use-cases/take-in-request.js';
import { caseTown, SURGERY } from '../../domain/request/case-town.js';
import { eachWorld } from '../each-world.js';
import type { FunctionWorld } from '../function-world.js';

const world = eachWorld();

const label = { 'zh-CN': '年龄', en: 'age' };
const FORM: Programme['form'] = [{ id: 'age', label, type: 'number', required: true, personal: true }];
/** Two places a year; whoever is eighty or older comes first. */
const town = (): Town => ({
  ...caseTown(),
  programmes: [
    {
      ...SURGERY,
      form: FORM,
      places: {
        stage: 'appointment',
        count: 2,
        per: 'year',
        need: [{ field: 'age', atLeast: 80, points: 2 }],
        tellAt: [1],
        reviewEvery: { days: 30 },
        waitWithin: { days: 90 },
      },
    },
  ],
});

const keep = (here: FunctionWorld, request: string, action: object) =>
  createKeepQuota(here.services)({
    contract: 1,
    town: here.town.settings.id,
    request,
    at: new Date(here.at).toISOString(),
    ...action,
  });
const TAKE = { action: 'take', round: 1, ask: 0 };
const phoneOf = (n: number): string => `+8619911110${String(n).padStart(3, '0')}`;

/** A request a minute, the first of them number 0, from people of these ages. */
async function requests(here: FunctionWorld, ages: readonly number[]): Promise<string[]> {
  const current = await here.services.towns.load(here.town.settings.id);
  const ids: string[] = [];
  for (const [n, age] of ages.entries()) {
    here.at += 60_000;
    const { id } = await takeInRequest(here.services, current, {
      submission: `${n}`,
      at: here.at,
      channel: 'web',
      language: 'en',
      category: 'surgery',
      person: { phone: phoneOf(n), description: 'sample', form: { age } },
    });
    ids.push(id);
  }
  return ids;
}

const quotaOf = (here: FunctionWorld) => here.services.quotas.load(here.town.settings.id, 'surgery');
const line = async (here: FunctionWorld) => (await quotaOf(here)).waiting.map(({ request }) => request);
const positions = (here: FunctionWorld, n: number): string[] =>
  here.textsTo(phoneOf(n)).flatMap((text) => /^.*place-waiting.* position=(\d+)/.exec(text)?.[1] ?? []);

describe('places of a programme', () => {
  it('are given once each, however many ask at the same moment, and nobody is lost', async () => {
    const here = await world.begin(town());
    const ids = await requests(
      here,
      Array.from({ length: 8 }, () => 70),
    );
    const answers = await Promise.all(ids.map((id) => keep(here, id, TAKE)));
    expect(answers.filter(({ given }) => given)).toHaveLength(2);
    const { given, waiting } = await quotaOf(here);
    expect(given).toHaveLength(2);
    expect(new Set([...given, ...waiting].map(({ request }) => request))).toEqual(new Set(ids));
  });

  it('go by need before date, as the programme’s form tells it', async () => {
    const here = await world.begin(town());
    const ids = await requests(here, [70, 70, 70, 84]);
    for (const id of ids) await keep(here, id, TAKE);
    expect(await line(here)).toEqual([ids[3], ids[2]]);
    expect([positions(here, 2), positions(here, 3)]).toEqual([['1'], ['1']]);
  });

  it('that are given up are the next one’s, who is told once though the function was retried', async () => {
    const here = await world.begin(town());
    const [first = '', , third = '', fourth = ''] = await requests(here, [70, 70, 70, 70]).then(
      async (ids) => {
        for (const id of ids) await keep(here, id, TAKE);
        return ids;
      },
    );
    for (const _again of [1, 2]) await keep(here, first, { action: 'give-up' });
    expect(await keep(here, third, { ...TAKE, ask: 7 })).toMatchObject({ given: true });
    expect(await line(here)).toEqual([fourth]);
    expect(positions(here, 3)).toEqual(['2', '1']);
  });

  it('are not taken by a request that was taken back', async () => {
    const here = await world.begin(town());
    const [id = ''] = await requests(here, [70]);
    const record = await here.services.requests.load(here.town.settings.id, id);
    await here.services.requests.save({ ...record, withdrawnAt: here.at });
    expect(await keep(here, id, TAKE)).toMatchObject({ given: false });
    expect((await quotaOf(here)).given).toEqual([]);
  });

  it('of a programme that has no quota any more are there for everybody', async () => {
    const here = await world.begin(town());
    const ids = await requests(here, [70, 70, 70]);
    await here.services.towns.importTown(caseTown());
    for (const id of ids) expect(await keep(here, id, TAKE)).toMatchObject({ given: true });
  });
});
