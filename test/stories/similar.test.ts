import { eachStory } from './each-story.js';
import type { Receipt, Submission, TownStory } from './town-story.js';

const story = eachStory();

const NEIGHBOUR = { name: '示例居民乙', phone: '+8619911110002' } as const;
const HERE = { lat: 37.362345, lng: 117.770123 };
/** A kilometre away, in the same grid or not: the grid is named beside it. */
const FAR = { lat: 37.371345, lng: 117.770123 };

interface Similar {
  readonly id: string;
  readonly reportedAt: string;
  readonly [field: string]: unknown;
}

async function similar(town: TownStory, query: string): Promise<Similar[]> {
  const response = await town.http(`/requests/similar?${query}`);
  expect(response.status).toBe(200);
  return ((await response.json()) as { similar: Similar[] }).similar;
}
const ids = async (town: TownStory, query: string) => (await similar(town, query)).map(({ id }) => id);

describe('somebody about to report', () => {
  it('is offered the open requests of the place, about when and about where, and nothing personal', async () => {
    const town = story();
    await town.advance('PT20M');
    const first = await town.submit({ location: HERE });
    const village = `village=zhukou&group=${town.groupOf(52)}`;
    expect(await similar(town, `category=street-light&${village}&lang=en`)).toEqual([
      {
        id: first.id,
        category: 'street-light',
        status: 'assigned',
        statusText: 'assigned',
        reportedAt: '2026-08-24T01:00:00.000Z',
        grid: { number: 52, name: town.town.grids.find(({ number }) => number === 52)?.name.en },
        near: { lat: 37.362, lng: 117.77 },
      },
    ]);
  });

  it('finds them by grid or by point, near in place', async () => {
    const town = story();
    const { id } = await town.submit({ location: HERE });
    const cases: [string, string[]][] = [
      ['grid=52', [id]],
      [`lat=${HERE.lat}&lng=${HERE.lng}`, [id]],
      [`grid=52&lat=${FAR.lat}&lng=${FAR.lng}`, []],
      ['grid=51', []],
    ];
    for (const [query, found] of cases)
      expect([query, await ids(town, `category=street-light&${query}`)]).toEqual([query, found]);
  });

  it('is offered nothing of another category, of yesterday, or that is done', async () => {
    const town = story();
    await town.submit();
    expect(await ids(town, 'category=water-leak&grid=52')).toEqual([]);
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 已修好');
    expect(await ids(town, 'category=street-light&grid=52')).toEqual([]);
    await town.submit({ ...NEIGHBOUR, description: '示例：又一盏不亮' });
    await town.advance('P1DT1H');
    expect(await ids(town, 'category=street-light&grid=52')).toEqual([]);
  });

  it("is never shown what concerns somebody's health or home", async () => {
    const town = story();
    await town.submit({ category: 'cataract-surgery' });
    expect(await ids(town, 'category=cataract-surgery&grid=52')).toEqual([]);
  });

  it('is told what is wrong with the question, and when the place is in no grid', async () => {
    const cases: [string, number][] = [
      ['grid=52', 400],
      ['category=street-light&lat=91&lng=117', 400],
      ['category=street-light&grid=99', 404],
      ['category=street-light', 404],
    ];
    for (const [query, status] of cases)
      expect([query, (await story().http(`/requests/similar?${query}`)).status]).toEqual([query, status]);
  });
});

/** Two neighbours report one leak from opposite ends of the grid: no rule would take them for one event. */
async function sayTheSame(town: TownStory, changes: Submission = {}) {
  const first = await town.submit({ category: 'water-leak', location: HERE });
  await town.reply('g52-a', '1');
  const second = await town.post({
    ...NEIGHBOUR,
    category: 'water-leak',
    description: '示例：门前漏水',
    location: FAR,
    sameAs: first.id,
    ...changes,
  });
  expect(second.status).toBe(202);
  await town.cloud.clock.settled();
  return { first, second: (await second.json()) as Receipt & { sameAs?: string } };
}

describe('"mine is that one"', () => {
  it('is accepted like any request; the owner decides, and then both close together', async () => {
    const town = story();
    const { first, second } = await sayTheSame(town);
    expect(second.sameAs).toBe(first.id);
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain(first.id.slice(0, 4));
    await town.reply('g52-a', '7');
    expect(town.lastTextTo(NEIGHBOUR.phone)).toContain('同一');
    await town.reply('water-company-1', '1 已抢修');
    await town.replyAsResident('1');
    expect(await town.view(first)).toMatchObject({ closedAs: 'satisfied' });
    expect(await town.view(second)).toMatchObject({ status: 'closed', closedAs: 'joined' });
  });

  it('may be taken by the owner as a matter of its own', async () => {
    const town = story();
    const { second } = await sayTheSame(town);
    await town.reply('g52-a', '1');
    expect(await town.view(second)).toMatchObject({ status: 'coordinating' });
  });

  it('needs no category: it is that of the first', async () => {
    const town = story();
    const { second } = await sayTheSame(town, { category: undefined, description: '示例：和那件一样' });
    expect(await town.view(second)).toMatchObject({ category: 'water-leak' });
  });

  it.each([
    ['of another category', { category: 'street-light' }],
    ['that there is not', { sameAs: '7Q3K-9M2A' }],
  ])('of a request %s is accepted as a matter of its own', async (_which, changes) => {
    const town = story();
    const { second } = await sayTheSame(town, changes);
    expect(second.sameAs).toBeUndefined();
    expect(town.lastTextTo(town.phoneOf('g52-a'))).not.toContain('合并');
  });

  it('of what is no number is named as the field that is not right', async () => {
    const response = await story().post({ sameAs: 'that one', language: 'en' });
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field)).toEqual(['/sameAs']);
  });
});
