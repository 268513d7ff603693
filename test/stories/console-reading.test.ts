import type { Role } from '../../domain/access/permissions.js';
import { isHeldOut } from '../../domain/reading/example.js';
import { examplesOf } from '../../domain/reading/examples-of.js';
import { readWords } from '../../domain/reading/read-words.js';
import type { AuditAnswer } from '../../contracts/console/audit.js';
import type { ConsoleRequest } from '../../contracts/console/requests.js';
import type { ReadingAnswer, TaughtItem, TriedAnswer } from '../../contracts/console/reading.js';
import type { TownAnswer } from '../../contracts/console/town.js';
import { eachStory } from './each-story.js';
import { fewExamples, gasTexts } from './few-examples.js';
import { RESIDENT } from './town-story.js';

const story = eachStory({ console: true, change: fewExamples });

/** Calls what must succeed. */
async function call<Answer>(role: Role, path: string, method = 'GET', body?: unknown): Promise<Answer> {
  const response = await story().admin(role, path, method, body);
  expect([path, response.ok]).toEqual([path, true]);
  return (await response.json()) as Answer;
}

const FOUNTAIN = '示例：广场喷泉哑巴啦，电话 13900001234，找示例居民甲，3号楼502';

/** As it is kept; not among those that are held out. */
const KEPT = '示例：广场喷泉哑巴啦，电话 ，找，';

/** A request that the town takes for something else than what the desk knows it to be. */
async function taughtFountain(): Promise<{ id: string; taught: TaughtItem }> {
  const town = story();
  const { id } = await town.submit({ category: 'other', description: FOUNTAIN });
  const correction = { category: 'water-leak', danger: 'none' };
  const answer = await town.admin('duty-desk', `/admin/requests/${id}/reading`, 'POST', correction);
  expect(answer.status).toBe(201);
  return { id, taught: (await answer.json()) as TaughtItem };
}

describe('the reading of a town', () => {
  it('is shown with its figures on what it never learnt from, how much it was given and what it was taught', async () => {
    const { id, taught } = await taughtFountain();
    const reading = await call<ReadingAnswer>('duty-desk', '/admin/reading');
    const examples = examplesOf(story().town);
    expect(reading).toMatchObject({ version: 1, examples: examples.length, taught: [taught] });
    expect(reading.figures.texts).toBe(examples.filter(({ words }) => isHeldOut(words)).length);
    expect(taught).toMatchObject({ id, category: 'water-leak', danger: 'none' });
  });

  it('is taught nothing personal', async () => {
    const { taught } = await taughtFountain();
    expect([taught.words, taught.heldOut]).toEqual([KEPT, false]);
    expect(JSON.stringify(taught)).not.toContain(RESIDENT.name);
    expect(await story().leaks()).toEqual([]);
  });

  it('is corrected by the desk, tried, taken over by an administrator, and then reads a text like it so', async () => {
    const town = story();
    const like = '示例：广场喷泉哑巴啦';
    expect(readWords(town.town, like).category.id).not.toBe('water-leak');
    await taughtFountain();
    const tried = await call<TriedAnswer>('duty-desk', '/admin/reading/try', 'POST');
    expect(tried).toMatchObject({ version: 1, taught: 1, lostDangers: [], mayTakeOver: true });
    const taken = await call('administrator', '/admin/reading/take-over', 'POST', { version: 1 });
    expect(taken).toEqual({ version: 2 });
    expect((await call<TownAnswer>('administrator', '/admin/town')).version).toBe(2);
    const reading = await call<ReadingAnswer>('administrator', '/admin/reading');
    expect([reading.taught, reading.examples]).toEqual([[], examplesOf(town.town).length + 1]);
    await town.text('+8619911110077', like);
    const { items } = await call<{ items: { id: string }[] }>('leader', '/admin/requests?order=newest');
    const request = await call<ConsoleRequest>('leader', `/admin/requests/${items[0]?.id ?? ''}`);
    expect(request.category).toBe('water-leak');
  });

  it('is not taken over where a danger would be lost, which is named; once it is taken back, there is nothing to take over', async () => {
    const town = story();
    const ids: string[] = [];
    for (const [n, words] of gasTexts(false, 3).entries()) {
      const { id } = await town.submit({ category: 'other', description: words, phone: `+861991111010${n}` });
      const correction = { category: 'street-light', danger: 'none' };
      await town.admin('duty-desk', `/admin/requests/${id}/reading`, 'POST', correction);
      ids.push(id);
    }
    const tried = await call<TriedAnswer>('administrator', '/admin/reading/try', 'POST');
    const [lost = ''] = gasTexts(true, 1);
    expect(tried.mayTakeOver).toBe(false);
    expect(tried.lostDangers).toContain(lost);
    const refused = await town.admin('administrator', '/admin/reading/take-over', 'POST', { version: 1 });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      type: 'urn:small-grid:problem:dangers-lost',
      errors: expect.arrayContaining([{ field: '', message: lost }]) as unknown,
    });
    expect((await call<TownAnswer>('administrator', '/admin/town')).version).toBe(1);
    for (const id of ids)
      expect((await town.admin('duty-desk', `/admin/reading/taught/${id}`, 'DELETE')).status).toBe(200);
    expect((await town.admin('duty-desk', '/admin/reading/try', 'POST')).status).toBe(409);
  });

  it('is taught by the desk and administrators only, and taken over by administrators', async () => {
    const town = story();
    const { id } = await taughtFountain();
    for (const role of ['leader', 'inspector'] as const) {
      const answers = await Promise.all([
        town.admin(role, '/admin/reading'),
        town.admin(role, `/admin/requests/${id}/reading`, 'POST', { category: 'other' }),
        town.admin(role, '/admin/reading/try', 'POST'),
        town.admin(role, `/admin/reading/taught/${id}`, 'DELETE'),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    }
    const desk = await town.admin('duty-desk', '/admin/reading/take-over', 'POST', { version: 1 });
    expect(desk.status).toBe(403);
  });

  it('takes no correction that says nothing, or names what the town has not; no take-over of another version', async () => {
    const town = story();
    const { id } = await taughtFountain();
    const path = `/admin/requests/${id}/reading`;
    expect((await town.admin('duty-desk', path, 'POST', {})).status).toBe(422);
    const unknown = await town.admin('duty-desk', path, 'POST', {
      category: 'fountains',
      village: 'nowhere',
    });
    expect(await unknown.json()).toMatchObject({ errors: [{ field: '/category' }, { field: '/village' }] });
    const other = await town.admin('administrator', '/admin/reading/take-over', 'POST', { version: 7 });
    expect(other.status).toBe(409);
  });

  it('stands in the audit trail: who taught what of which request, who took it over', async () => {
    const { id } = await taughtFountain();
    await story().advance('PT1S');
    await call('administrator', '/admin/reading/take-over', 'POST', { version: 1 });
    const { items } = await call<AuditAnswer>('leader', '/admin/audit');
    expect(items.map(({ action, subject, detail }) => [action, subject, detail])).toEqual([
      ['reading.taken-over', undefined, '1 after version 1'],
      ['reading.taught', id, 'category water-leak, danger none'],
    ]);
  });
});
