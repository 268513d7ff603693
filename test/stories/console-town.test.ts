import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Entry } from '../../domain/editing/entry.js';
import type { Role } from '../../domain/access/permissions.js';
import type { Staff } from '../../domain/town/schema.js';
import type { EditProblems, SectionAnswer } from '../../contracts/console/editing.js';
import type { AuditAnswer } from '../../contracts/console/audit.js';
import type {
  ExportAnswer,
  ImportAnswer,
  LeaveAnswer,
  TownAnswer,
  TownProblems,
} from '../../contracts/console/town.js';
import { eachStory } from './each-story.js';
import { ROOT, type TownStory } from './town-story.js';
import { sampleTown } from '../towns/sample-town.js';

const story = eachStory({ console: true });

async function get<Answer>(path: string, role: Role = 'administrator', town = story()): Promise<Answer> {
  const response = await town.admin(role, path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Answer;
}

const PROGRAMME = 'cataract-surgery';

/** The surgery as its form in the editor has it. */
async function programmeNow(): Promise<{ readonly version: number; readonly programme: Entry }> {
  const { version, entries } = await get<SectionAnswer>('/admin/town/sections/programmes');
  return { version, programme: entries.find(({ id }) => id === PROGRAMME) ?? {} };
}

const saved = (version: number, entry: Entry, role: Role = 'administrator') =>
  story().admin(role, '/admin/town/changes?lang=zh-CN', 'POST', {
    version,
    changes: [{ section: 'programmes', key: PROGRAMME, entry }],
  });

describe("the town's data in the console", () => {
  it('says which version stands and how much is in it', async () => {
    const { version, counts } = await get<TownAnswer>('/admin/town', 'inspector');
    expect([version, counts['grids'], counts['villages']]).toEqual([1, 77, sampleTown().villages.length]);
  });

  it("shows the staff's phones whole to who needs them, which is noted, and masked to others", async () => {
    const whole = await get<{ staff: Staff[] }>('/admin/town/staff');
    expect(whole.staff[0]?.phone).toBe(sampleTown().staff[0]?.phone);
    const masked = await get<{ staff: Staff[] }>('/admin/town/staff', 'leader');
    expect(masked.staff[0]?.phone).toMatch(/^\+86\*+\d\d$/);
    const { items } = await get<AuditAnswer>('/admin/audit', 'leader');
    expect(items.map(({ action }) => action)).toEqual(['phones.read']);
  });

  it('names the staff without their phones, and without an entry in the trail', async () => {
    const { people } = await get<{ people: object[] }>('/admin/town/people');
    const [{ id, name, duty } = { id: '', name: '', duty: '' }] = sampleTown().staff;
    expect(people[0]).toEqual({ id, name, duty });
    expect((await get<AuditAnswer>('/admin/audit', 'leader')).items).toEqual([]);
  });

  it('a programme that was changed holds for new requests; those under way keep theirs', async () => {
    const town = story();
    const before = await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    const { version, programme } = await programmeNow();
    const documents = (programme['documents'] as unknown[]).slice(0, 2);
    const changed = await saved(version, { ...programme, documents });
    expect([changed.status, await changed.json()]).toMatchObject([200, { version: 2 }]);
    expect((await programmeNow()).programme['documents']).toHaveLength(2);
    const detail = await get<{ townVersion: number }>(`/admin/requests/${before.id}`);
    expect(detail.townVersion).toBe(1);
    const after = await town.submit({ category: 'cataract-surgery', description: '示例：另一只眼' });
    expect(await get<{ townVersion: number }>(`/admin/requests/${after.id}`)).toMatchObject({
      townVersion: 2,
    });
  });

  it('a change that is wrong is refused by field and changes nothing; one from an old version is refused', async () => {
    const { version, programme } = await programmeNow();
    const wrong = await saved(version, { ...programme, name: { 'zh-CN': '' } });
    expect(wrong.status).toBe(422);
    const { found } = (await wrong.json()) as EditProblems;
    expect(found).toContainEqual(
      expect.objectContaining({ section: 'programmes', key: PROGRAMME, field: ['name', 'zh-CN'] }),
    );
    expect((await get<TownAnswer>('/admin/town')).version).toBe(1);
    expect((await saved(7, programme)).status).toBe(409);
  });

  it('leave is added and taken back, and refused where nobody would stand in', async () => {
    const town = story();
    const leave = { staff: 'g52-a', from: '2026-08-25', to: '2026-08-26' };
    expect((await town.admin('duty-desk', '/admin/town/leave', 'POST', leave)).status).toBe(201);
    const clash = await town.admin('duty-desk', '/admin/town/leave', 'POST', { ...leave, staff: 'g52-b' });
    expect(clash.status).toBe(422);
    const { items } = await get<LeaveAnswer>('/admin/town/leave');
    expect(items.find(({ staff }) => staff === 'g52-a')).toMatchObject({ ...leave, imported: false });
    const path = '/admin/town/leave/g52-a/2026-08-25';
    expect((await town.admin('duty-desk', path, 'DELETE')).status).toBe(200);
    expect((await town.admin('duty-desk', path, 'DELETE')).status).toBe(404);
    const known = items.find(({ imported }) => imported);
    const imported = `/admin/town/leave/${known?.staff}/${known?.from}`;
    expect((await town.admin('duty-desk', imported, 'DELETE')).status).toBe(409);
  });

  it('may be changed by administrators alone', async () => {
    const town = story();
    const { version, programme } = await programmeNow();
    for (const role of ['leader', 'inspector', 'duty-desk'] as const) {
      const change = await saved(version, programme, role);
      expect([role, change.status]).toEqual([role, 403]);
      expect([role, (await town.admin(role, '/admin/town/export')).status]).toEqual([role, 403]);
    }
  });
});

describe('files', () => {
  it('that were exported are the same town when they are imported', async () => {
    const { files } = await get<ExportAnswer>('/admin/town/export');
    const answer = await story().admin('administrator', '/admin/town/import', 'POST', { files });
    expect(await answer.json()).toEqual({ version: 1, changes: [] });
  });

  it('are checked first, and say what would change', async () => {
    const town = story();
    const { files } = await get<ExportAnswer>('/admin/town/export');
    const text = `${files['staff.csv']}new-cadre,示例新人,+8619900001999,village-cadre,zh-CN\n`;
    const body = { files: { 'staff.csv': text } };
    const checked = await town.admin('administrator', '/admin/town/import', 'POST', { ...body, check: true });
    const changes = [{ part: 'staff', added: ['new-cadre'], changed: [], removed: [] }];
    expect(await checked.json()).toEqual({ version: 1, changes });
    await town.advance('PT1S');
    const imported = await town.admin('administrator', '/admin/town/import', 'POST', body);
    expect((await imported.json()) as ImportAnswer).toEqual({ version: 2, changes });
    const { items } = await get<AuditAnswer>('/admin/audit');
    expect(items.map(({ action }) => action)).toEqual(['town.imported', 'town.exported']);
  });

  it('with errors are refused by file, row and field in the language asked for, and nothing is imported', async () => {
    const town = story();
    const files = { 'leave.csv': 'staff,from,to\nnobody,2026-09-01,2026-09-02\n' };
    const refused = await town.admin('administrator', '/admin/town/import?lang=en', 'POST', { files });
    expect(refused.status).toBe(422);
    expect(((await refused.json()) as TownProblems).problems).toEqual([
      { file: 'leave.csv', row: 2, field: 'staff', message: 'there is no "nobody" in staff.csv' },
    ]);
    expect((await get<TownAnswer>('/admin/town')).version).toBe(1);
  });

  it('of another town are refused', async () => {
    const town = story();
    const elmford = await town.beside(sampleTown('elmford'));
    const { files } = await get<ExportAnswer>('/admin/town/export', 'administrator', elmford);
    const refused = await town.admin('administrator', '/admin/town/import', 'POST', { files });
    expect(refused.status).toBe(422);
    expect(((await refused.json()) as TownProblems).problems).toMatchObject([
      { file: 'settings.yaml', field: 'id' },
    ]);
  });
});

it("an operator's import says where it follows a version that was made in the console, and by whom", async () => {
  const { version, programme } = await programmeNow();
  const documents = (programme['documents'] as unknown[]).slice(0, 2);
  expect((await saved(version, { ...programme, documents })).status).toBe(200);
  const args = ['import', 'towns/sanhehu', '--endpoint', story().cloud.endpoint, '--lang', 'en'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'tools/town.ts', ...args],
    {
      cwd: ROOT,
    },
  );
  expect(stdout).toContain('sanhehu is stored as version 3.');
  expect(stdout).toMatch(
    /Version 2, which it follows, was made in the console by .+: what it changed .*"Versions"/,
  );
});

it('the audit trail is read page by page, the latest first, of one town only', async () => {
  const town: TownStory = story();
  const { id } = await town.submit();
  for (let look = 0; look < 3; look += 1) await get(`/admin/requests/${id}/person`, 'leader');
  const first = await get<AuditAnswer>('/admin/audit?limit=2');
  expect(first.items.map(({ action, subject }) => [action, subject])).toEqual([
    ['person.read', id],
    ['person.read', id],
  ]);
  const second = await get<AuditAnswer>(`/admin/audit?limit=2&cursor=${first.cursor}`);
  expect(second.items).toHaveLength(1);
  const elmford = await town.beside(sampleTown('elmford'));
  expect((await get<AuditAnswer>('/admin/audit', 'leader', elmford)).items).toEqual([]);
});

describe('of the audit trail', () => {
  let town: TownStory;
  let id: string;
  let other: string;
  const subjects = async (query: string): Promise<(string | undefined)[]> =>
    (await get<AuditAnswer>(`/admin/audit?${query}`)).items.map(({ subject }) => subject);
  beforeEach(async () => {
    town = story();
    ({ id } = await town.submit());
    ({ id: other } = await town.submit({ phone: '+8619911110002', description: '示例：井盖响' }));
    await get(`/admin/requests/${id}/person`, 'leader');
    await get(`/admin/requests/${other}/person`, 'duty-desk');
  });

  it('one person’s acts are found, and those upon one request, by its number as people write it', async () => {
    const first = (await get<AuditAnswer>('/admin/audit')).items.find(({ subject }) => subject === id);
    expect(await subjects(`who=${first?.who}`)).toEqual([id]);
    expect(await subjects('who=nobody')).toEqual([]);
    const number = `${other.slice(0, 4)}-${other.slice(4).toLowerCase()}`;
    expect(await subjects(`subject=${number}`)).toEqual([other]);
    expect(await subjects(`subject=${number}&who=${first?.who}`)).toEqual([]);
  });

  it('they are found on further pages, too, each as long as was asked', async () => {
    for (let look = 0; look < 3; look += 1) await get(`/admin/requests/${id}/person`, 'leader');
    const first = await get<AuditAnswer>(`/admin/audit?subject=${id}&limit=3`);
    expect(first.items).toHaveLength(3);
    const second = await get<AuditAnswer>(`/admin/audit?subject=${id}&limit=3&cursor=${first.cursor}`);
    expect(second.items.map(({ subject }) => subject)).toEqual([id]);
    expect(second.cursor).toBeUndefined();
  });

  it('a day is the town’s own: what was done at half past two at night is of that night’s', async () => {
    // Monday's looks are there; on to Tuesday, 02:30, which is Monday yet in UTC.
    await town.advance('PT17H30M');
    await get(`/admin/requests/${id}/person`, 'duty-desk');
    expect(await subjects('from=2026-08-25&to=2026-08-25')).toEqual([id]);
    expect(new Set(await subjects('from=2026-08-24&to=2026-08-24'))).toEqual(new Set([other, id]));
    expect(await subjects('from=2026-08-23&to=2026-08-23')).toEqual([]);
  });
});
