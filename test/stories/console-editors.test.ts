import type { AuditAnswer } from '../../contracts/console/audit.js';
import type {
  ConflictProblem,
  EditAnswer,
  EditBody,
  EditProblems,
  SectionAnswer,
  VersionAnswer,
  VersionsAnswer,
} from '../../contracts/console/editing.js';
import type { Role } from '../../domain/access/permissions.js';
import type { Town } from '../../domain/town/schema.js';
import { readTown } from '../../towns/read-town.js';
import { TownCopy } from '../towns/town-copy.js';
import { eachStory } from './each-story.js';
import { RESIDENT } from './town-story.js';

/** The sample town with some of its examples, which are learnt in moments. */
function smallerTown(): Town {
  const files = new TownCopy({ someExamples: true });
  try {
    const read = readTown(files.dir);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.town;
  } finally {
    files.remove();
  }
}

let smaller: Town | undefined;
const story = eachStory({ console: true, change: () => (smaller ??= smallerTown()) });

type Change = EditBody['changes'][number];

const edit = (version: number, changes: readonly Change[], check = false, language = 'zh-CN') =>
  story().admin('administrator', `/admin/town/changes?lang=${language}`, 'POST', {
    version,
    changes,
    check,
  });

async function edited(version: number, changes: readonly Change[]): Promise<EditAnswer> {
  const response = await edit(version, changes);
  const answer: unknown = await response.json();
  expect([response.status, answer]).toEqual([200, expect.anything()]);
  return answer as EditAnswer;
}

async function get<Answer>(path: string, role: Role = 'administrator'): Promise<Answer> {
  const response = await story().admin(role, path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Answer;
}

const NEW_CADRE = {
  id: 'g52-new',
  name: '示例新网格长',
  phone: '+8619900001999',
  duty: 'town-cadre',
  language: 'zh-CN',
};

/** Somebody new in the A post of grid 52, and whoever held it gone from the town. */
async function replacement(): Promise<Change[]> {
  const { entries } = await get<SectionAnswer>('/admin/town/sections/posts');
  const posts = entries.find(({ grid }) => grid === 52) ?? {};
  return [
    { section: 'staff', key: NEW_CADRE.id, entry: NEW_CADRE },
    { section: 'posts', key: '52', entry: { ...posts, a: NEW_CADRE.id } },
  ];
}

const STRAY_DOGS = {
  id: 'stray-dogs',
  name: { 'zh-CN': '流浪犬', en: 'Stray dogs' },
  path: 'same-day',
  public: true,
  joinable: true,
  keywords: ['流浪狗', 'stray dog'],
};
const PHRASES = [
  '村里流浪狗越来越多，能不能来收容',
  '没主的狗在广场上到处拉屎，请派人抓走',
  '流浪狗半夜叫个不停，没人管',
  '好几条野狗天天翻垃圾桶',
  '麻烦把路口的流浪狗带走',
  '大集上没人要的狗下了一窝小狗，谁来收',
  '想反映流浪犬没打针的问题',
  '小区里流浪狗成群，啥时候集中收容',
];

describe("the town's data, edited in the console", () => {
  it('a category that was added with what people say of it is heard by the reading from then on', async () => {
    const town = story();
    const answer = await edited(1, [
      { section: 'categories', key: 'stray-dogs', entry: STRAY_DOGS },
      ...PHRASES.map((words): Change => ({
        section: 'examples',
        key: words,
        entry: { words, kind: 'matter', category: 'stray-dogs', villages: [] },
      })),
    ]);
    expect(answer.version).toBe(2);
    expect(await (await town.http('/categories')).text()).toContain('流浪犬');
    await town.text(RESIDENT.phone, `朱口村${town.groupOf(52)}组来了好几条流浪狗没人管，能不能来收容`);
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('流浪犬');
    const phrases = await get<SectionAnswer>('/admin/town/sections/examples?of=stray-dogs');
    expect(phrases.entries.map(({ words }) => words)).toEqual(PHRASES);
  });

  it('whoever takes a post over owns the open requests of whoever held it, which is said before it is saved', async () => {
    const town = story();
    const receipt = await town.submit();
    await town.reply('g52-a', '1');
    const changes = await replacement();
    const before = (await (await edit(1, changes, true)).json()) as EditAnswer;
    expect(before).toMatchObject({
      version: 1,
      changed: [
        { section: 'staff', how: 'added', title: '示例新网格长' },
        { section: 'posts', key: '52', how: 'changed' },
      ],
      follows: [`${town.nameOf('g52-a')}名下1件未办结的诉求改由示例新网格长负责`],
    });
    expect(before.changed[1]?.lines).toEqual([`网格长（A 岗）：${town.nameOf('g52-a')} → 示例新网格长`]);
    expect((await get<VersionsAnswer>('/admin/town/versions')).version).toBe(1);
    await edited(1, changes);
    expect((await town.view(receipt)).owner).toBe(NEW_CADRE.name);
    expect(town.lastTextTo(NEW_CADRE.phone)).toContain(town.nameOf('g52-a'));
  });

  it('an earlier version comes back whole, as a new version, and its makers stand in the history', async () => {
    const town = story();
    await edited(1, await replacement());
    const [changed] = (await get<VersionsAnswer>('/admin/town/versions')).items;
    expect(changed).toMatchObject({ version: 2, how: 'edited', parts: ['staff', 'posts'] });
    expect(changed?.by).toMatch(/./);
    const shown = await get<VersionAnswer>('/admin/town/versions/2?lang=en');
    expect(shown.changed.map(({ section, how }) => [section, how])).toEqual([
      ['staff', 'added'],
      ['posts', 'changed'],
    ]);
    const body = { version: 2 };
    const back = await town.admin('administrator', '/admin/town/versions/1/restore', 'POST', body);
    expect(((await back.json()) as EditAnswer).version).toBe(3);
    const { entries } = await get<SectionAnswer>('/admin/town/sections/posts');
    expect(entries.find(({ grid }) => grid === 52)).toMatchObject({ a: 'g52-a' });
    const { items } = await get<VersionsAnswer>('/admin/town/versions');
    expect(items.map(({ version, how, restored }) => [version, how, restored])).toEqual([
      [3, 'restored', 1],
      [2, 'edited', undefined],
      [1, undefined, undefined],
    ]);
    const { items: trail } = await get<AuditAnswer>('/admin/audit');
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['town.edited', 'town.restored']),
    );
    const none = await town.admin('administrator', '/admin/town/versions/7/restore', 'POST', { version: 3 });
    expect(none.status).toBe(404);
  });

  it('a version that differs in what is only imported comes back too, which is said beforehand', async () => {
    const town = story();
    await town.change((before) => ({ ...before, map: [] }));
    const path = '/admin/town/versions/1/restore?lang=en';
    const seen = await town.admin('administrator', path, 'POST', { version: 2, check: true });
    expect(await seen.json()).toMatchObject({ changed: [], follows: ['These change too: the map'] });
    const back = await town.admin('administrator', path, 'POST', { version: 2 });
    expect(((await back.json()) as EditAnswer).version).toBe(3);
  });

  it('of the settings is said field by field, kept as a version, and taken back', async () => {
    const { entries, fields, names, version } = await get<SectionAnswer>('/admin/town/sections/settings');
    const [entry = {}] = entries;
    expect(fields.find(({ name }) => name === 'undoWithin')).toMatchObject({ standard: { minutes: 10 } });
    expect(names['departments']?.map(({ key }) => key)).toContain('duty-desk');
    const changed = (settings: object): Change => ({
      section: 'settings',
      key: 'sanhehu',
      entry: { ...entry, ...settings },
    });
    const visits = { ...(entry['visits'] as object), perWeek: 40 };
    const wrong = (await (await edit(version, [changed({ visits })], true)).json()) as EditProblems;
    expect(wrong.found).toEqual([
      {
        section: 'settings',
        key: 'sanhehu',
        title: '三河湖镇',
        field: ['visits', 'perWeek'],
        message: '不得超过 16',
      },
    ]);
    const answer = await edited(version, [changed({ undoWithin: { minutes: 30 } })]);
    expect(answer.changed).toMatchObject([
      { section: 'settings', how: 'changed', lines: ['答复后可撤销的时间：10分钟 → 30分钟'] },
    ]);
    const settingsNow = async () =>
      (await get<SectionAnswer>('/admin/town/sections/settings')).entries[0]?.['undoWithin'];
    expect(await settingsNow()).toEqual({ minutes: 30 });
    const back = await story().admin('administrator', '/admin/town/versions/1/restore', 'POST', {
      version: answer.version,
    });
    expect(back.status).toBe(200);
    expect(await settingsNow()).toEqual({ minutes: 10 });
  });

  it('of two administrators the second hears who changed what meanwhile, and nothing of theirs is lost', async () => {
    await edited(1, await replacement());
    const department = (await get<SectionAnswer>('/admin/town/sections/departments')).entries[0] ?? {};
    const mine: Change = { section: 'departments', key: String(department['id']), entry: department };
    const late = await edit(1, [mine]);
    expect(late.status).toBe(409);
    const conflict = (await late.json()) as ConflictProblem;
    expect(conflict.version).toBe(2);
    expect(conflict.since.map(({ version }) => version)).toEqual([2]);
    expect(conflict.changed.map(({ section }) => section)).toEqual(['staff', 'posts']);
    expect((await edit(2, [mine], true)).status).toBe(200);
  });

  it('what is wrong is said beside its field, as the check of the files says it, and nothing is saved', async () => {
    const person = { ...NEW_CADRE, phone: '12345' };
    const unfit = await edit(1, [{ section: 'staff', key: person.id, entry: person }]);
    expect(unfit.status).toBe(422);
    expect(((await unfit.json()) as EditProblems).found).toEqual([
      {
        section: 'staff',
        key: person.id,
        title: person.name,
        field: ['phone'],
        message: '号码要带国家代码，如 +8613800000000',
      },
    ]);
    const gone = await edit(1, [{ section: 'staff', key: 'g52-a' }]);
    expect(((await gone.json()) as EditProblems).found).toEqual(
      expect.arrayContaining([expect.objectContaining({ section: 'posts', key: '52', field: ['a'] })]),
    );
    expect((await get<VersionsAnswer>('/admin/town/versions')).version).toBe(1);
  });

  it('what is wrong with one entry is said, too, where another does not fit its form', async () => {
    const { entries } = await get<SectionAnswer>('/admin/town/sections/staff');
    const other = entries.find(({ id }) => id === 'g01-a');
    const unfit: Change = { section: 'staff', key: 'g01-a', entry: { ...other, phone: '12345' } };
    const found = async (...changes: Change[]) =>
      ((await (await edit(1, changes)).json()) as EditProblems).found.map(({ section, key }) => [
        section,
        key,
      ]);
    const gone: Change = { section: 'staff', key: 'g52-a' };
    expect(await found(unfit, gone)).toEqual(
      expect.arrayContaining([
        ['staff', 'g01-a'],
        ['posts', '52'],
      ]),
    );
    // Of what may build on an entry that does not fit, nothing is said before that fits.
    const added: Change = { section: 'staff', key: NEW_CADRE.id, entry: { ...NEW_CADRE, phone: '12345' } };
    expect(await found(added, gone)).toEqual([['staff', NEW_CADRE.id]]);
  });

  it('is for administrators alone', async () => {
    for (const role of ['leader', 'inspector', 'duty-desk'] as const) {
      const seen = await story().admin(role, '/admin/town/sections/staff');
      const change = await story().admin(role, '/admin/town/changes', 'POST', { version: 1, changes: [] });
      expect([role, seen.status, change.status]).toEqual([role, 403, 403]);
    }
  });
});
